package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class InterferonGammaTest {

    @Test
    void itIsWhatKillingMakesOverWhatIsLost() {
        StillTumour tumour = new StillTumour()
                .with("k_C_T1 = 1 1/d", "V_T.T1 = 1e3 cells", "k_IFN_sec = 1e-18 mol/cells", "k_IFN_deg = 10 1/d")
                .add(StillTumour.cells("T1"))
                .add(new CytotoxicKilling(StillTumour.TUMOUR, "T1", "C1", List.of()))
                .add(new InterferonGamma(StillTumour.TUMOUR));
        // a thousand T cells kill 909 of the first clone a day, among 1.1e9 cells in 2.75 mL
        double volume = tumour.last("V_T", 0, 10);
        assertThat(tumour.last("V_T.IFN", 0, 10) * volume).isCloseTo(909.0909e-18 / 10, within(1e-21));
    }
}
