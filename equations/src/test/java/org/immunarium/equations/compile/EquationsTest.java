package org.immunarium.equations.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquationsTest {

    private static final Scope SCOPE = Scope.builder()
            .state("x", 0)
            .state("y", 1)
            .parameter("k", 0)
            .parameter("n", 1)
            .varying("delayed", 2)
            .constant("two", 2)
            .definition("flux", Formula.parse("k * x / (two + x)"))
            .function("hill", List.of("a", "b", "c"), Formula.parse("a^c / (b^c + a^c)"))
            .build();

    private static Equations equations(String... formulas) {
        return new Equations(SCOPE, parse(formulas));
    }

    private static List<Expression> parse(String... formulas) {
        return Stream.of(formulas).map(Formula::parse).toList();
    }

    private static double[] evaluate(Equations equations, double time, double[] state, double[] parameter) {
        double[] out = new double[equations.size()];
        equations.kernel(1).evaluate(new double[] {time}, state, parameter, out);
        return out;
    }

    @Test
    void namesMeanStatesParametersDefinitionsAndFunctions() {
        double[] out = evaluate(
                equations("flux + time", "hill(x, k, n)", "x - delayed"), 100, new double[] {3, 4}, new double[] {
                    5, 2, 0.5
                });
        assertThat(out).containsExactly(103, 9.0 / (25 + 9), 2.5);
    }

    @Test
    void repetitionsAreComputedOnce() {
        assertThat(equations("x * y + sin(x * y)", "y * x").operations()).isEqualTo(3);
        assertThat(equations("flux", "-flux", "k * x / (2 + x)").operations()).isEqualTo(4);
    }

    @Test
    void whatDependsOnParametersAloneIsPreparedOnce() {
        assertThat(equations("x * exp(k * n)").operations()).isEqualTo(1);
        Kernel kernel = equations("exp(k)", "x * k^n").kernel(1);
        double[] out = new double[2];
        double[] parameter = {2, 3, 0};
        kernel.prepare(parameter);
        kernel.evaluate(new double[1], new double[] {10, 0}, parameter, out);
        assertThat(out[1]).isEqualTo(80);
        parameter[1] = 1;
        kernel.prepare(parameter);
        kernel.evaluate(new double[1], new double[] {10, 0}, parameter, out);
        assertThat(out[1]).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x + 0", "x * 1", "1 * x", "x / 1", "x^1", "--x", "0 + x", "piecewise(x, true, y)", "min(x)"})
    void neutralElementsVanish(String formula) {
        assertThat(equations(formula).operations()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"x^2, 1", "x^3, 2", "x^4, 2", "x^-1, 1", "x^0.5, 1", "x^1.5, 2", "x^16, 4", "x^17, 1", "x^0.7, 1"})
    void smallPowersAreProductsAndRoots(String formula, int operations) {
        assertThat(equations(formula).operations()).isEqualTo(operations);
    }

    @Test
    void chainsCompareNeighboursAndEmptySumsAreZero() {
        double[] out = evaluate(
                equations("1 < x < 5", "lt(x)", "plus()", "times()", "and()", "or()", "xor(1, 1, 1)", "x != y"),
                0,
                new double[] {3, 3},
                new double[3]);
        assertThat(out).containsExactly(1, 1, 0, 1, 1, 0, 1, 0);
    }

    @Test
    void whatAPiecewiseLeavesOutDoesNotLeak() {
        double[] out = evaluate(
                equations("piecewise(1 / x, x != 0, 7)", "piecewise(ln(x), x > 0)"),
                0,
                new double[] {0, 0},
                new double[3]);
        assertThat(out).containsExactly(7, Double.NaN);
    }

    @Test
    void errorsNameTheTrouble() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equations("x + z"))
                .withMessageContaining("\"z\" has no meaning");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equations("f(x)"))
                .withMessageContaining("no function \"f\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equations("delay(x, 1)"))
                .withMessageContaining("Delay");
        Scope circle = Scope.builder()
                .definition("a", Formula.parse("b + 1"))
                .definition("b", Formula.parse("a"))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Equations(circle, parse("a")))
                .withMessageContaining("a -> b -> a");
    }

    @Test
    void theJacobianHasTheEntriesThatCanDiffer() {
        Jacobian jacobian = equations("k * x", "x * y + time - x").jacobian(2);
        assertThat(jacobian.pattern().rowStart()).containsExactly(0, 1, 3);
        assertThat(jacobian.pattern().column()).containsExactly(0, 0, 1);
        assertThat(evaluate(jacobian.entries(), 0, new double[] {3, 4}, new double[] {5, 0, 0}))
                .containsExactly(5, 3, 3);
        Equations byTime = equations("k * x", "x * y + time^2").timeDerivatives();
        assertThat(evaluate(byTime, 5, new double[] {3, 4}, new double[] {5, 0, 0}))
                .containsExactly(0, 10);
        assertThat(byTime.isConstant(0)).isTrue();
        assertThat(byTime.isConstant(1)).isFalse();
    }

    /// Central differences have an error of about 1e-10 here.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^3 / y - x^-2.5 + x^n + n^x + y^x + 1.7^x",
                "hill(x, k, n) * hill(y, k, 2) * flux",
                "exp(-x) * ln(y) + log10(x * y) + log(y, x) + log(2, x)",
                "sin(x) + cos(y) * tan(x / 2) + sec(y) - csc(x) * cot(y)",
                "arcsin(x / 9) + arccos(x / 9) * arctan(y) + arcsec(2 + x) - arccsc(2 + x) + arccot(x)",
                "sinh(x) * cosh(y) + tanh(x) + sech(x) + csch(x) + coth(x)",
                "arcsinh(x) + arccosh(2 + x) + arctanh(x / 9) + arcsech(x / 9) + arccsch(x) + arccoth(2 + x)",
                "sqrt(x + y^2) + root(3, x) + root(n, y)",
                "abs(x - y) + min(x, y, 2) * max(x, y) + rem(y, x) * quotient(y, x)",
                "floor(x) * y + ceil(y) * x + factorial(ceil(x)) * y",
                "piecewise(x^2, x < y, y^2) + (x < y) * x",
                "x / k / n + x / 4 - (x - 2) * (3 - y) / x",
            })
    void derivativesAgreeWithDifferences(String formula) {
        Equations equations = equations(formula, "0");
        Jacobian jacobian = equations.jacobian(2);
        double[] parameter = {1.3, 2.2, 0};
        double[] state = {1.6, 2.3};
        double[] analytic = evaluate(jacobian.entries(), 0, state, parameter);
        for (int entry = 0; entry < jacobian.pattern().entries(); entry++) {
            int j = jacobian.pattern().column()[entry];
            double h = 1e-5;
            double[] up = state.clone();
            double[] down = state.clone();
            up[j] += h;
            down[j] -= h;
            double difference =
                    (evaluate(equations, 0, up, parameter)[0] - evaluate(equations, 0, down, parameter)[0]) / (2 * h);
            assertThat(analytic[entry])
                    .as("by state %d", j)
                    .isCloseTo(difference, within(1e-8 * (1 + Math.abs(difference))));
        }
    }

    /// formula, n, the derivative by x at x = 0
    @ParameterizedTest
    @CsvSource({
        "x^n, 1, 1",
        "x^n, 2, 0",
        "x^n, 1.7, 0",
        "x^n, 0, 0",
        "x^n, 0.5, Infinity",
        "x^1.5, 0, 0",
        "x^2.7, 0, 0",
        "x^2, 0, 0",
        "x^0.5, 0, Infinity",
        "x * ln(x), 0, -Infinity",
        "x^(1 + x), 0, 1",
        "x^n / (1 + x^n), 2, 0",
        "x / (1 + x), 0, 1",
    })
    void derivativesAtZeroAreTheLimits(String formula, double n, double expected) {
        double[] slope =
                evaluate(equations(formula, "0").jacobian(2).entries(), 0, new double[] {0, 1}, new double[] {1, n, 0});
        assertThat(slope[0]).isEqualTo(expected);
    }

    @Test
    void theEvaluatorAgreesAndSkipsWhatIsLeftOut() {
        Evaluator evaluator = new Evaluator(SCOPE);
        double[] state = {3, 4};
        double[] parameter = {5, 2, 0.5};
        assertThat(evaluator.evaluate(Formula.parse("flux + hill(x, k, n)"), 0, state, parameter))
                .isEqualTo(evaluate(equations("flux + hill(x, k, n)"), 0, state, parameter)[0]);
        state[0] = 0;
        assertThat(evaluator.evaluate(Formula.parse("flux"), 0, state, parameter))
                .isZero();
        assertThat(Evaluator.constant(Formula.parse("2^10 + log10(1000)"))).isEqualTo(1027);
    }

    /// The example of `docs/equations.md`.
    @Test
    void theExampleInTheDocumentationWorks() {
        Scope scope = Scope.builder()
                .state("T", 0)
                .parameter("a", 0)
                .parameter("b", 1)
                .build();
        Equations growth = new Equations(scope, parse("a * T * (1 - b * T)"));
        Kernel rate = growth.kernel(1);
        Jacobian slope = growth.jacobian(1);
        double[] out = new double[1];
        double[] parameters = {0.5, 0.25};
        rate.prepare(parameters);
        rate.evaluate(new double[1], new double[] {2}, parameters, out);
        assertThat(out[0]).isEqualTo(0.5);
        slope.kernel(1).evaluate(new double[1], new double[] {2}, parameters, out);
        assertThat(out[0]).isZero();
    }
}
