package org.immunarium.numerics.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ElementaryFunctionsTest {

    @Test
    void factorialsAreExactUpToTheLargestThatFits() {
        assertThat(ElementaryFunctions.factorial(0)).isEqualTo(1);
        assertThat(ElementaryFunctions.factorial(5)).isEqualTo(120);
        assertThat(ElementaryFunctions.factorial(18)).isEqualTo(6402373705728000.0);
        assertThat(ElementaryFunctions.factorial(170)).isEqualTo(7.257415615307999e306);
        assertThat(ElementaryFunctions.factorial(171)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ElementaryFunctions.factorial(-1)).isNaN();
        assertThat(ElementaryFunctions.factorial(2.5)).isNaN();
        assertThat(ElementaryFunctions.factorial(Double.NaN)).isNaN();
    }

    @Test
    void logarithmsAreExactAtPowersOfTheirBase() {
        for (int n = -300; n <= 300; n++) {
            assertThat(ElementaryFunctions.log10(Double.parseDouble("1e" + n))).isEqualTo(n);
        }
        assertThat(ElementaryFunctions.log(10, 1000)).isEqualTo(3);
        assertThat(ElementaryFunctions.log(2, 8)).isCloseTo(3, within(1e-15));
    }

    @Test
    void oddRootsOfNegativeNumbersAreReal() {
        assertThat(ElementaryFunctions.root(2, 9)).isEqualTo(3);
        assertThat(ElementaryFunctions.root(3, -27)).isEqualTo(-3);
        assertThat(ElementaryFunctions.root(5, -32)).isCloseTo(-2, within(1e-15));
        assertThat(ElementaryFunctions.root(4, -16)).isNaN();
        assertThat(ElementaryFunctions.root(2, -1)).isNaN();
    }

    @Test
    void inversesUndoTheirFunctions() {
        for (double x = 0.1; x < 1.5; x += 0.1) {
            assertThat(ElementaryFunctions.asin(ElementaryFunctions.sin(x))).isCloseTo(x, within(1e-14));
            assertThat(ElementaryFunctions.acos(ElementaryFunctions.cos(x))).isCloseTo(x, within(1e-14));
            assertThat(ElementaryFunctions.atan(ElementaryFunctions.tan(x))).isCloseTo(x, within(1e-14));
            assertThat(ElementaryFunctions.asec(ElementaryFunctions.sec(x))).isCloseTo(x, within(1e-14));
            assertThat(ElementaryFunctions.acsc(ElementaryFunctions.csc(x))).isCloseTo(x, within(1e-14));
            assertThat(ElementaryFunctions.acot(ElementaryFunctions.cot(x))).isCloseTo(x, within(1e-14));
            assertThat(ElementaryFunctions.asinh(ElementaryFunctions.sinh(x))).isCloseTo(x, within(1e-14));
            assertThat(ElementaryFunctions.acosh(ElementaryFunctions.cosh(x))).isCloseTo(x, within(1e-13));
            assertThat(ElementaryFunctions.atanh(ElementaryFunctions.tanh(x))).isCloseTo(x, within(1e-14));
            assertThat(ElementaryFunctions.asech(ElementaryFunctions.sech(x))).isCloseTo(x, within(1e-13));
            assertThat(ElementaryFunctions.acsch(ElementaryFunctions.csch(x))).isCloseTo(x, within(1e-14));
            assertThat(ElementaryFunctions.acoth(ElementaryFunctions.coth(x))).isCloseTo(x, within(1e-14));
            assertThat(ElementaryFunctions.log1p(ElementaryFunctions.expm1(x))).isCloseTo(x, within(1e-14));
        }
        assertThat(ElementaryFunctions.acot(0)).isCloseTo(Math.PI / 2, within(1e-15));
        assertThat(ElementaryFunctions.atan2(1, -1)).isCloseTo(3 * Math.PI / 4, within(1e-15));
    }
}
