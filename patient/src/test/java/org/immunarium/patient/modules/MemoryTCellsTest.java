package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MemoryTCellsTest {

    @Test
    void aShareOfDyingEffectorsStays() {
        StillTumour tumour = new StillTumour()
                .with("f_memory = 0.05", "k_T1_death = 0.1 1/d", "k_memory_death = 0.001 1/d", "k_recall = 0 1/d")
                .with("V_C.T1 = 1e8 cells", "H_mAPC = 1", "H_P1 = 1")
                .add(patient -> patient.part(StillTumour.BODY.names())
                        .cells("{blood}.T1", "Effectors")
                        .cells("{node}.aT1", "Activated cells")
                        .reaction("Death of T1", "{blood}.T1 ->", "k_T1_death * {blood}.T1"))
                .add(new MemoryTCells(StillTumour.BODY, "T1", "H_mAPC", "H_P1"));
        double expected = 0.05 * 1e8 * 0.1 / (0.1 - 0.001) * (Math.exp(-0.001 * 200) - Math.exp(-0.1 * 200));
        assertThat(tumour.last("V_C.mT1", 0, 200)).isCloseTo(expected, within(1.0));
    }
}
