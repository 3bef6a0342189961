package org.immunarium.trial.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.trial.economics.PatientCourse.Event;
import org.immunarium.trial.economics.PatientCourse.Given;
import org.immunarium.trial.economics.Tariff.EventValue;
import org.immunarium.trial.economics.TrialEvaluation.Arm;
import org.immunarium.trial.economics.TrialEvaluation.Value;
import org.immunarium.units.Days;
import org.junit.jupiter.api.Test;

class TrialEvaluationTest {

    private static final double YEAR = Days.YEAR;

    private static UncertainValue of(String name, double value) {
        return UncertainValue.amount(name, value, value / 10);
    }

    private static Tariff tariff() {
        return new Tariff(
                Map.of(
                        "A", new Acquisition.WholeVials(List.of(new Vial(100, 1000)), 0),
                        "B", new Acquisition.PerDose(50_000)),
                of("administration", 200),
                of("further administration", 50),
                of("visit", 80),
                of("progression-free", 12_000),
                of("progressed", 30_000),
                of("end of life", 9000),
                UncertainValue.share("utility progression-free", 0.8, 0.02),
                UncertainValue.share("utility progressed", 0.5, 0.02),
                Map.of(
                        "colitis",
                        new EventValue(
                                of("colitis", 16_000), UncertainValue.share("colitis disutility", 0.2, 0.05), 30)));
    }

    /// One patient by hand: two doses of 150 mg, another drug on the same day as the second, colitis,
    /// progression after half a year, death after a year.
    private static PatientCourse patient() {
        return new PatientCourse(
                YEAR,
                Optional.of(YEAR),
                Optional.of(YEAR / 2),
                List.of(new Given("A", 150, 0, true), new Given("A", 150, 21, true), new Given("B", 1, 21, true)),
                List.of(56.0, 112.0),
                List.of(new Event("colitis", 40)));
    }

    private static TrialEvaluation evaluation(List<Arm> arms, double horizon, Discount discount) {
        return TrialEvaluation.of(arms, tariff(), horizon, 30.4375, discount, discount);
    }

    @Test
    void aPatientIsCountedAsByHand() {
        TrialEvaluation evaluation = evaluation(List.of(new Arm("one", List.of(patient()))), 2 * YEAR, Discount.NONE);
        Value value = evaluation.value(0);
        assertThat(value.acquisition()).isCloseTo(2 * 2000 + 50_000, within(1e-9));
        assertThat(value.administration()).isCloseTo(2 * 200 + 50 + 2 * 80, within(1e-9));
        assertThat(value.care()).isCloseTo(6000 + 15_000, within(1e-8));
        assertThat(value.events()).isCloseTo(16_000, within(1e-9));
        assertThat(value.endOfLife()).isCloseTo(9000, within(1e-9));
        assertThat(value.lifeYears()).isCloseTo(1, within(1e-12));
        assertThat(value.qalys()).isCloseTo(0.4 + 0.25 - 0.2 * 30 / YEAR, within(1e-12));
        assertThat(value.cost()).isCloseTo(54_000 + 610 + 21_000 + 16_000 + 9000, within(1e-8));
    }

    @Test
    void whatIsLaterIsDiscounted() {
        Discount five = new Discount(0.05, Discount.Timing.CONTINUOUS);
        Value value = evaluation(List.of(new Arm("one", List.of(patient()))), 2 * YEAR, five)
                .value(0);
        assertThat(value.endOfLife()).isCloseTo(9000 / 1.05, within(1e-8));
        assertThat(value.lifeYears()).isCloseTo((1 - 1 / 1.05) / Math.log(1.05), within(1e-10));
    }

    @Test
    void whatComesAfterTheHorizonDoesNotCount() {
        Value value = evaluation(List.of(new Arm("one", List.of(patient()))), 30, Discount.NONE)
                .value(0);
        assertThat(value.events()).isZero();
        assertThat(value.endOfLife()).isZero();
        assertThat(value.lifeYears()).isCloseTo(30 / YEAR, within(1e-12));
    }

