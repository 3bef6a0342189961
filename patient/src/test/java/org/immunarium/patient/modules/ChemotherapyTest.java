package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ChemotherapyTest {

    @Test
    void aConstantConcentrationKillsTheSameShareEachDay() {
        StillTumour tumour = new StillTumour()
                .with("k_chemo_drug = 0.2 1/d", "EC50_drug = 10 nM", "V_T.drug = 10 nM")
                .with("resistant_C1 = 0", "resistant_C2 = 0.5")
                .add(StillTumour.drug("drug"))
                .add(new Chemotherapy(StillTumour.TUMOUR, "drug", "C1"))
                .add(new Chemotherapy(StillTumour.TUMOUR, "drug", "C2"));
        assertThat(tumour.last("V_T.C1", 0, 10) / 1e9).isCloseTo(Math.exp(-0.1 * 10), within(1e-8));
        assertThat(tumour.last("V_T.C2", 0, 10) / 1e8).isCloseTo(Math.exp(-0.05 * 10), within(1e-8));
    }
}
