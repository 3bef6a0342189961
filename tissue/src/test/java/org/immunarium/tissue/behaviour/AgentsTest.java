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

/// Of a receptor is free what no drug covers.
final class AgentsTest {

    @Test
    void aCellMeetsTheShareOfTheTissueAndTheBloodHasAllOfADrug() {
        TestTissue test = new TestTissue(100, true)
                .immune(new Action.Blocks(new Agent.FromBlood(0), Receptor.PD_1, 1))
                .type("T cell")
                .cell("T cell", 0, 0, 0);
        Treatment.Course course = new Treatment.Course(t -> 4, 0.25);
        try (Tissue tissue = test.start(new Treatment(List.of(course), List.of(), List.of()), 1, 1)) {
            Agents agents = tissue.immune().orElseThrow().agents();
            assertThat(agents.inBlood(0)).isEqualTo(4);
            assertThat(agents.freeInBlood(Receptor.PD_1)).isCloseTo(1 / 5.0, within(1e-15));
            assertThat(agents.inTissue(0)).isEqualTo(1);
            assertThat(agents.free(Receptor.PD_1, 0)).isEqualTo(1 / 2.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 0.25", "-0.9, 1", "-1, 1"})
    void whatIsFreeStaysBetweenNothingAndAll(double inBlood, double free) {
        TestTissue test = new TestTissue(100, true)
                .immune(new Action.Blocks(new Agent.FromBlood(0), Receptor.CTLA_4, 1))
                .type("T cell")
                .cell("T cell", 0, 0, 0);
        Treatment treatment = new Treatment(List.of(Treatment.Course.everywhere(t -> inBlood)), List.of(), List.of());
        try (Tissue tissue = test.start(treatment, 1, 1)) {
            Agents agents = tissue.immune().orElseThrow().agents();
            assertThat(agents.freeInBlood(Receptor.CTLA_4)).isEqualTo(free);
            assertThat(agents.free(Receptor.CTLA_4, 0)).isEqualTo(free);
        }
    }
}
