package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.equations.simulation.Timecourse;
import org.junit.jupiter.api.Test;

final class TumourAntibodiesTest {

    @Test
    void theTitreSettlesWhereSecretionAndLossMeet() {
        Timecourse course = new StillTumour()
                .with(
                        "k_B_act = 0.1 1/d",
                        "H_help = 0.5",
                        "P_50_B = 1 nM",
                        "V_LN.P1 = 1 nM",
                        "nB = 1000 cells",
                        "N_B = 8")
                .with("k_plasma_death = 0.05 1/d", "k_IgG = 1e-14 mol/(cells·d)", "k_IgG_deg = 0.033 1/d")
                .add(patient -> patient.part(StillTumour.BODY.names()).concentration("{node}.P1", "Antigen", "mol"))
                .add(new TumourAntibodies(StillTumour.BODY, "P1"))
                .at(0, 1000);
        double plasma = 0.1 * 0.5 * 0.5 * 1000 * 256 / 0.05;
        assertThat(course.column("V_LN.plasma_P1")[1]).isCloseTo(plasma, within(1e-3));
        assertThat(course.column("V_C.IgG_P1")[1]).isCloseTo(1e-14 * plasma / 0.033 / 5, within(1e-16));
    }
}
