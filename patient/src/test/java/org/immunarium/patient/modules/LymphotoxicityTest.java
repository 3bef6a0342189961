package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LymphotoxicityTest {

    @Test
    void lymphocytesOfTheBloodDieOfIt() {
        StillTumour tumour = new StillTumour()
                .with("k_lympho_drug = 1 1/d", "EC50_lympho_drug = 1 µM", "c_drug = 3 µM", "V_C.X = 1e9 cells")
                .add(patient -> patient.part(StillTumour.BODY.names()).cells("{blood}.X", "Lymphocytes"))
                .add(new Lymphotoxicity(StillTumour.BODY, "drug", "X"));
        assertThat(tumour.last("V_C.X", 0, 2) / 1e9).isCloseTo(Math.exp(-0.75 * 2), within(1e-8));
    }
}
