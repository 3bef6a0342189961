package org.immunarium.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 mg/kg | 3 | mg/kg",
                "240mg | 240 | mg",
                "1e8 cells | 1e8 | cells",
                "2 x 10^6 cells/kg | 2e6 | cells/kg",
                "2×10⁶ cells | 2e6 | cells",
                "-5 % | -5 | %",
                ".5 h | 0.5 | h",
                "7 | 7 | 1",
                "3/d | 3 | 1/d",
                "10^9 cells | 1e9 | cells",
                "143600 g/mol | 143600 | g/mol",
            })
    void readsWhatPeopleWrite(String written, double value, String unit) {
        assertThat(Quantity.parse(written)).isEqualTo(Quantity.of(value, unit));
    }

    @Test
    void convertsTheDecimalThatWasWrittenWithOneRounding() {
        assertThat(Quantity.parse("49 min").in(Unit.parse("h")) * 60).isEqualTo(49);
        assertThat(Quantity.parse("0.7 h").in(Unit.parse("min"))).isEqualTo(42);
        assertThat(Quantity.parse("0.1 mg").in(Unit.parse("ng"))).isEqualTo(100_000);
        double amount =
                Quantity.parse("240 mg").over(Quantity.parse("143600 g/mol")).in(Unit.parse("nmol"));
        assertThat(amount).isCloseTo(240e6 / 143600, within(Math.ulp(amount)));
    }

    @Test
    void comparesAcrossUnits() {
        assertThat(Quantity.parse("1 g").compareTo(Quantity.parse("1000 mg"))).isZero();
        assertThat(Quantity.parse("1 w").compareTo(Quantity.parse("6 d"))).isPositive();
        assertThatThrownBy(() -> Quantity.parse("1 w").compareTo(Quantity.parse("6 kg")))
                .hasMessage("cannot convert w (time) to kg (mass): they do not measure the same");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mg | character 1: found \"m\", expected a number",
                "3,5 mg | found \",\", expected a decimal point",
                "3 mgs/kg | no unit is called \"mgs\", did you mean \"mg\"?",
                "1e999 mg | a number between 1e-300 and 1e300",
                "- | expected a number",
            })
    void saysWhereAndWhatIsWrong(String written, String message) {
        assertThatThrownBy(() -> Quantity.parse(written))
                .isInstanceOf(UnitException.class)
                .hasMessageContaining(message);
    }

    @Test
    void printsEveryDigitThatMatters() {
        assertThat(Quantity.of(240, "mg")).hasToString("240 mg");
        assertThat(Quantity.of(1e8, "cells")).hasToString("1e8 cells");
        assertThat(Quantity.of(1.404029e-12, "1/cells")).hasToString("1.404029e-12 1/cells");
        assertThat(Quantity.of(0.1, "1/d")).hasToString("0.1 1/d");
        assertThat(Quantity.of(-0.0, "1")).hasToString("0");
    }
}
