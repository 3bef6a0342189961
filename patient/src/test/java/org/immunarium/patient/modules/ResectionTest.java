package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ResectionTest {

    @Test
    void anOperationLeavesItsShareOfAllKinds() {
        StillTumour tumour = new StillTumour()
                .with("residual = 1e-3", "k_surgery = 50 1/d", "operation = 1 operations")
                .add(new Resection(StillTumour.TUMOUR, List.of("C1", "C2")))
                .dose(1, "V_T.surgery", 1);
        assertThat(tumour.last("V_T.C1", 0, 0.9)).isEqualTo(1e9);
        assertThat(tumour.last("V_T.C1", 0, 3)).isCloseTo(1e6, within(1.0));
        assertThat(tumour.last("V_T.C2", 0, 3)).isCloseTo(1e5, within(0.1));
    }

    @Test
    void anOperationMayLeaveNothing() {
        StillTumour tumour = new StillTumour()
                .with("residual = 0", "k_surgery = 50 1/d", "operation = 1 operations")
                .add(new Resection(StillTumour.TUMOUR, List.of("C1", "C2")))
                .dose(1, "V_T.surgery", 1);
        assertThat(tumour.last("V_T.C1", 0, 0.9)).isEqualTo(1e9);
        assertThat(tumour.last("V_T.C1", 0, 3)).isCloseTo(0, within(1e-9));
    }
}
