package org.immunarium.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void aTenthTenTimesIsOne() {
        Ratio sum = Ratio.ZERO;
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(Ratio.ofDecimal(0.1));
        }
        assertThat(sum).isEqualTo(Ratio.ONE);
    }

    @Test
    void findsTheSimpleFractionBehindADouble() {
        assertThat(Ratio.nearest(1.0 / 3)).isEqualTo(Ratio.of(1, 3));
        assertThat(Ratio.nearest(-0.75)).isEqualTo(Ratio.of(-3, 4));
        assertThat(Ratio.nearest(0)).isEqualTo(Ratio.ZERO);
        assertThat(Ratio.nearest(0.566)).isEqualTo(Ratio.of(566, 1000));
    }

    @Test
    void rootsAreExactWhereTheyCanBeElseCorrectToMoreThanADouble() {
        assertThat(Ratio.of(9, 4).pow(Ratio.of(1, 2))).isEqualTo(Ratio.of(3, 2));
        assertThat(Ratio.of(8).pow(Ratio.of(-2, 3))).isEqualTo(Ratio.of(1, 4));
        assertThat(Ratio.of(2).pow(Ratio.of(1, 2)).doubleValue()).isEqualTo(Math.sqrt(2));
        assertThat(Ratio.powerOfTen(-27).pow(Ratio.of(1, 2)).doubleValue()).isEqualTo(Math.sqrt(1e-27));
        assertThatThrownBy(() -> Ratio.of(-2).pow(Ratio.of(1, 2))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void printsDecimalsThatEndAndFractionsThatDoNot() {
        assertThat(Ratio.of(5, 2)).hasToString("2.5");
        assertThat(Ratio.of(1, 3)).hasToString("1/3");
        assertThat(Ratio.of(-6, -3)).hasToString("2");
    }
}
