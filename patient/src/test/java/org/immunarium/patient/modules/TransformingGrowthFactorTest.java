package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TransformingGrowthFactorTest {

    @Test
    void halfIsHeldBackAtItsHalfMaximum() {
        StillTumour tumour = new StillTumour()
                .with("k_TGF_C = 1e-21 mol/(cells·d)", "k_TGF_Treg = 1e-20 mol/(cells·d)", "k_TGF_deg = 1 1/d")
                .with("V_T.T0 = 1e7 cells", "TGF_50_T = 436.3636 pM")
                .add(StillTumour.cells("T0"), new RegulatoryTCells(StillTumour.TUMOUR, "T0"))
                .add(new TransformingGrowthFactor(StillTumour.TUMOUR));
        // 1.2e-12 mol in 2.75 mL
        assertThat(tumour.last("V_T.TGF", 0, 60)).isCloseTo(436.36e-12, within(1e-14));
        assertThat(tumour.last("H_TGF", 0, 60)).isCloseTo(0.5, within(1e-4));
    }
}
