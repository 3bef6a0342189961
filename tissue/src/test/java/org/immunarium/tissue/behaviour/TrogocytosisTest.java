package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Immunity;
import org.junit.jupiter.api.Test;

/// Killers nibble off what they know; what is taken in a time does not depend on in how many steps it is.
final class TrogocytosisTest {

    @Test
    void trogocytosisHidesTheTarget() {
        TestTissue tissue = TestTissue.pairs()
                .does("killer", "CAR affinity to antigen", 1)
                .does("killer", "trogocytosis rate", 0.5);
        assertThat(tissue.livingTargets(0, 600)).isGreaterThan(0.97);
        assertThat(tissue.does("tumor", "antigen recovery rate", 10).livingTargets(0, 600))
                .isLessThan(0.1);
    }

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
            int one = TestTissue.find(tissue, 0);
            int other = TestTissue.find(tissue, 1);
            int killer = TestTissue.find(tissue, 2);
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
