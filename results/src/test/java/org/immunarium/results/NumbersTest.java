package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {

    @Property
    void everyNumberReadsBackAsItself(@ForAll double value) {
        assertThat(Double.doubleToLongBits(Double.parseDouble(Numbers.text(value))))
                .isEqualTo(Double.doubleToLongBits(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1, 1",
        "-0.0, -0",
        "1e15, 1e15",
        "2e23, 2e23",
        "1.5e-7, 1.5e-7",
        "123456789, 123456789",
        "NaN, NaN",
        "-Infinity, -Infinity",
        "4.9e-324, 4.9e-324"
    })
    void numbersAreWrittenShort(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }
}
