package org.immunarium.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A plain number has one unit, however a model writes it.
final class PlainUnitTest {

    @Test
    void noUnitIsOneWhateverItIsCalled() {
        for (String written : List.of("", " ", "1", "dimensionless", "none")) {
            assertThat(new Substance("x", written, 1, 0, 0, Map.of()).unit()).isEqualTo("1");
            assertThat(new Variable("x", written, false).unit()).isEqualTo("1");
            assertThat(new Drug("x", written).unit()).isEqualTo("1");
        }
        assertThat(new Substance("oxygen", "mmHg", 1, 0, 0, Map.of()).unit()).isEqualTo("mmHg");
    }
}
