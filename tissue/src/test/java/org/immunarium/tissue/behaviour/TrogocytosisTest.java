package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Immunity;
import org.junit.jupiter.api.Test;

/// What is taken in a time does not depend on in how many steps it is.
final class TrogocytosisTest {

    @Test
    void oneStepTakesAsMuchAsTenShortOnes() {
        TestTissue test = new TestTissue(200, true)
                .immunity(new Immunity(
                        List.of("known", "unknown"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()))
                .type("tumor")
                .type("killer")
                .does("tumor", "known expression", 1)
                .does("tumor", "unknown expression", 1)
                .does("killer", "CAR affinity to known", 1)
                .does("killer", "trogocytosis rate", 2)
                .cell("tumor", 0, 0, 0)
                .cell("tumor", 50, 0, 0)
                .cell("killer", 100, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            AntigenPresentation presentation = tissue.immune().orElseThrow().presentation();
            Trogocytosis trogocytosis = new Trogocytosis(tissue.behaviours(), presentation);
            int killer = 0;
            while (tissue.cells().type.values[killer] != 1) {
                killer++;
            }
            int one = (killer + 1) % 3;
            int other = (killer + 2) % 3;
            trogocytosis.nibble(killer, one, 1);
            for (int step = 0; step < 10; step++) {
                trogocytosis.nibble(killer, other, 0.1);
            }
            assertThat(presentation.onCell(0, one)).isCloseTo(Math.exp(-2), within(1e-12));
            assertThat(presentation.onCell(0, other)).isCloseTo(Math.exp(-2), within(1e-12));
            assertThat(presentation.onCell(1, one)).isEqualTo(1);
        }
    }
}
