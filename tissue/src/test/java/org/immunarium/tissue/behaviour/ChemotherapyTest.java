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

/// Who divides dies of chemotherapy, and nobody else.
final class ChemotherapyTest {

    @Test
    void chemotherapyKillsWhoDivides() {
        TestTissue tissue = new TestTissue(1000, false)
                .immune(new Action.KillsDividing(new Agent.FromBlood(0), 10, 1))
                .type("tumor")
                .type("resting")
                .does("tumor", "cycle entry", 0.01)
                .scattered("tumor", 1000)
                .scattered("resting", 1000);
        Treatment treatment = new Treatment(List.of(Treatment.Course.everywhere(t -> 90)), List.of(), List.of());
        try (Tissue run = tissue.start(treatment, 1, 2)) {
            run.advanceTo(66);
            // Each of 11 steps, 6 % come to divide; 10 % of these do, the others die.
            assertThat(TestTissue.living(run, 0) / 1000.0)
                    .isCloseTo(Math.pow(1 + 0.06 * (0.1 - 0.9), 11), within(0.05));
            assertThat(TestTissue.living(run, 1)).isEqualTo(1000);
            assertThat(run.losses().of(0, Cause.CHEMOTHERAPY)).isGreaterThan(300);
        }
    }
}
