package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MissingSelfKillingTest {

    @Test
    void onlyTheCloneThatLostMhcIsKilled() {
        StillTumour tumour = new StillTumour()
                .with("k_C_NK = 1 1/d", "lost_C1 = 0", "lost_C2 = 0.9", "V_T.NK = 1e6 cells")
                .add(StillTumour.cells("NK"))
                .add(new MissingSelfKilling(StillTumour.TUMOUR, "C1"))
                .add(new MissingSelfKilling(StillTumour.TUMOUR, "C2"));
        assertThat(tumour.last("V_T.C1", 0, 10)).isEqualTo(1e9);
        assertThat(tumour.last("V_T.C2", 0, 10)).isLessThan(1e8);
    }
}
