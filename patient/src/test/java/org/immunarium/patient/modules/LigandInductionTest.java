package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LigandInductionTest {

    @Test
    void interferonAddsAsMuchAsItsShareOfTheMost() {
        Synapse synapse = new Synapse("syn", "C1");
        StillTumour tumour = new StillTumour()
                .with("syn = 37.8 µm^2", "C1_PDL1_total = 1e5 molecules", "A_cell = 1000 µm^2")
                .with("k_ligand = 1 1/d", "induction_PDL1 = 4", "IFN_50_PDL1 = 100 pM", "V_T.IFN = 100 pM")
                .add(StillTumour.drug("IFN"), synapse)
                .add(new SurfaceMolecule(synapse, "PDL1", "C1_PDL1_total", "A_cell"))
                .add(new LigandInduction(
                        StillTumour.TUMOUR, synapse, "PDL1", "C1_PDL1_total / A_cell", "0 * syn.PDL1"));
        assertThat(tumour.last("syn.PDL1", 0)).isCloseTo(100, within(1e-9));
        assertThat(tumour.last("syn.PDL1", 0, 50)).isCloseTo(300, within(1e-6));
    }
}
