package org.immunarium.benchmarks.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.immunarium.benchmarks.trials.Prediction.Measure;
import org.immunarium.benchmarks.trials.SimulatedPatient.Rate;
import org.immunarium.trial.endpoint.Setting;
import org.immunarium.trial.statistics.Estimate;
import org.junit.jupiter.api.Test;

/// What chance makes of one trial of the real size.
final class ResampledArmTest {

    private static final int POOLED = 800;
    private static final int SIZE = 200;

    /// A quarter of them responds; events are spread evenly over a time, d.
    private static ResampledArm arm(double last, int place) {
        List<SimulatedPatient> patients = IntStream.range(0, POOLED)
                .mapToObj(i -> new SimulatedPatient(
                        last * (i + 1) / POOLED, true, last * (i + 1) / POOLED / 2, true, i % 4 == 0, i % 10 == 0))
                .toList();
        return new ResampledArm(patients, SIZE, place);
    }

    private static Estimate response(ResampledArm arm) {
        return arm.estimates(patients -> new double[] {Rate.RESPONSE.percent(patients)})[0];
    }

    /// Of 200 patients of whom each responds with probability 1/4, 38 to 62 do in 95 % of trials.
    @Test
    void aSharesIntervalIsThatOfTheBinomialDistribution() {
        Estimate response = response(arm(600, 0));
        assertThat(response.value()).isEqualTo(25);
        assertThat(response.lower()).isCloseTo(19, within(1.01));
        assertThat(response.upper()).isCloseTo(31, within(1.01));
    }

    @Test
    void aTrialHasTheRealSize() {
        assertThat(arm(600, 0).draw(3)).hasSize(SIZE);
    }

    @Test
    void theSameTrialsAreDrawnOnAnyNumberOfThreads() throws Exception {
        Estimate here = response(arm(600, 0));
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            assertThat(one.submit(() -> response(arm(600, 0))).get()).isEqualTo(here);
        }
        assertThat(arm(600, 0).draw(7))
                .isEqualTo(arm(600, 0).draw(7))
                .isNotEqualTo(arm(600, 0).draw(8));
    }

    @Test
    void twoArmsAreDrawnApart() {
        assertThat(arm(600, 0).draw(7)).isNotEqualTo(arm(600, 1).draw(7));
    }

    @Test
    void aPredictionHasCurvesAndAllMeasures() {
        PredictedArm predicted =
                new PredictedArm("s", "T", Setting.ADVANCED, List.of("all"), List.of("A"), "a", SIZE, "b", 30);
        Prediction prediction = Prediction.of(predicted, arm(1200, 0), arm(600, 1));
        assertThat(prediction.measures())
                .extracting(Measure::name)
                .containsExactly(
                        "ORR %", "grade 3+ TRAE %", "median OS months", "median PFS months", "HR OS", "HR PFS");
        assertThat(prediction.measures())
                .allSatisfy(measure -> assertThat(measure.value().value())
                        .isBetween(measure.value().lower(), measure.value().upper()));
        assertThat(prediction.measures().get(2).value().value()).isCloseTo(600 / SimulatedPatient.MONTH, within(0.1));
        assertThat(prediction.measures().get(4).arm()).isEqualTo("a v b");
        assertThat(prediction.measures().get(4).value().upper()).isLessThan(1);
        assertThat(prediction.points().getFirst().survival()).isEqualTo(new Estimate(1, 1, 1));
        // Half-way through, with a twentieth at risk until the 18th month of progression-free survival.
        assertThat(prediction.points()).hasSize(31 + 19);
        assertThat(prediction.points().get(20).survival().value()).isCloseTo(0.493, within(0.01));
    }
}
