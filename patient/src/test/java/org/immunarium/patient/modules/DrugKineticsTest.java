package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.patient.modules.DrugKinetics.Way;
import org.junit.jupiter.api.Test;

final class DrugKineticsTest {

    private static StillTumour patient(Way... ways) {
        return new StillTumour()
                .with("CL_drug = 0.2 L/d", "V1_drug = 4 L")
                .with(
                        List.of(ways).contains(Way.TISSUE)
                                ? new String[] {"Q_drug = 0.5 L/d", "V2_drug = 3 L"}
                                : new String[0])
                .add(new DrugKinetics(StillTumour.BODY, "drug", Set.of(ways)))
                .dose(0, "V_C.drug", 1e-6);
    }

    /// The closed solution of two compartments after a dose D.
    private static double closed(double t, double dose, double cl, double v1, double q, double v2) {
        double k10 = cl / v1;
        double k12 = q / v1;
        double k21 = q / v2;
        double sum = k10 + k12 + k21;
        double root = Math.sqrt(sum * sum - 4 * k10 * k21);
        double alpha = (sum + root) / 2;
        double beta = (sum - root) / 2;
        return dose / v1 / (alpha - beta) * ((alpha - k21) * Math.exp(-alpha * t) + (k21 - beta) * Math.exp(-beta * t));
    }

    @Test
    void plasmaFollowsTheClosedSolution() {
        double[] plasma = patient(Way.TISSUE).at(0.5, 3, 20, 60).column("c_drug");
        double[] days = {0.5, 3, 20, 60};
        for (int i = 0; i < days.length; i++) {
            double expected = closed(days[i], 1e-6, 0.2, 4, 0.5, 3);
            assertThat(plasma[i]).isCloseTo(expected, within(1e-7 * expected));
        }
    }

    @Test
    void bloodHoldsTheAmountOfTheDose() {
        Timecourse course = patient(Way.TISSUE).at(1e-9);
        assertThat(course.column("V_C.drug")[0] * 5).isCloseTo(1e-6, within(1e-12));
    }

    @Test
    void muchOfADrugSaturatesItsElimination() {
        StillTumour patient =
                patient(Way.SATURABLE).with("CL_drug = 0 L/d", "Vmax_drug = 1e-9 mol/d", "Km_drug = 1e-12 M");
        assertThat(patient.at(0, 100).column("c_drug")[1] * 4).isCloseTo(1e-6 - 100e-9, within(1e-11));
    }

    @Test
    void whatItReachesSlowlyHoldsItBack() {
        StillTumour patient =
                patient(Way.TISSUE, Way.SLOW_TISSUE).with("CL_drug = 0 L/d", "Q3_drug = 1 L/d", "V3_drug = 13 L");
        assertThat(patient.at(0, 1000).column("c_drug")[1]).isCloseTo(1e-6 / 20, within(1e-13));
    }
}
