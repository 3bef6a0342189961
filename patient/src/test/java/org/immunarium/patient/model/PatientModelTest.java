package org.immunarium.patient.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.units.Quantity;
import org.immunarium.units.UnitException;
import org.junit.jupiter.api.Test;

final class PatientModelTest {

    private static final PublishedModel PATIENT =
            ShippedModels.find("depillis2006-patient9").orElseThrow();

    private final PatientModel model = PatientModel.of(PATIENT, PATIENT.model());

    @Test
    void quantitiesAreFoundByIdAndByName() {
        assertThat(model.find("T")).isEqualTo(model.find("Tumour cells"));
        assertThat(model.find("Q")).isEmpty();
    }

    @Test
    void whatIsNamedWithoutItsCompartmentIsProposedWithIt() {
        PublishedModel paper = ShippedModels.find("wang2020").orElseThrow();
        PatientModel wang = PatientModel.of(paper, paper.model());
        assertThat(wang.hint("C1")).isEqualTo(", did you mean \"V_T.C1\"?");
        assertThat(wang.hint("k_C1_grwth")).isEqualTo(", did you mean \"k_C1_growth\"?");
        assertThat(wang.hint("zebra")).isEmpty();
    }

    @Test
    void aSpeciesWithoutANameIsFoundInItsCompartmentByItsId() {
        Model plain = ModelBuilder.of("plain", "")
                .units("day", "mole", "litre")
                .compartment("Cent", 1)
                .amount("D", "", "Cent", 1, "mole")
                .build();
        PatientModel found = PatientModel.of(PATIENT, plain);
        assertThat(found.find("Cent.D")).isEqualTo(found.find("D")).isPresent();
        assertThat(found.find("Cent.")).isEmpty();
    }

    @Test
    void valuesComeInTheModelsUnit() {
        assertThat(model.value("a", Quantity.parse("7 1/week"))).isEqualTo(1);
        assertThat(model.value("a", Quantity.parse("7"))).isEqualTo(7);
        assertThat(model.value("T", Quantity.parse("5 cells"))).isEqualTo(5);
        assertThat(model.value("I", Quantity.parse("3 kIU/L"))).isEqualTo(3000);
        assertThatExceptionOfType(UnitException.class)
                .isThrownBy(() -> model.value("a", Quantity.parse("1 kg")))
                .withMessageContaining("mass");
    }

    @Test
    void cellsAreNoPartsOfAMole() {
        assertThatExceptionOfType(UnitException.class)
                .isThrownBy(() -> model.value("T", Quantity.parse("1 mol")))
                .withMessageContaining("cells are not parts of a mole");
    }

    @Test
    void aParameterIsConstantUnlessItIsDosed() {
        assertThat(model.influence().isConstant("a")).isTrue();
        assertThat(model.influence().isConstant("T")).isFalse();
        assertThat(model.influence()
                        .with(List.of(new Intervention.Bolus(1, "a", 1)))
                        .isConstant("a"))
                .isFalse();
        assertThat(model.influence().isUsed("a")).isTrue();
    }
}
