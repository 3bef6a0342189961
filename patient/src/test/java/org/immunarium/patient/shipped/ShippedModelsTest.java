package org.immunarium.patient.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.equations.unit.UnitCheck;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Therapy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedModelsTest {

    static List<PublishedModel> models() {
        return ShippedModels.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void isFoundByItsNameAndSaysWhereItIsFrom(PublishedModel model) {
        assertThat(ShippedModels.find(model.name())).contains(model);
        assertThat(model.citation()).contains("doi:10.");
        assertThat(model.description()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("models")
    void itsTargetsAndTumourAreInTheModel(PublishedModel published) {
        Model model = published.model();
        List<String> species = model.species().stream().map(Model.Species::id).toList();
        List<String> sums = model.parameters().stream().map(Model.Parameter::id).toList();
        assertThat(species.contains(published.tumour()) || sums.contains(published.tumour()))
                .as("a tumour %s", published.tumour())
                .isTrue();
        assertThat(published.targets().values()).allMatch(target -> species.contains(target.into()));
        assertThat(model.rules().size() + model.reactions().size()).isGreaterThanOrEqualTo(species.size());
    }

    @ParameterizedTest
    @MethodSource("models")
    void itIsAModelThatMakesSense(PublishedModel published) {
        assertThat(ModelCheck.problems(published.model(), ModelCheck.Origin.of(published.name())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theUnitsOfItsEquationsAgree(PublishedModel published) {
        assertThat(UnitCheck.notices(published.model(), ModelCheck.Origin.of(published.name())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void itsRegimenGivesOnlyDrugsThatItKnows(PublishedModel published) {
        Therapy therapy = RegimenText.parse(published.therapy());
        assertThat(published.targets().keySet()).containsAll(therapy.drugs());
    }

    @Test
    void aPapersNameIsItsBestKnownPatient() {
        assertThat(ShippedModels.find("depillis2006"))
                .contains(ShippedModels.find("DePillis2006-patient9").orElseThrow());
        assertThat(ShippedModels.find("barros2021")).isPresent();
        assertThat(ShippedModels.find("unknown1999")).isEmpty();
        assertThat(ShippedModels.names())
                .contains("kuznetsov1994", "depillis2006")
                .doesNotHaveDuplicates();
    }
}
