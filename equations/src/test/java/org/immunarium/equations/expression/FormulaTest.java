package org.immunarium.equations.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.immunarium.equations.expression.Expression.Apply;
import org.immunarium.equations.expression.Expression.Call;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Delay;
import org.immunarium.equations.expression.Expression.Draw;
import org.immunarium.equations.expression.Expression.Piece;
import org.immunarium.equations.expression.Expression.Piecewise;
import org.immunarium.equations.expression.Expression.RateOf;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Expression.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    private static final Expression A = new Symbol("a");
    private static final Expression B = new Symbol("b");
    private static final Expression C = new Symbol("c");

    @Test
    void operatorsBindAsInMathematics() {
        assertThat(Formula.parse("a + b * c"))
                .isEqualTo(new Apply(Operator.ADD, A, new Apply(Operator.MULTIPLY, B, C)));
        assertThat(Formula.parse("-a^2"))
                .isEqualTo(new Apply(Operator.NEGATE, new Apply(Operator.POWER, A, new Constant(2))));
        assertThat(Formula.parse("a^b^c")).isEqualTo(new Apply(Operator.POWER, A, new Apply(Operator.POWER, B, C)));
        assertThat(Formula.parse("a - b - c"))
                .isEqualTo(new Apply(Operator.SUBTRACT, new Apply(Operator.SUBTRACT, A, B), C));
        assertThat(Formula.parse("a || b && !c"))
                .isEqualTo(new Apply(Operator.OR, A, new Apply(Operator.AND, B, new Apply(Operator.NOT, C))));
        assertThat(Formula.parse("a^-b")).isEqualTo(new Apply(Operator.POWER, A, new Apply(Operator.NEGATE, B)));
    }

    @Test
    void likeOperatorsInARowMakeOneApplication() {
        assertThat(Formula.parse("a + b + c")).isEqualTo(new Apply(Operator.ADD, A, B, C));
        assertThat(Formula.parse("(a + b) + c")).isEqualTo(new Apply(Operator.ADD, new Apply(Operator.ADD, A, B), C));
        assertThat(Formula.parse("a < b < c")).isEqualTo(new Apply(Operator.LESS, A, B, C));
        assertThat(Formula.parse("a && b && c")).isEqualTo(new Apply(Operator.AND, A, B, C));
    }

    @Test
    void numbersCarrySignsExponentsAndUnits() {
        assertThat(Formula.parse("-1.5e-3")).isEqualTo(new Constant(-1.5e-3));
        assertThat(Formula.parse(".5")).isEqualTo(new Constant(0.5));
        assertThat(Formula.parse("3 mg")).isEqualTo(new Constant(3, Optional.of("mg")));
        assertThat(Formula.parse("-inf")).isEqualTo(new Constant(Double.NEGATIVE_INFINITY));
        assertThat(Formula.parse("nan")).isEqualTo(new Constant(Double.NaN));
        assertThat(Formula.parse("avogadro")).isEqualTo(new Constant(6.02214179e23));
    }

    @Test
    void functionsHaveTheirSbmlMeaning() {
        assertThat(Formula.parse("log(a)")).isEqualTo(new Apply(Operator.LOG, new Constant(10), A));
        assertThat(Formula.parse("log(b, a)")).isEqualTo(new Apply(Operator.LOG, B, A));
        assertThat(Formula.parse("arcsinh(a)")).isEqualTo(new Apply(Operator.ASINH, A));
        assertThat(Formula.parse("minus(a)")).isEqualTo(new Apply(Operator.NEGATE, A));
        assertThat(Formula.parse("delay(a, 2)")).isEqualTo(new Delay(A, new Constant(2)));
        assertThat(Formula.parse("rateOf(a)")).isEqualTo(new RateOf("a"));
        assertThat(Formula.parse("normal(a, b)")).isEqualTo(new Draw(DistributionFamily.NORMAL, List.of(A, B)));
        assertThat(Formula.parse("hill(a, time)")).isEqualTo(new Call("hill", List.of(A, new Time())));
        assertThat(Formula.parse("piecewise(a, b > 1, c)"))
                .isEqualTo(new Piecewise(List.of(new Piece(A, new Apply(Operator.GREATER, B, new Constant(1)))), C));
        assertThat(Formula.parse("piecewise(a, b)"))
                .isEqualTo(new Piecewise(List.of(new Piece(A, B)), new Constant(Double.NaN)));
    }

    @Test
    void namesMayHoldDotsAndQuotes() {
        assertThat(Formula.parse("Tumour.T_cell")).isEqualTo(new Symbol("Tumour.T_cell"));
        assertThat(Formula.parse("`pi` + `max`(a)"))
                .isEqualTo(new Apply(Operator.ADD, new Symbol("pi"), new Call("max", List.of(A))));
        assertThat(Formula.parse("max")).isEqualTo(new Symbol("max"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a + * b           | at character 5: found "*", expected a number, a name, "(", "-" or "!"
            a +               | at character 4: found the end, expected a number, a name, "(", "-" or "!"
            (a + b            | at character 7: found the end, expected an operator or ")"
            a b               | at character 3: found "b", expected an operator or the end
            a = b             | at character 3: found "=", expected "==" to compare
            a & b             | at character 3: found "&", expected "&&" for and
            sin(a, b)         | at character 1: found 2 arguments in "sin(…)", expected 1 argument
            a + delay(b)      | at character 5: found 1 argument in "delay(…)", expected a value and a lag
            rateOf(a + b)     | at character 1: found an expression in "rateOf(…)", expected the name of a quantity
            a < b <= c        | at character 7: found "<=", expected brackets or "&&" between different comparisons
            f(a; b)           | at character 4: found ";", expected a number, a name or an operator
            f(a b)            | at character 5: found "b", expected "," or ")"
            1e999             | at character 1: found "1e999", expected a number within 1.8e308
            normal(a)         | at character 1: found 1 argument in "normal(…)", expected 2 arguments, or 4 with bounds
            """)
    void errorsSayWhereWhatAndWhatWasExpected(String formula, String message) {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Formula.parse(formula))
                .withMessageContaining(message)
                .withMessageContaining(formula);
    }

    @Test
    void nestingBeyondAllReasonIsRefusedRatherThanOverflowing() {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Formula.parse("(".repeat(100_000)))
                .withMessageContaining("200 deep");
    }
}
