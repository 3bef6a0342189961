package org.immunarium.therapy.pharmacokinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.immunarium.numerics.functions.ElementaryFunctions.exp;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.therapy.pharmacokinetics.Elimination.Sigmoid.Form;
import org.junit.jupiter.api.Test;

/// Concentrations against textbook formulas (Gibaldi and Perrier 1982, Pharmacokinetics, chapters 1 and 2), against the
/// differential equations, and at the edges.
class PharmacokineticsTest {

    private static final double FOREVER = 1000;

    /// Ahamadi 2017: pembrolizumab.
    private static final Pharmacokinetics TWO = Pharmacokinetics.twoCompartments(0.22, 3.48, 0.795, 4.06);

    /// Perez-Blanco 2016: doxorubicin, in h.
    private static final Pharmacokinetics THREE =
            Pharmacokinetics.twoCompartments(62.4, 17.7, 50.7, 1830).withPeripheral(28.4, 71);

    @Test
    void aBolusIntoOneCompartmentDecaysExponentially() {
        Concentration concentration =
                Pharmacokinetics.oneCompartment(2, 10).after(List.of(Input.bolus(1, 100)), FOREVER);
        assertThat(concentration.at(0.999)).isZero();
        assertThat(concentration.at(1)).isEqualTo(10);
        assertThat(concentration.at(6)).isCloseTo(10 * exp(-1), within(1e-14));
    }

    @Test
    void anInfusionIntoOneCompartmentRisesToItsPlateauAndFalls() {
        // 100 mg/d over 40 d, CL 2 L/d: 50 mg/L in the end.
        Concentration concentration =
                Pharmacokinetics.oneCompartment(2, 10).after(List.of(Input.infusion(0, 4000, 40)), FOREVER);
        assertThat(concentration.at(5)).isCloseTo(50 * (1 - exp(-1)), within(1e-13));
        assertThat(concentration.at(40)).isCloseTo(50 * (1 - exp(-8)), within(1e-13));
        assertThat(concentration.at(50)).isCloseTo(50 * (1 - exp(-8)) * exp(-2), within(1e-13));
    }

    @Test
    void aDepotFollowsBatemansFunction() {
        Pharmacokinetics drug = Pharmacokinetics.oneCompartment(2, 10).withAbsorption(1, 0.7);
        Concentration concentration = drug.after(List.of(Input.depot(0, 100)), FOREVER);
        for (double t : new double[] {0.01, 1, 3, 20}) {
            double expected = 0.7 * 100 / 10 * 1 / (1 - 0.2) * (exp(-0.2 * t) - exp(-t));
            assertThat(concentration.at(t)).isCloseTo(expected, within(1e-13));
        }
    }

    @Test
    void absorptionAsFastAsEliminationIsTheLimitAndNotADivisionByZero() {
        Pharmacokinetics drug = Pharmacokinetics.oneCompartment(2, 10);
        Concentration exactly = drug.withAbsorption(0.2, 1).after(List.of(Input.depot(0, 100)), FOREVER);
        Concentration nearly = drug.withAbsorption(0.2 * (1 + 1e-9), 1).after(List.of(Input.depot(0, 100)), FOREVER);
        assertThat(exactly.at(5)).isCloseTo(10 * exp(-1), within(1e-14));
        assertThat(nearly.at(5)).isCloseTo(exactly.at(5), withinPercentage(1e-7));
    }

    @Test
    void twoCompartmentsFollowTheBiexponential() {
        // alpha and beta from the quadratic that k10, k12 and k21 give.
        double k10 = 0.22 / 3.48;
        double k12 = 0.795 / 3.48;
        double k21 = 0.795 / 4.06;
        double root = Math.sqrt((k10 + k12 + k21) * (k10 + k12 + k21) - 4 * k10 * k21);
        double alpha = (k10 + k12 + k21 + root) / 2;
        double beta = (k10 + k12 + k21 - root) / 2;
        Concentration concentration = TWO.after(List.of(Input.bolus(0, 200)), FOREVER);
        for (double t : new double[] {0, 0.5, 3, 21, 100}) {
            double expected =
                    200 / 3.48 * ((alpha - k21) * exp(-alpha * t) + (k21 - beta) * exp(-beta * t)) / (alpha - beta);
            assertThat(concentration.at(t)).isCloseTo(expected, withinPercentage(1e-11));
        }
    }

