package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DrugInTissueTest {

    @Test
    void itFollowsPlasmaAtItsShare() {
        double[] found = new StillTumour()
                .with("c_drug = 100 nM", "ratio_drug = 0.2", "k_tissue_drug = 1 1/d")
                .add(new DrugInTissue("V_T", "drug"))
                .at(1, 30)
                .column("V_T.drug");
        assertThat(found[0]).isCloseTo(20e-9 * (1 - Math.exp(-1)), within(1e-14));
        assertThat(found[1]).isCloseTo(20e-9, within(1e-14));
    }
}
