package org.immunarium.patient.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.assembly.Assembly;
import org.junit.jupiter.api.Test;

final class Jafarnejad2019NamesAndValuesTest {

    @Test
    void everyValueOfItsTableIsUsed() {
        Assembly patient = Jafarnejad2019.mechanisms();
        patient.build();
    }

    @Test
    void itsQuantitiesHaveThePapersNames() {
        Model model = Jafarnejad2019.mechanisms().build();
        assertThat(model.species().stream().map(Model.Species::id))
                .hasSize(55)
                .contains("Cent_Teff_1_0", "mAPC_Endo_p1_0_M1", "Tum_Teff_PD1_Nivo_PD1_syn");
        List<String> parameters =
                model.parameters().stream().map(Model.Parameter::id).toList();
        assertThat(parameters).contains("K_C_max", "k_C_death_by_T", "k_off_PD1_PDL1", "n_aT_prolif", "vol_tum_app");
    }
}
