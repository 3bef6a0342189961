package org.immunarium.tissue.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.model.Immunity;
import org.junit.jupiter.api.Test;

/// Traits are those of the living cells of a type.
final class TraitsTest {

    private static TestTissue cells() {
        return new TestTissue(200, true)
                .type("tumor")
                .type("T cell")
                .cell("tumor", 0, 0, 0)
                .cell("tumor", 50, 0, 0)
                .cell("T cell", 100, 0, 0);
    }

    @Test
    void meansAndSharesAreOfTheLiving() {
        try (Tissue tissue = cells().immunity(
                        new Immunity(List.of("CD19"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()))
                .does("tumor", "CD19 expression", 0.5)
                .does("tumor", "MHC-I expression", 0.005)
                .does("tumor", "PD-L1 expression", 2)
                .does("T cell", "PD-1 expression", 3)
                .start(1, 1)) {
            assertThat(Traits.of(tissue, 0))
                    .containsExactly(
                            new Traits.Trait("MHC-I", 0.005, 1),
                            new Traits.Trait("CD19", 0.5, 0),
                            new Traits.Trait("PD-L1", 2, 0),
                            new Traits.Trait("PD-1", 0, 1),
                            new Traits.Trait("stimulation", 0, 1),
                            new Traits.Trait("exhaustion", 0, 1));
            assertThat(Traits.of(tissue, 1)).contains(new Traits.Trait("PD-1", 3, 0));
            for (int i = 0; i < tissue.cells().count(); i++) {
                tissue.cells().fate.values[i] = Fate.APOPTOTIC;
            }
            assertThat(Traits.of(tissue, 0)).contains(new Traits.Trait("CD19", 0, 0));
        }
    }

    @Test
    void aTissueWithoutImmunityHasNone() {
        try (Tissue tissue = cells().start(1, 1)) {
            assertThat(Traits.of(tissue, 0)).isEmpty();
        }
    }
}
