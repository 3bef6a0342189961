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
}
