package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.equations.simulation.Timecourse;
import org.junit.jupiter.api.Test;

final class MacrophagesTest {

    private static double shareOfM1(String interferon, String growthFactor) {
        Timecourse course = new StillTumour()
                .with("k_Mac = 0.1 1/d", "Mac_max = 1e6 cells/mL", "k_Mac_death = 0.02 1/d")
                .with("k_M1 = 1 1/d", "k_M2 = 1 1/d", "IFN_50 = 10 pM", "TGF_50 = 10 pM")
                .with("V_T.IFN = " + interferon + " pM", "V_T.TGF = " + growthFactor + " pM")
                .add(StillTumour.drug("IFN"), StillTumour.drug("TGF"), new Macrophages(StillTumour.TUMOUR))
                .at(0, 500);
        double m1 = course.column("V_T.M1")[1];
        double m2 = course.column("V_T.M2")[1];
        // k room / (k + death), of 2.75e6 cells that there is room for
        assertThat(m1 + m2).isCloseTo(1e6 * course.column("V_T")[1] * 1000 / 1.2, within(10.0));
        return m1 / (m1 + m2);
    }

    /// Those that come are M1 and stay (k + death) days.
    private static double expected(double interferon, double growthFactor) {
        double toM1 = interferon / (interferon + 10);
        double toM2 = growthFactor / (growthFactor + 10);
        return (0.12 + toM1) / (0.12 + toM1 + toM2);
    }

    @Test
    void interferonInflamesAndGrowthFactorSoothes() {
        assertThat(shareOfM1("100", "1"))
                .isCloseTo(expected(100, 1), within(1e-6))
                .isGreaterThan(0.9);
        assertThat(shareOfM1("1", "100"))
                .isCloseTo(expected(1, 100), within(1e-6))
                .isLessThan(0.2);
    }
}
