package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.patient.assembly.Mechanism;
import org.junit.jupiter.api.Test;

final class AntigenSheddingTest {

    private static final Mechanism ANTIGEN =
            patient -> patient.part(StillTumour.BODY.names()).concentration("{node}.P1", "Antigen that stays", "mol");

    private static StillTumour tumour() {
        return new StillTumour()
                .with("n_T1_clones = 2", "shed_P1_C1 = 1e-20 mol/cells", "shed_P1_C2 = 0 mol/cells")
                .add(ANTIGEN, new AntigenShedding("V_LN", StillTumour.TUMOUR, "P1", "T1", List.of("C1", "C2")));
    }

    /// Moles in the lymph node, of a millilitre, once all cells of C1 are dead.
    private static double shed(StillTumour tumour) {
        return tumour.last("V_LN.P1", 0, 200) * 1e-3;
    }

    @Test
    void cellsThatDieByThemselvesShedIt() {
        assertThat(shed(tumour().with("k_C1_death = 1 1/d"))).isCloseTo(2e-20 * 1e9, within(1e-17));
    }

    @Test
    void cellsThatRadiationKillsShedIt() {
        StillTumour irradiated = tumour().with("k_Gy = 100 1/d", "alpha_C1 = 0.3 1/Gy", "beta_C1 = 0 1/Gy^2")
                .with("alpha_C2 = 0.3 1/Gy", "beta_C2 = 0 1/Gy^2")
                .add(new Radiotherapy(StillTumour.TUMOUR, List.of("C1", "C2")))
                .dose(1, "V_T.Gy", 10);
        assertThat(shed(irradiated)).isCloseTo(2e-20 * 1e9 * (1 - Math.exp(-3)), within(1e-17));
    }

    @Test
    void cellsThatADrugKillsShedIt() {
        StillTumour treated = tumour().with(
                        "k_chemo_drug = 1 1/d", "EC50_drug = 1 nM", "V_T.drug = 1 µM", "resistant_C1 = 0")
                .add(StillTumour.drug("drug"), new Chemotherapy(StillTumour.TUMOUR, "drug", "C1"));
        assertThat(shed(treated)).isCloseTo(2e-20 * 1e9, within(1e-17));
    }
}
