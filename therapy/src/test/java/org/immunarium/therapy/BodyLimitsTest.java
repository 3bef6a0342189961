package org.immunarium.therapy;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunarium.units.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a body can be given, and what not.
class BodyLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "1e300 nM, 56 mol/L",
        "57 mol/L, 56 mol/L",
        "1001 g, 1 kg",
        "2000 mol, 1000 mol",
        "1.1 g/mL, 1 kg/L",
        "2e14 cells, 1e14 cells",
        "1e10 cells/µL, 1e12 cells/mL"
    })
    void whatIsMoreIsTold(String quantity, String most) {
        assertThat(BodyLimits.exceeded(Quantity.parse(quantity)).map(Quantity::toString))
                .hasValue(most);
    }

    @ParameterizedTest
    @CsvSource({
        "240 mg",
        "1 kg",
        "700 nM",
        "56 M",
        "1e11 cells",
        "5e6 cells/mL",
        "1e20 molecules",
        "1e300 IU",
        "1e300 1/d",
        "1e300"
    })
    void whatIsNotIsNot(String quantity) {
        assertThat(BodyLimits.exceeded(Quantity.parse(quantity))).isEmpty();
    }
}
