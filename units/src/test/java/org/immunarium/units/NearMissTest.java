package org.immunarium.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissTest {

    private static final List<String> KNOWN = List.of("mg", "kg", "nivolumab", "until", "intratumoral");

    @Test
    void findsSlipsOfTheKeyboardAndNothingFarAway() {
        assertThat(NearMiss.of("nivolumb", KNOWN)).contains("nivolumab");
        assertThat(NearMiss.of("untli", KNOWN)).contains("until");
        assertThat(NearMiss.of("KG", KNOWN)).contains("kg");
        assertThat(NearMiss.of("pembrolizumab", KNOWN)).isEmpty();
        assertThat(NearMiss.of("xy", KNOWN)).isEmpty();
    }

    @Test
    void whatIsNotKnownIsToldWithWhatWasMeantOrAllThereIsWhereThatIsFew() {
        assertThat(NearMiss.unknown("oxigen", "a substance", List.of("oxygen", "IL-2")))
                .isEqualTo("\"oxigen\" is not a substance, did you mean \"oxygen\"?");
        assertThat(NearMiss.unknown("x", "a substance", List.of("oxygen", "IL-2")))
                .isEqualTo("\"x\" is not a substance: there are oxygen, IL-2");
        assertThat(NearMiss.unknown("x", "a substance", List.of("oxygen")))
                .isEqualTo("\"x\" is not a substance: there is oxygen");
        assertThat(NearMiss.unknown("x", "a letter", List.of("a", "b", "c", "d", "e", "f", "g", "h", "i")))
                .isEqualTo("\"x\" is not a letter");
    }
}
