package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AntibodyDependentKillingTest {

    /// Cancer cells killed in a day, of 1e9.
    private static double killed(String antibody, String killers, String targets) {
        StillTumour tumour = new StillTumour()
                .with("V_T.C2 = 0 cells", "targets_C1 = " + targets + " molecules", "Kd_mab = 5 nM", "gamma_T_mab = 1")
                .with("bound_50 = 1e5 molecules", "n_bound = 1", "V_T.mab = " + antibody + " nM")
                .with("k_ADCC = 2 1/d", "V_T.NK = " + killers + " cells")
                .add(StillTumour.drug("mab"), StillTumour.cells("NK"))
                .add(new Opsonisation(StillTumour.TUMOUR, "mab", "C1"))
                .add(new AntibodyDependentKilling(StillTumour.TUMOUR, "NK", "k_ADCC", "mab", "C1", List.of()));
        return 1e9 - tumour.last("V_T.C1", 0, 1);
    }

    @Test
    void itNeedsAntibodyKillersAndAntigen() {
        assertThat(killed("5", "1e6", "2e5")).isPositive();
        assertThat(killed("0", "1e6", "2e5")).isZero();
        assertThat(killed("5", "0", "2e5")).isZero();
        assertThat(killed("5", "1e6", "0")).isZero();
    }

    @Test
    void itRisesWithEach() {
        double base = killed("5", "1e6", "2e5");
        assertThat(killed("50", "1e6", "2e5")).isGreaterThan(1.2 * base);
        assertThat(killed("5", "1e6", "2e6")).isGreaterThan(1.2 * base);
        assertThat(killed("5", "2e6", "2e5") / base).isCloseTo(2, within(0.01));
    }

    @Test
    void amongCancerCellsAKillerKillsAtItsRate() {
        // A tenth of the targets of 2e6 are bound at 5 nM / (5 + 5) of them: half; 1e6 of bound_50 1e5 are ten
        // elevenths.
        double a = killed("5", "1e3", "2e6");
        assertThat(a).isCloseTo(2 * 1e3 * 10 / 11, within(1.0));
    }
}
