package org.immunarium.tissue.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Receptor;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.api.Test;

/// What drugs do follows from how much of them there is where their targets are.
final class DrugLevelTest {

    @Test
    void targetsAreCoveredByWhatIsInTheTissueAndThoseOfTheLymphNodeByWhatIsInBlood() {
        Agent drug = new Agent.FromBlood(0);
        TestTissue test = new TestTissue(100, true)
                .immune(
                        new Action.Blocks(drug, Receptor.PD_1, 3),
                        new Action.Blocks(drug, Receptor.CTLA_4, 4),
                        new Action.Opsonises(drug, 0, 1),
                        new Action.Bridges(drug, 0, 9, 4),
                        new Action.KillsDividing(drug, 2, 2))
                .type("tumor")
                .cell("tumor", 0, 0, 0);
        Treatment treatment = new Treatment(List.of(new Treatment.Course(t -> 4 + t, 0.25)), List.of(), List.of());
        try (Tissue tissue = test.start(treatment, 1, 1)) {
            DrugLevel level = DrugLevel.of(tissue).getFirst();
            assertThat(level.inBlood()).isEqualTo(4);
            assertThat(level.inTissue()).isEqualTo(1);
            assertThat(level.effects())
                    .containsExactly(
                            new DrugLevel.Effect("PD-1", 0.25),
                            new DrugLevel.Effect("CTLA-4", 0.5),
                            new DrugLevel.Effect("antigen", 0.5),
                            new DrugLevel.Effect("antigen", 0.1),
                            new DrugLevel.Effect("CD3", 0.2),
                            new DrugLevel.Effect("dividing cells", 0.2));
            tissue.advanceTo(8);
            assertThat(DrugLevel.of(tissue).getFirst().inBlood()).isEqualTo(12);
        }
    }

    @Test
    void aTissueWithoutImmunityHasNone() {
        try (Tissue tissue = new TestTissue(100, true).type("tumor").start(1, 1)) {
            assertThat(DrugLevel.of(tissue)).isEmpty();
        }
    }
}
