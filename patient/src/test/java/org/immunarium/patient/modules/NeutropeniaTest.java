package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.equations.simulation.Timecourse;
import org.junit.jupiter.api.Test;

/// Values of docetaxel are those of Friberg et al. 2002: 5.05e9 cells/L, 88.7 h, feedback 0.161, slope 8.58 L/µmol.
final class NeutropeniaTest {

    private static StillTumour marrow() {
        return new StillTumour()
                .with("ANC0 = 5.05e9 cells/L", "MTT = 88.7 h", "feedback = 0.161", "slope_drug = 8.58 1/µM")
                .add(patient -> patient.part(StillTumour.BODY.names())
                        .concentration("{blood}.drug", "Drug", "mol")
                        .reaction("Loss of the drug", "{blood}.drug ->", "k_out * {blood}.drug * {blood}"))
                .with("k_out = 3 1/d")
                .add(new Neutropenia("V_C", "slope_drug * V_C.drug"));
    }

    @Test
    void withoutTheDrugTheirNumberHolds() {
        assertThat(marrow().last("V_C.ANC", 0, 100)).isCloseTo(5.05e9, within(1.0));
    }

    @Test
    void theyAreFewestAboutAWeekAfterADoseAndBackInThree() {
        double[] days = new double[43];
        for (int i = 0; i < days.length; i++) {
            days[i] = 0.5 * i;
        }
        // 1 µM in 5 L of blood
        Timecourse course = marrow().dose(0, "V_C.drug", 5e-6).at(days);
        double[] anc = course.column("V_C.ANC");
        int lowest = 0;
        for (int i = 0; i < anc.length; i++) {
            lowest = anc[i] < anc[lowest] ? i : lowest;
        }
        assertThat(days[lowest]).isBetween(5.0, 9.0);
        assertThat(anc[lowest]).isLessThan(0.4 * 5.05e9);
        assertThat(anc[days.length - 1]).isBetween(0.8 * 5.05e9, 1.4 * 5.05e9);
    }
}
