package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much of a cell antibodies mark.
final class OpsonisationTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 1", "45, 1.8", "-1, 0"})
    void antibodiesMarkWhatTheyBindOfAnAntigen(double drug, double marked) {
        TestTissue test = new TestTissue(100, true)
                .immune(new Action.Opsonises(new Agent.FromBlood(0), 0, 5))
                .type("tumor")
                .does("tumor", "antigen expression", 2)
                .cell("tumor", 0, 0, 0);
        try (Tissue tissue = test.start(
                new Treatment(List.of(Treatment.Course.everywhere(t -> drug)), List.of(), List.of()), 1, 1)) {
            assertThat(tissue.immune().orElseThrow().opsonisation().of(0)).isCloseTo(marked, within(1e-12));
        }
    }

    @Test
    void severalAntibodiesAddUpDissolvedOnesByWhereTheCellIs() {
        TestTissue test = new TestTissue(200, true)
                .immune(
                        new Action.Opsonises(new Agent.FromBlood(0), 0, 5),
                        new Action.Opsonises(new Agent.Dissolved(0), 0, 1030))
                .substance("antibody", 0, 0, 0)
                .type("tumor")
                .does("tumor", "antigen expression", 1)
                .cell("tumor", 30, 5, 0);
        try (Tissue tissue =
                test.start(new Treatment(List.of(Treatment.Course.everywhere(t -> 5)), List.of(), List.of()), 1, 1)) {
            TestTissue.ramp(tissue);
            assertThat(tissue.immune().orElseThrow().opsonisation().of(0)).isCloseTo(0.5 + 0.5, within(1e-12));
        }
    }
}