    @Test
    void noExchangeLeavesOneCompartmentAndAnImperceptibleOneNearlyDoes() {
        List<Input> dose = List.of(Input.bolus(0, 100));
        Concentration one = Pharmacokinetics.oneCompartment(2, 10).after(dose, FOREVER);
        // The peripheral compartment has the very rate of elimination: the modes come together as Q vanishes.
        Concentration none = Pharmacokinetics.twoCompartments(2, 10, 0, 5).after(dose, FOREVER);
        Concentration little =
                Pharmacokinetics.twoCompartments(2, 10, 1e-14, 5e-14).after(dose, FOREVER);
        for (double t : new double[] {0, 1, 10, 50}) {
            assertThat(none.at(t)).isEqualTo(one.at(t));
            assertThat(little.at(t)).isCloseTo(one.at(t), withinPercentage(1e-9));
        }
    }

    @Test
    void likeCompartmentsAreOneOfTheirSumAndNearlyLikeOnesNearlySo() {
        List<Input> dose = List.of(Input.bolus(0, 100));
        Concentration two = Pharmacokinetics.twoCompartments(2, 10, 3, 6).after(dose, FOREVER);
        Concentration split = Pharmacokinetics.twoCompartments(2, 10, 1, 2)
                .withPeripheral(2, 4)
                .after(dose, FOREVER);
        Concentration nearly = Pharmacokinetics.twoCompartments(2, 10, 1, 2)
                .withPeripheral(2, 4 * (1 + 1e-13))
                .after(dose, FOREVER);
        for (double t : new double[] {0, 0.3, 2, 40}) {
            assertThat(split.at(t)).isCloseTo(two.at(t), withinPercentage(1e-11));
            assertThat(nearly.at(t)).isCloseTo(two.at(t), withinPercentage(1e-9));
        }
    }

    @Test
    void aVeryShortInfusionIsABolus() {
        Concentration bolus = TWO.after(List.of(Input.bolus(30, 200)), FOREVER);
        for (double duration : new double[] {1e-16, 1e-14, 1e-12, 1e-9}) {
            Concentration infusion = TWO.after(List.of(Input.infusion(30, 200, duration)), FOREVER);
            assertThat(infusion.at(30 + 1e-8)).isCloseTo(bolus.at(30 + 1e-8), withinPercentage(1e-6));
            assertThat(infusion.at(60)).isCloseTo(bolus.at(60), withinPercentage(1e-8));
        }
    }

    @Test
    void theClosedFormIsWhatTheDifferentialEquationsSay() {
        List<Input> doses = List.of(
                Input.infusion(0, 200, 0.5 / 24),
                Input.bolus(21, 50),
                new Input(22, 30, 3, Input.Site.DEPOT),
                Input.infusion(23, 70, 10),
                Input.depot(25, 90));
        for (Pharmacokinetics drug : List.of(Pharmacokinetics.oneCompartment(2, 10), TWO, THREE)) {
            Pharmacokinetics absorbed = drug.withAbsorption(0.4, 0.8);
            Concentration closed = absorbed.after(doses, 60);
            Concentration integrated =
                    IntegratedConcentration.of(absorbed, new Inputs(doses, absorbed.absorption()), 60);
            for (double t = 0; t <= 60; t += 0.083) {
                assertThat(integrated.at(t))
                        .as("at %s of %s", t, drug)
                        .isCloseTo(closed.at(t), within(1e-9 * Math.max(closed.at(t), 0.01)));
            }
        }
    }

