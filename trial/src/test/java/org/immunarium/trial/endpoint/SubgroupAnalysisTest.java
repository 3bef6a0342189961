package org.immunarium.trial.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.immunarium.trial.statistics.TestResult;
import org.junit.jupiter.api.Test;

class SubgroupAnalysisTest {

    private static final double CONFIDENCE = 0.95;

    /// In level 0 the arm's patients live for three times as long, in level 1 as long as those of the control.
    private static List<Participants> patients(int arm) {
        List<Participants> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int level = i % 2;
            double time = 1 + (i * 37) % 60 + 0.1 * arm;
            all.add(Participants.of(arm, level, arm == 1 && level == 0 ? 3 * time : time, i % 5 != 0));
        }
        return all;
    }

    @Test
    void levelsAreComparedEachByItself() {
        List<Participants> arm = patients(1);
        List<Participants> control = patients(0);
        SubgroupAnalysis found =
                SubgroupAnalysis.of(Endpoint.OVERALL_SURVIVAL, arm, control, 2, Participants::stratum, CONFIDENCE);
        for (int level = 0; level < 2; level++) {
            int place = level;
            Comparison alone = Comparison.of(
                            Endpoint.OVERALL_SURVIVAL,
                            arm.stream().filter(each -> each.stratum() == place).toList(),
                            control.stream()
                                    .filter(each -> each.stratum() == place)
                                    .toList(),
                            CONFIDENCE)
                    .orElseThrow();
            assertThat(found.levels().get(level).hazardRatio()).isEqualTo(alone.hazardRatio());
            assertThat(found.levels().get(level).arm().patients()).isEqualTo(30);
            assertThat(found.levels().get(level).arm().events()).isEqualTo(24);
        }
        assertThat(found.levels().get(0).hazardRatio().upper()).isLessThan(0.7);
        assertThat(found.levels().get(1).hazardRatio().value()).isBetween(0.8, 1.2);
        assertThat(found.interaction().p()).isLessThan(0.01);
    }

    /// Where levels are the strata, all of each other's coefficients are apart, so that the likelihood with the
    /// product
    /// is that of the levels.
    @Test
    void withLevelsThatAreStrataTheLikelihoodIsTheSumOfThoseOfLevels() {
        TestResult one = SubgroupAnalysis.of(
                        Endpoint.OVERALL_SURVIVAL, patients(1), patients(0), 2, Participants::stratum, CONFIDENCE)
                .interaction();
        double apart = 0;
        for (int level = 0; level < 2; level++) {
            int place = level;
            apart += Comparison.TwoArms.of(
                            Endpoint.OVERALL_SURVIVAL,
                            patients(1).stream()
                                    .filter(each -> each.stratum() == place)
                                    .toList(),
                            patients(0).stream()
                                    .filter(each -> each.stratum() == place)
                                    .toList())
                    .orElseThrow()
                    .cox()
                    .logLikelihood();
        }
        double together = Comparison.TwoArms.of(Endpoint.OVERALL_SURVIVAL, patients(1), patients(0))
                .orElseThrow()
                .cox()
                .logLikelihood();
        assertThat(one.chiSquared()).isCloseTo(2 * (apart - together), within(1e-9));
        assertThat(one.degrees()).isEqualTo(1);
    }

    @Test
    void aLevelWithoutPatientsHasNoRatioAndTellsNothing() {
        SubgroupAnalysis found =
                SubgroupAnalysis.of(Endpoint.OVERALL_SURVIVAL, patients(1), patients(0), 2, _ -> 0, CONFIDENCE);
        assertThat(found.levels().get(1).hazardRatio().value()).isNaN();
        assertThat(found.levels().get(1).control()).isEqualTo(new SubgroupAnalysis.Count(0, 0));
        assertThat(found.interaction().p()).isNaN();
    }

    @Test
    void nobodyWithAnEventInALevelTellsNothing() {
        List<Participants> arm = Stream.of(50.0, 55.0, 3.0, 4.0)
                .map(time -> Participants.of(1, time < 5 ? 1 : 0, time, time < 5))
                .toList();
        SubgroupAnalysis found =
                SubgroupAnalysis.of(Endpoint.OVERALL_SURVIVAL, arm, patients(0), 2, Participants::stratum, CONFIDENCE);
        assertThat(found.interaction().p()).isNaN();
    }
}