    @Test
    void aPriceThatIsMissingIsTold() {
        PatientCourse other = new PatientCourse(
                10, Optional.empty(), Optional.empty(), List.of(new Given("C", 1, 0, true)), List.of(), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation(List.of(new Arm("one", List.of(other))), 30, Discount.NONE))
                .withMessage("the tariff has no price of C");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PatientCourse(10, Optional.of(12.0), Optional.empty(), List.of(), List.of(), List.of()))
                .withMessage("died on day 12.0, followed until day 10.0");
    }

    /// Patients who die at a rate and are censored at another: the mean life until the horizon is that of the
    /// exponential curve, not the mean of what was seen.
    @Test
    void censoredPatientsAreAccountedFor() {
        double rate = 0.8;
        RandomStream random = new RandomStream(3, 0, 0, Purpose.FOLLOW_UP);
        List<PatientCourse> patients = new ArrayList<>();
        double seen = 0;
        int n = 4000;
        for (int i = 0; i < n; i++) {
            double death = random.nextExponential() / rate * YEAR;
            double lost = Math.min(3, 4 * random.nextDouble()) * YEAR;
            double followed = Math.min(death, lost);
            seen += Math.min(2 * YEAR, followed) / YEAR / n;
            patients.add(new PatientCourse(
                    followed,
                    death <= lost ? Optional.of(death) : Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        TrialEvaluation evaluation = evaluation(List.of(new Arm("all", patients)), 2 * YEAR, Discount.NONE);
        double expected = (1 - Math.exp(-rate * 2)) / rate;
        assertThat(evaluation.horizon()).isEqualTo(2 * YEAR);
        assertThat(evaluation.value(0).lifeYears()).isCloseTo(expected, within(0.03));
        assertThat(seen).isLessThan(expected - 0.1);
        assertThat(evaluation.value(0).endOfLife()).isCloseTo(9000 * (1 - Math.exp(-rate * 2)), within(200.0));
    }

    @Test
    void theHorizonEndsWhereFewAreFollowed() {
        List<PatientCourse> patients = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            patients.add(
                    new PatientCourse(10.0 * i, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of()));
        }
        TrialEvaluation evaluation = evaluation(List.of(new Arm("all", patients)), 1000, Discount.NONE);
        assertThat(evaluation.horizon()).isEqualTo(190);
        assertThat(evaluation.value(0).lifeYears()).isCloseTo(190 / YEAR, within(1e-9));
    }

    @Test
    void drawsOfTheSameSeedAreTheSameAndCentreOnTheMeans() {
        List<PatientCourse> treated = new ArrayList<>();
        List<PatientCourse> control = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            treated.add(course(300 + 5 * i, true));
            control.add(course(200 + 4 * i, false));
        }
        TrialEvaluation evaluation =
                evaluation(List.of(new Arm("treated", treated), new Arm("control", control)), YEAR, Discount.NONE);
        Samples samples = evaluation.sample(5, 800);
        assertThat(evaluation.sample(5, 800).costs()).isDeepEqualTo(samples.costs());
        for (int arm = 0; arm < 2; arm++) {
            double mean = Arrays.stream(samples.costs()[arm]).average().orElseThrow();
            assertThat(mean).isCloseTo(evaluation.value(arm).cost(), within(0.01 * mean));
        }
        Tornado tornado = evaluation.tornado(0, 1, 100_000);
        Increment increment =
                evaluation.strategies().get(0).minus(evaluation.strategies().get(1));
        assertThat(tornado.base()).isCloseTo(increment.netMonetaryBenefit(100_000), within(1e-6));
        assertThat(tornado.bars()).isNotEmpty();
    }

    private static PatientCourse course(double death, boolean treated) {
        return new PatientCourse(
                death,
                Optional.of(death),
                Optional.of(death / 2),
                treated ? List.of(new Given("A", 200, 0, true)) : List.of(),
                List.of(),
                List.of());
    }
}