    @Test
    void aClearanceThatDoesNotChangeIsLinear() {
        List<Input> doses = List.of(Input.infusion(0, 240, 1.0 / 24), Input.infusion(14, 240, 1.0 / 24));
        Concentration closed = TWO.after(doses, 60);
        for (Elimination same : List.of(
                new Elimination.Sigmoid(0.22, 0, Form.EXPONENTIAL, 58.75, 3.15),
                new Elimination.Waning(0.2, 0.02, 0),
                new Elimination.Saturable(0.22, 0, 8.92))) {
            Concentration integrated = TWO.withElimination(same).after(doses, 60);
            for (double t = 0; t <= 60; t += 0.71) {
                assertThat(integrated.at(t)).isCloseTo(closed.at(t), within(1e-9 * Math.max(closed.at(t), 0.01)));
            }
        }
    }

    @Test
    void clearanceFallsFromTheFirstDoseOn() {
        // Bajaj 2017: nivolumab; half of -0.295 at 58.75 d, all of it in the end, a fall by a quarter.
        Elimination.Sigmoid nivolumab = new Elimination.Sigmoid(0.2256, -0.295, Form.EXPONENTIAL, 58.75, 3.15);
        assertThat(nivolumab.slope(0, 1)).isEqualTo(0.2256);
        assertThat(nivolumab.slope(58.75, 1)).isCloseTo(0.2256 * exp(-0.295 / 2), within(1e-15));
        assertThat(nivolumab.slope(1e6, 1) / 0.2256).isCloseTo(0.745, within(0.001));
        Pharmacokinetics drug =
                Pharmacokinetics.twoCompartments(0, 3.63, 0.7704, 2.78).withElimination(nivolumab);
        Concentration early = drug.after(List.of(Input.bolus(0, 240)), 600);
        Concentration late = drug.after(List.of(Input.bolus(300, 240)), 600);
        assertThat(late.at(310)).as("time counts from the first dose").isCloseTo(early.at(10), within(1e-7));
    }

    @Test
    void derivativesOfEliminationAreThoseOfItsRate() {
        for (Elimination each : List.of(
                new Elimination.Linear(0.3),
                new Elimination.Sigmoid(0.3, -0.4, Form.EXPONENTIAL, 50, 1),
                new Elimination.Sigmoid(0.3, -0.4, Form.EXPONENTIAL, 50, 2.5),
                new Elimination.Sigmoid(0.3, -0.4, Form.PROPORTIONAL, 50, 2.5),
                new Elimination.Waning(0.2, 0.3, 0.1),
                new Elimination.Saturable(0.1, 8, 9))) {
            double h = 1e-5;
            double slope = (each.rate(30, 20 + h) - each.rate(30, 20 - h)) / (2 * h);
            double drift = (each.rate(30 + h, 20) - each.rate(30 - h, 20)) / (2 * h);
            assertThat(each.slope(30, 20)).isCloseTo(slope, within(1e-8));
            assertThat(each.drift(30, 20)).isCloseTo(drift, within(1e-8));
            assertThat(each.scaled(2).rate(1e9, 1e9)).isCloseTo(2 * each.rate(1e9, 1e9), withinPercentage(1e-5));
        }
    }

    @Test
    void saturableEliminationEmptiesAtItsMaximumRate() {
        // One compartment, Km far below: 8 mg/d leave, whatever the concentration; Lambert's W has the rest.
        Pharmacokinetics drug =
                new Pharmacokinetics(new Elimination.Saturable(0, 8, 1e-6), 1, List.of(), Optional.empty());
        Concentration concentration = drug.after(List.of(Input.bolus(0, 100)), 20);
        assertThat(concentration.at(5)).isCloseTo(60, within(1e-4));
        assertThat(concentration.at(20)).isCloseTo(0, within(1e-9));
    }

