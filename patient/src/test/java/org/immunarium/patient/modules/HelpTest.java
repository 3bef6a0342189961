package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class HelpTest {

    @Test
    void halfIsDoneAtTheHalfMaximum() {
        StillTumour tumour = new StillTumour()
                .with("Th_50 = 1e7 cells", "V_LN.Th = 1e7 cells")
                .add(patient -> patient.part(StillTumour.BODY.names()).cells("{node}.Th", "Helper cells"))
                .add(new Help(StillTumour.BODY, "Th"));
        assertThat(tumour.last("H_help", 0, 1)).isCloseTo(0.5, within(1e-12));
    }
}
