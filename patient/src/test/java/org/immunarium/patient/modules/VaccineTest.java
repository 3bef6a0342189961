package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.equations.simulation.Timecourse;
import org.junit.jupiter.api.Test;

final class VaccineTest {

    private static StillTumour vaccinated() {
        return new StillTumour()
                .with("k_drain = 0.5 1/d", "k_adj_deg = 1 1/d", "adj_50 = 1 µM", "adjuvant_ratio = 10")
                .with("vaccine_signal = 2")
                .with("k_APC_mat = 1.5 1/d", "k_APC_death = 0.01 1/d", "k_mAPC_death = 0.02 1/d")
                .with("APC0_LN = 1e6 cells/mL", "V_LN.APC = 1e6 cells")
                .with("k_xP1_deg = 2 1/d", "k_P1_up = 0 1/(d·cells)")
                .add(new AntigenPresentingCells(StillTumour.BODY))
                .add(new Antigen("V_LN", StillTumour.BODY, "P1"), new Vaccine(StillTumour.BODY, "P1"))
                .dose(1, "V_P.vaccine_P1", 1e-9);
    }

    @Test
    void allOfItDrainsToTheLymphNode() {
        assertThat(vaccinated().last("V_P.vaccine_P1", 0, 5)).isCloseTo(1e-9 * Math.exp(-0.5 * 4), within(1e-16));
        double[] antigen = vaccinated().with("k_xP1_deg = 0 1/d").at(100).column("V_LN.P1");
        // Moles in a millilitre.
        assertThat(antigen[0] * 1e-3).isCloseTo(2e-9, within(1e-14));
    }

    @Test
    void presentingCellsMatureOnlyAfterIt() {
        Timecourse course = vaccinated().at(0, 0.9, 3, 200);
        double[] mature = course.column("V_LN.mAPC");
        assertThat(mature[1]).isZero();
        assertThat(mature[2]).isGreaterThan(5e5);
        assertThat(mature[3]).isLessThan(0.1 * mature[2]);
    }
}
