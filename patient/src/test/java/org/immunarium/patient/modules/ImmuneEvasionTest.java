package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.equations.simulation.Timecourse;
import org.junit.jupiter.api.Test;

final class ImmuneEvasionTest {

    private static StillTumour growing() {
        return new StillTumour()
                .with("k_C1_growth = 0.1 1/d", "k_C2_growth = 0.1 1/d", "C_max = 1e30 cells", "mu_C2 = 1e-3")
                .with("V_T.C1 = 1e6 cells", "V_T.C2 = 0 cells")
                .add(new ImmuneEvasion(StillTumour.TUMOUR, "C1", "C2"));
    }

    @Test
    void theShareThatHidesGrowsWithDivisions() {
        // Both clones grow alike, so the share that is seen falls by mu k a day.
        Timecourse course = growing().at(0, 50);
        double seen = course.column("V_T.C1")[1];
        double hidden = course.column("V_T.C2")[1];
        assertThat(hidden / (seen + hidden)).isCloseTo(1 - Math.exp(-1e-3 * 0.1 * 50), within(1e-9));
    }

    @Test
    void killersSelectTheCloneThatHides() {
        double[] without = shares(0);
        double[] with = shares(2e5);
        assertThat(with[1]).isGreaterThan(3 * without[1]);
    }

    /// The share of the clone that hides, at the start and on day 50.
    private static double[] shares(double tCells) {
        Timecourse course = growing()
                .with("k_C_T1 = 1 1/d", "hidden_C2 = 0.95", "V_T.C2 = 1e4 cells", "V_T.T1 = " + tCells + " cells")
                .add(StillTumour.cells("T1"), killing("C1", List.of()))
                .add(killing("C2", List.of(ImmuneEvasion.brake("C2"))))
                .at(0, 50);
        double[] seen = course.column("V_T.C1");
        double[] hidden = course.column("V_T.C2");
        return new double[] {hidden[0] / (seen[0] + hidden[0]), hidden[1] / (seen[1] + hidden[1])};
    }

    private static CytotoxicKilling killing(String cancer, List<String> brakes) {
        return new CytotoxicKilling(StillTumour.TUMOUR, "T1", cancer, brakes);
    }
}
