package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.api.Test;

/// How well effectors know their targets, each in its way.
final class RecognitionTest {

    @Test
    void withoutMhcATCellIsBlindAndACarTCellIsNot() {
        TestTissue hidden = TestTissue.pairs().does("tumor", "MHC-I expression", 0);
        assertThat(hidden.does("killer", "TCR affinity to antigen", 9).livingTargets(0, 60))
                .isEqualTo(1);
        assertThat(hidden.does("killer", "CAR affinity to antigen", 9).livingTargets(0, 60))
                .isLessThan(0.2);
    }

    @Test
    void anNkCellKillsWhatLacksMhcOnly() {
        TestTissue stressed = TestTissue.pairs()
                .does("tumor", "stress ligand expression", 1)
                .does("killer", "missing-self recognition", 1);
        // MHC-I of 1 leaves 1 / (1 + (1 / 0.3)^2) = 0.083 of the strength.
        assertThat(stressed.livingTargets(0, 60))
                .isCloseTo(TestTissue.lessThanThreeHits(0.1 * 0.0826 * 60), within(0.06));
        assertThat(stressed.does("tumor", "MHC-I expression", 0).livingTargets(0, 60))
                .isLessThan(0.12);
    }

    @Test
    void antibodiesLeadNkCells() {
        TestTissue nk = TestTissue.pairs(new Action.Opsonises(new Agent.FromBlood(0), 0, 5))
                .does("killer", "Fc affinity", 9);
        assertThat(nk.livingTargets(0, 60)).isEqualTo(1);
        // Opsonisation 0.9 gives 8.1 / 9.1.
        assertThat(nk.livingTargets(45, 30))
                .isCloseTo(TestTissue.lessThanThreeHits(0.1 * 8.1 / 9.1 * 30), within(0.075));
    }

    @Test
    void anEngagerTiesLittleWhereThereIsTooMuchOfIt() {
        TestTissue tissue = TestTissue.pairs(new Action.Bridges(new Agent.FromBlood(0), 0, 1, 100))
                .does("killer", "CD3 expression", 1);
        assertThat(tissue.livingTargets(0, 60)).isEqualTo(1);
        assertThat(tissue.livingTargets(10, 60)).isLessThan(0.2);
        assertThat(tissue.livingTargets(1e5, 60)).isGreaterThan(0.97);
    }

    @Test
    void waysTogetherLeaveUnknownOnlyWhatAllDo() {
        TestTissue test = new TestTissue(200, true)
                .immune(new Action.Bridges(new Agent.FromBlood(0), 0, 1, 9))
                .type("tumor")
                .type("killer")
                .does("tumor", "antigen expression", 1)
                .does("tumor", "MHC-I expression", 0.3)
                .does("tumor", "stress ligand expression", 1)
                .does("killer", "TCR affinity to antigen", 1 / 0.3)
                .does("killer", "CAR affinity to antigen", 3)
                .does("killer", "missing-self recognition", 0.8)
                .does("killer", "CD3 expression", 0.6)
                .cell("tumor", 0, 0, 0)
                .cell("killer", 15, 0, 0);
        try (Tissue tissue =
                test.start(new Treatment(List.of(Treatment.Course.everywhere(t -> 1)), List.of(), List.of()), 1, 1)) {
            ImmuneSystem immune = tissue.immune().orElseThrow();
            Recognition recognition = new Recognition(
                    tissue.model().immunity().orElseThrow(),
                    tissue.behaviours(),
                    immune.presentation(),
                    immune.opsonisation(),
                    immune.agents());
            int target = TestTissue.find(tissue, 0);
            int killer = TestTissue.find(tissue, 1);
            // TCR 1/2, CAR 3/4, missing self 0.8/2, an engager 0.6 x 1/2 x 9/10.
            double unknown = 0.5 * 0.25 * 0.6 * (1 - 0.27);
            assertThat(recognition.strength(killer, target)).isCloseTo(1 - unknown, within(1e-12));
            assertThat(recognition.way(killer, target)).isEqualTo(Cause.CHIMERIC_RECEPTOR);
            assertThat(recognition.strength(target, killer)).isZero();
        }
    }
}
