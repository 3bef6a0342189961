package org.immunarium.study.trial.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.study.file.Section;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.trial.economics.PatientCourse.Given;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.junit.jupiter.api.Test;

class CostedDosesTest {

    private static final Body BODY = Body.of(Quantity.parse("80 kg"), Quantity.parse("180 cm"));

    private static List<Administration> doses(String regimen) {
        return RegimenText.parse(regimen).regimens().getFirst().expand(Ratio.of(60), 0);
    }

    @Test
    void aDoseIsCountedInMilligramsOfThePatient() {
        List<Administration> doses = doses("Opdivo 3 mg/kg IV q2w");
        Given second = CostedDoses.given(doses.get(1), BODY, 16, 1);
        assertThat(second.drug()).isEqualTo("nivolumab");
        assertThat(second.amount()).isCloseTo(240, within(1e-9));
        assertThat(second.time()).isEqualTo(16);
        assertThat(second.infused()).isTrue();
        assertThat(CostedDoses.given(doses.get(0), BODY, 0, 0).amount()).isZero();
        assertThat(CostedDoses.given(doses("dacarbazine 1 g/m2 IV q3w").getFirst(), BODY, 0, 0.5)
                        .amount())
                .isCloseTo(1000, within(1e-9));
    }

    @Test
    void cellsAreCountedByTheDose() {
        Administration cells = doses("tisagenlecleucel 2e8 cells IV once").getFirst();
        assertThat(CostedDoses.isMass(cells)).isFalse();
        assertThat(CostedDoses.given(cells, BODY, 0, 1).amount()).isEqualTo(1);
    }

    @Test
    void whatIsNoMassNeedsThePriceOfADose() {
        Section file =
                Section.parse("trial.yaml", "economics: {prices: {aldesleukin: {1 mg: 100}}}", new ArrayList<>());
        file.expectOnly(List.of(EconomicsReader.KEY));
        EconomicsPlan plan = EconomicsReader.read(file).orElseThrow();
        List<Administration> doses = doses("aldesleukin 600000 IU/kg IV q8h x 3");
        assertThatThrownBy(() -> PricedCare.of(plan, "melanoma", doses, List.of()))
                .hasMessageContaining(
                        "aldesleukin is not given by its mass, so that the price of a dose is needed; expected,"
                                + " for example, prices: {aldesleukin: {dose: 1000}}");
    }
}
