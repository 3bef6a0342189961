package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RadiotherapyTest {

    @Test
    void aFractionLeavesWhatTheLinearQuadraticModelSays() {
        double alone = survivors(1);
        assertThat(alone / 1e9).isCloseTo(Math.exp(-0.3 * 2 - 0.03 * 4), within(1e-8));
        assertThat(survivors(2) / 1e9).isCloseTo(Math.exp(2 * (-0.3 * 2 - 0.03 * 4)), within(1e-8));
    }

    private static double survivors(int fractions) {
        StillTumour tumour = new StillTumour()
                .with("alpha_C1 = 0.3 1/Gy", "beta_C1 = 0.03 1/Gy^2", "k_Gy = 100 1/d")
                .add(new Radiotherapy(StillTumour.TUMOUR, List.of("C1")));
        for (int i = 0; i < fractions; i++) {
            tumour.dose(i, "V_T.Gy", 2);
        }
        return tumour.last("V_T.C1", 0, fractions);
    }
}
