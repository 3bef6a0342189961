package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CytokineExpansionTest {

    @Test
    void effectorsOfBloodAndTissueDivideForIt() {
        StillTumour tumour = new StillTumour()
                .with(
                        "k_IL2_pro = 0.4 1/d",
                        "EC50_IL2_T1 = 1 nM",
                        "c_IL2 = 1 nM",
                        "V_C.T1 = 1e6 cells",
                        "V_P.T1 = 1e8 cells")
                .add(patient -> patient.part(StillTumour.BODY.names())
                        .cells("{blood}.T1", "Effectors")
                        .cells("{tissue}.T1", "Effectors"))
                .add(new CytokineExpansion(StillTumour.BODY, "IL2", "T1"));
        assertThat(tumour.last("V_C.T1", 0, 5) / 1e6).isCloseTo(Math.exp(0.2 * 5), within(1e-7));
        assertThat(tumour.last("V_P.T1", 0, 5) / 1e8).isCloseTo(Math.exp(0.2 * 5), within(1e-7));
    }
}