    @Test
    void dosesAtOneTimeAndOverlappingOnesAddUpInAnyOrder() {
        List<Input> doses =
                List.of(Input.infusion(3, 10, 5), Input.bolus(3, 20), Input.bolus(3, 5), Input.infusion(0, 40, 20));
        Concentration together = TWO.after(doses, FOREVER);
        Concentration reversed = TWO.after(doses.reversed(), FOREVER);
        for (double t : new double[] {0, 3, 3.5, 8, 19, 30}) {
            double sum = doses.stream()
                    .mapToDouble(dose -> TWO.after(List.of(dose), FOREVER).at(t))
                    .sum();
            assertThat(together.at(t)).isCloseTo(sum, within(1e-13));
            assertThat(reversed.at(t)).isCloseTo(sum, within(1e-13));
        }
    }

    @Test
    void atSteadyStateTheMeanIsTheDoseRateOverTheClearance() {
        List<Input> doses = IntStream.range(0, 60)
                .mapToObj(i -> Input.infusion(21 * i, 200, 0.5 / 24))
                .toList();
        Concentration concentration = TWO.after(doses, 2000);
        assertThat(mean(concentration, 59 * 21, 60 * 21)).isCloseTo(200 / 0.22 / 21, withinPercentage(1e-4));
    }

    /// By Simpson's rule, finer where an infusion runs.
    static double mean(Concentration concentration, double from, double to) {
        double middle = from + 0.5 / 24;
        return (integral(concentration, from, middle) + integral(concentration, middle, to)) / (to - from);
    }

    private static double integral(Concentration concentration, double from, double to) {
        int n = 2000;
        double h = (to - from) / n;
        double sum = concentration.at(from) + concentration.at(to);
        for (int i = 1; i < n; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * concentration.at(from + i * h);
        }
        return sum * h / 3;
    }

    @Test
    void otherUnitsAreFactors() {
        Concentration perDay = TWO.after(List.of(Input.bolus(0, 200)), FOREVER);
        assertThat(perDay.scaled(1000, 1440).at(2880)).isEqualTo(1000 * perDay.at(2));
    }

    @Test
    void nothingGivenIsNothingThere() {
        assertThat(TWO.after(List.of(), 10).at(5)).isZero();
        assertThat(TWO.after(List.of(Input.bolus(0, 0)), 10).at(5)).isZero();
        Pharmacokinetics waning = TWO.withElimination(new Elimination.Waning(0.2, 0.2, 0.1));
        assertThat(waning.after(List.of(Input.bolus(20, 5)), 10).at(10)).isZero();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Pharmacokinetics.oneCompartment(-1, 1)).hasMessageContaining("clearance");
        assertThatThrownBy(() -> Pharmacokinetics.oneCompartment(1, 0)).hasMessageContaining("volume");
        assertThatThrownBy(() -> TWO.withPeripheral(1, Double.NaN)).hasMessageContaining("volume");
        assertThatThrownBy(() -> TWO.withAbsorption(0, 1)).hasMessageContaining("rate above 0");
        assertThatThrownBy(() -> TWO.withAbsorption(1, 1.1)).hasMessageContaining("bioavailability");
        assertThatThrownBy(() -> Input.infusion(0, 1, -1)).hasMessageContaining("duration");
        assertThatThrownBy(() -> TWO.after(List.of(Input.depot(0, 1)), 1)).hasMessageContaining("absorbed");
        assertThatThrownBy(() -> new Elimination.Sigmoid(0.2, 0.1, Form.EXPONENTIAL, 1, 0.5))
                .hasMessageContaining("Hill");
        Concentration tenDays =
                TWO.withElimination(new Elimination.Waning(0.2, 0.2, 0.1)).after(List.of(Input.bolus(0, 5)), 10);
        assertThatThrownBy(() -> tenDays.at(11)).hasMessageContaining("up to 10");
    }
}
