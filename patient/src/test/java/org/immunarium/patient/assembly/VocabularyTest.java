package org.immunarium.patient.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;

final class VocabularyTest {

    private static final Vocabulary WORDS = Vocabulary.of("C_max", "K", "k", "rate", "V.C", "V.cancer");

    private static final ParameterTable VALUES = ParameterTable.parse("""
            name,value,unit,meaning,certainty,source,note
            V,2,L,a place,assumed,,
            V.cancer,5,cells,cells at the start,assumed,,
            rate,0.1,1/d,a rate,assumed,,
            """, "values");

    @Test
    void wholeNamesAreTranslatedAndNothingElse() {
        List<String> met = new ArrayList<>();
        assertThat(WORDS.translate("k * V.C / C_max + kk + V.C2 + V.k + 1e3 - C", met::add))
                .isEqualTo("rate * V.cancer / K + kk + V.C2 + V.k + 1e3 - C");
        assertThat(met).containsExactly("k", "V.C", "C_max");
    }

    @Test
    void aModelAndItsValuesHaveTheOtherNames() {
        Assembly patient = Assembly.of("m", "m", VALUES, Vocabulary.of("k", "rate", "V.C", "V.cancer"))
                .add(VocabularyTest::decay);
        assertThat(patient.build().species().getFirst().id()).isEqualTo("V_cancer");
    }

    @Test
    void aWordThatNoMechanismSaysIsAMistake() {
        Assembly patient = Assembly.of("m", "m", VALUES, WORDS).add(VocabularyTest::decay);
        assertThatThrownBy(patient::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("C_max: the vocabulary translates this, and no mechanism says it");
    }

    @Test
    void aNameHasOneOther() {
        assertThatThrownBy(() -> Vocabulary.of("a", "b", "a", "c")).hasMessageContaining("a is there twice");
        assertThatThrownBy(() -> Vocabulary.of("a")).hasMessageContaining("a name without another");
    }

    private static void decay(Assembly patient) {
        patient.part(Names.of("C", "C"))
                .compartment("V", "a place", "L")
                .cells("V.{C}", "Cells")
                .reaction("Death of {C}", "V.{C} ->", "k * V.{C}");
    }
}
