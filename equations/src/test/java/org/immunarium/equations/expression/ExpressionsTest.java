package org.immunarium.equations.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionsTest {

    @Test
    void symbolsAreListedOnceInOrderRatesIncluded() {
        assertThat(Expressions.symbols(Formula.parse("b * f(a, b) + rateOf(c) + piecewise(d, e > 0, b)")))
                .containsExactly("b", "a", "c", "d", "e");
    }

    @Test
    void replacementsAreNotReplacedAgain() {
        Map<String, Expression> swap = Map.of("a", Formula.parse("b + 1"), "b", Formula.parse("a"));
        assertThat(Expressions.substitute(Formula.parse("a * b"), swap)).isEqualTo(Formula.parse("(b + 1) * a"));
    }

    @Test
    void kindsOfPartAreFound() {
        assertThat(Expressions.contains(Formula.parse("1 + delay(x, 2)"), Expression.Delay.class))
                .isTrue();
        assertThat(Expressions.contains(Formula.parse("1 + x"), Expression.Delay.class))
                .isFalse();
    }
}
