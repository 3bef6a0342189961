package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MetastaticSpreadTest {

    private static final Lesion LIVER = Lesion.at("liver");

    @Test
    void dormantCellsSettleAndAwakeAsTheirRatesSay() {
        double[] cells = new StillTumour()
                .with("k_seed = 1e-9 1/d", "k_wake = 0.01 1/d", "k_dormant_death = 0.04 1/d")
                .add(new TumourVolume(LIVER), CancerClone.of(LIVER, "C1"))
                .add(new MetastaticSpread(StillTumour.TUMOUR, LIVER, "C1"))
                .at(0, 30)
                .column("V_liver.dormant_C1");
        // One cell a day settles, and one in twenty a day leaves.
        assertThat(cells[1]).isCloseTo((1 - Math.exp(-0.05 * 30)) / 0.05, within(1e-6));
    }
}
