package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Receptor;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Macrophages eat what antibodies have marked, by how much it is, unless CD47 warns them.
final class AntibodyPhagocytosisTest {

    private static TestTissue macrophages(Action... actions) {
        return TestTissue.pairs(actions)
                .does("killer", "lethal hit rate", 0)
                .does("killer", "Fc affinity", 9)
                .does("killer", "phagocytose opsonised cell", 0.02);
    }

    @Test
    void livingCellsAreEatenByHowMuchOfThemIsMarked() {
        TestTissue tissue = macrophages(new Action.Opsonises(new Agent.FromBlood(0), 0, 5));
        assertThat(tissue.livingTargets(0, 60)).isEqualTo(1);
        // Opsonisation 0.9 gives 8.1 / 9.1.
        assertThat(tissue.livingTargets(45, 60)).isCloseTo(Math.exp(-0.02 * 8.1 / 9.1 * 60), within(0.075));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 0.5", "5, 0.090909090909"})
    void cd47WarnsAndWhatCoversItTakesThatAway(double cd47, double left) {
        TestTissue tissue = macrophages(
                        new Action.Opsonises(new Agent.FromBlood(0), 0, 1e-9),
                        new Action.Blocks(new Agent.FromBlood(0), Receptor.CD47, 1))
                .does("tumor", "CD47 expression", 2 * cd47);
        // As much of the drug as its constant covers half of CD47; of the antigen all is marked.
        Treatment treatment = new Treatment(List.of(Treatment.Course.everywhere(t -> 1)), List.of(), List.of());
        try (Tissue run = tissue.start(treatment, 1, 1)) {
            double rate = run.immune()
                    .orElseThrow()
                    .antibodyPhagocytosis()
                    .rate(TestTissue.find(run, 1), TestTissue.find(run, 0));
            assertThat(rate).isCloseTo(0.02 * 0.9 * left, within(1e-9));
        }
    }
}
