package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.patient.assembly.Mechanism;
import org.junit.jupiter.api.Test;

final class TCellTransferTest {

    private static final Mechanism EFFECTORS =
            patient -> patient.part(StillTumour.BODY.names()).cells("{blood}.T1", "Effectors that stay");

    @Test
    void aShareOfWhatIsInfusedSettles() {
        double[] effectors = new StillTumour()
                .with("k_engraft = 0.5 1/d", "f_engraft = 0.01")
                .add(EFFECTORS, new TCellTransfer(StillTumour.BODY, "T1"))
                .dose(0, "V_C.iT1", 1e10)
                .at(2, 100)
                .column("V_C.T1");
        assertThat(effectors[0] / 1e8).isCloseTo(1 - Math.exp(-1), within(1e-7));
        assertThat(effectors[1] / 1e8).isCloseTo(1, within(1e-7));
    }
}
