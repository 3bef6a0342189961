package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Priming;
import org.junit.jupiter.api.Test;

/// Parts of an immune system work hand in hand.
final class ImmuneSystemTest {

    @Test
    void aDendriticCellCarriesWhatItAteToTheLymphNode() {
        Immunity immunity = new Immunity(
                List.of("antigen"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Priming(2, 0, 10, 3, 0, 10, 0)));
        TestTissue test = new TestTissue(200, true)
                .immunity(immunity)
                .type("tumor")
                .type("dendritic")
                .type("T cell")
                .does("tumor", "antigen expression", 3)
                .does("dendritic", "phagocytose tumor", 1e9)
                .rule("dendritic", "antigen cargo", true, "egress rate", 1e9, 1, 8)
                .cell("tumor", 0, 0, 0)
                .cell("dendritic", 15, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(6);
            assertThat(tissue.cells().count()).isEqualTo(1);
            tissue.advanceTo(18);
            // It left at 6 min.
            assertThat(tissue.losses().of(1, Cause.EGRESS)).isEqualTo(1);
            assertThat(tissue.cells().count()).isZero();
            tissue.advance();
            // Cargo 3 of a half of 3 primes half of 10, which come 10 min later.
            assertThat(TestTissue.living(tissue, 2)).isEqualTo(5);
        }
    }

    @Test
    void aTissueWithoutImmunityHasNone() {
        try (Tissue tissue = new TestTissue(200, true).type("tumor").start(1, 1)) {
            assertThat(tissue.immune()).isEmpty();
        }
    }
}
