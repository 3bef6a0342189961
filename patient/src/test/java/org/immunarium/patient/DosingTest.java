package org.immunarium.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.system.Measure;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Target;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;

class DosingTest {

    private static final Model MODEL = ModelBuilder.of("m", "Plasma")
            .units("h", "nmol", "L")
            .compartment("Plasma", 4)
            .concentration("Nivo", "Nivolumab", "Plasma", 0, "nmol")
            .build();

    private static final Target NIVOLUMAB =
            Target.amount("Plasma.Nivolumab").withMolarMass(Quantity.parse("143600 g/mol"));
    private static final Body BODY = Body.of(Quantity.parse("80 kg"));

    private static List<Intervention> given(String therapy, Map<String, Target> targets, Body body) {
        return Dosing.interventions(
                MODEL, RegimenText.parse(therapy).administrations(Ratio.of(100)), targets, body, "x.yaml");
    }

    @Test
    void dosesArriveInTheModelsUnitsAndTime() {
        assertThat(given("Nivolumab 3 mg/kg over 30 min q2w x 2", Map.of("nivolumab", NIVOLUMAB), BODY))
                .containsExactly(
                        new Intervention.Infusion(0, 0.5, "Nivo", 240e6 / 143600 / 0.5),
                        new Intervention.Infusion(336, 0.5, "Nivo", 240e6 / 143600 / 0.5));
    }

    @Test
    void aConcentrationStaysOneWhateverTheSizeOfItsCompartment() {
        assertThat(given("drug 5 nmol/L from 1 d", Map.of("drug", Target.concentration("Nivo")), BODY))
                .containsExactly(new Intervention.Bolus(24, "Nivo", Measure.CONCENTRATION, 5));
        assertThat(given("drug 5 nmol/L over 2 h", Map.of("drug", Target.concentration("Nivo")), BODY))
                .containsExactly(new Intervention.Infusion(0, 2, "Nivo", Measure.CONCENTRATION, 2.5));
    }

    @Test
    void everyProblemComesOnceWithTheStudy() {
        assertThatThrownBy(() -> given(
                        "nivolumb 3 mg/kg q2w + ipilimumab 1 mg/kg q3w + drug 1 mg",
                        Map.of("nivolumab", NIVOLUMAB, "ipilimumab", Target.amount("Ipi"), "drug", NIVOLUMAB),
                        Body.UNKNOWN))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems()).hasSize(2))
                .hasMessageContaining(
                        "x.yaml: \"nivolumb\" is given, but no target says where it enters the model, did you"
                                + " mean \"nivolumab\"?")
                .hasMessageContaining("x.yaml: the target of ipilimumab, \"Ipi\", is not in the model");
        assertThatThrownBy(() -> given("nivolumab 3 mg/kg", Map.of("nivolumab", NIVOLUMAB), Body.UNKNOWN))
                .hasMessageContaining("x.yaml: nivolumab: a dose of 3 mg/kg needs the patient's weight");
    }

    @Test
    void cellsAreNotTakenForPartsOfAMole() {
        Target into = Target.amount("Nivo");
        assertThatThrownBy(() -> given("effectors 1e6 cells", Map.of("effectors", into), BODY))
                .hasMessageContaining("effectors: a dose of 1e6 cells into Nivo, which is in nmol: cells are not parts")
                .hasMessageContaining("as in unit: cells, or in unit: nmol where it is moles");
        assertThat(given("effectors 1e6 cells", Map.of("effectors", into.withUnit(Unit.parse("cells"))), BODY))
                .containsExactly(new Intervention.Bolus(0, "Nivo", Measure.AMOUNT, 1e6));
        assertThat(given("effectors 6.02214076e14 cells", Map.of("effectors", into.withUnit(Unit.parse("nmol"))), BODY))
                .containsExactly(new Intervention.Bolus(0, "Nivo", Measure.AMOUNT, 1));
        assertThat(given("drug 6.02214076e14 molecules", Map.of("drug", into), BODY))
                .containsExactly(new Intervention.Bolus(0, "Nivo", Measure.AMOUNT, 1));
    }

    @Test
    void whatADoseAddsIsToldInTheModelsUnit() {
        assertThat(Dosing.added(
                        MODEL,
                        RegimenText.parse("Nivolumab 3 mg/kg over 30 min + drug 2 nmol")
                                .administrations(Ratio.of(1)),
                        Map.of("nivolumab", NIVOLUMAB, "drug", Target.amount("Nivo")),
                        BODY,
                        "x.yaml"))
                .extracting(Dosing.Added::amount)
                .containsExactlyInAnyOrder("1671.31 nmol", "");
    }
}
