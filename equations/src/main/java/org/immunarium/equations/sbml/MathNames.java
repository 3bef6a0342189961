package org.immunarium.equations.sbml;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.expression.DistributionFamily;
import org.immunarium.equations.expression.Operator;

/// The names of MathML elements and of SBML's special symbols, both ways.
final class MathNames {

    static final String MATHML = "http://www.w3.org/1998/Math/MathML";
    static final String SYMBOLS = "http://www.sbml.org/sbml/symbols/";

    /// As SBML Level 3 fixes it (CODATA 2006).
    static final double AVOGADRO = 6.02214179e23;

    /// Elements that stand for one operator, whatever its arguments. `minus`, `root` and `log` are not among
    /// them: what they mean depends on their arguments.
    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            entry("plus", Operator.ADD),
            entry("times", Operator.MULTIPLY),
            entry("divide", Operator.DIVIDE),
            entry("power", Operator.POWER),
            entry("abs", Operator.ABS),
            entry("exp", Operator.EXP),
            entry("ln", Operator.LN),
            entry("floor", Operator.FLOOR),
            entry("ceiling", Operator.CEILING),
            entry("factorial", Operator.FACTORIAL),
            entry("quotient", Operator.QUOTIENT),
            entry("rem", Operator.REMAINDER),
            entry("min", Operator.MIN),
            entry("max", Operator.MAX),
            entry("sin", Operator.SIN),
            entry("cos", Operator.COS),
            entry("tan", Operator.TAN),
            entry("sec", Operator.SEC),
            entry("csc", Operator.CSC),
            entry("cot", Operator.COT),
            entry("arcsin", Operator.ASIN),
            entry("arccos", Operator.ACOS),
            entry("arctan", Operator.ATAN),
            entry("arcsec", Operator.ASEC),
            entry("arccsc", Operator.ACSC),
            entry("arccot", Operator.ACOT),
            entry("sinh", Operator.SINH),
            entry("cosh", Operator.COSH),
            entry("tanh", Operator.TANH),
            entry("sech", Operator.SECH),
            entry("csch", Operator.CSCH),
            entry("coth", Operator.COTH),
            entry("arcsinh", Operator.ASINH),
            entry("arccosh", Operator.ACOSH),
            entry("arctanh", Operator.ATANH),
            entry("arcsech", Operator.ASECH),
            entry("arccsch", Operator.ACSCH),
            entry("arccoth", Operator.ACOTH),
            entry("eq", Operator.EQUAL),
            entry("neq", Operator.NOT_EQUAL),
            entry("gt", Operator.GREATER),
            entry("lt", Operator.LESS),
            entry("geq", Operator.GREATER_OR_EQUAL),
            entry("leq", Operator.LESS_OR_EQUAL),
            entry("and", Operator.AND),
            entry("or", Operator.OR),
            entry("xor", Operator.XOR),
            entry("not", Operator.NOT),
            entry("implies", Operator.IMPLIES));

    private static final Map<Operator, String> ELEMENTS = new LinkedHashMap<>();

    /// Functions of MATLAB that SimBiology writes by name without defining them.
    private static final Map<String, Operator> MATLAB = Map.ofEntries(
            entry("max", Operator.MAX),
            entry("min", Operator.MIN),
            entry("exp", Operator.EXP),
            entry("log", Operator.LN),
            entry("sqrt", Operator.SQRT),
            entry("abs", Operator.ABS),
            entry("floor", Operator.FLOOR),
            entry("ceil", Operator.CEILING),
            entry("factorial", Operator.FACTORIAL),
            entry("power", Operator.POWER),
            entry("times", Operator.MULTIPLY),
            entry("plus", Operator.ADD),
            entry("minus", Operator.SUBTRACT),
            entry("rdivide", Operator.DIVIDE),
            entry("sin", Operator.SIN),
            entry("cos", Operator.COS),
            entry("tan", Operator.TAN),
            entry("asin", Operator.ASIN),
            entry("acos", Operator.ACOS),
            entry("atan", Operator.ATAN),
            entry("sinh", Operator.SINH),
            entry("cosh", Operator.COSH),
            entry("tanh", Operator.TANH));

    private static final Map<String, DistributionFamily> DISTRIBUTIONS = new LinkedHashMap<>();

    static {
        OPERATORS.forEach((element, operator) -> ELEMENTS.put(operator, element));
        for (DistributionFamily distribution : DistributionFamily.values()) {
            DISTRIBUTIONS.put(name(distribution), distribution);
        }
    }

    private MathNames() {}

    static Optional<Operator> operator(String element) {
        return Optional.ofNullable(OPERATORS.get(element));
    }

    /// The MathML element of an operator; empty for those that need more than a name.
    static Optional<String> element(Operator operator) {
        return Optional.ofNullable(ELEMENTS.get(operator));
    }

    static Optional<Operator> matlab(String function) {
        return Optional.ofNullable(MATLAB.get(function));
    }

    /// The operators' element names, for hints at misspellings.
    static Collection<String> elements() {
        return OPERATORS.keySet();
    }

    static Optional<DistributionFamily> distribution(String name) {
        return Optional.ofNullable(DISTRIBUTIONS.get(name));
    }

    /// The last part of a distribution's address under [#SYMBOLS]`distrib/`.
    static String name(DistributionFamily distribution) {
        return switch (distribution) {
            case NORMAL -> "normal";
            case UNIFORM -> "uniform";
            case BERNOULLI -> "bernoulli";
            case BINOMIAL -> "binomial";
            case CAUCHY -> "cauchy";
            case CHI_SQUARE -> "chisquare";
            case EXPONENTIAL -> "exponential";
            case GAMMA -> "gamma";
            case LAPLACE -> "laplace";
            case LOG_NORMAL -> "lognormal";
            case POISSON -> "poisson";
            case RAYLEIGH -> "rayleigh";
        };
    }

    /// How many arguments a distribution takes without its bounds.
    static int arguments(DistributionFamily distribution) {
        return switch (distribution) {
            case NORMAL, UNIFORM, BINOMIAL, CAUCHY, GAMMA, LAPLACE, LOG_NORMAL -> 2;
            case BERNOULLI, CHI_SQUARE, EXPONENTIAL, POISSON, RAYLEIGH -> 1;
        };
    }

    /// Whether a distribution takes so many arguments: with or without both bounds where it has them. Cauchy and
    /// Laplace also take the scale alone, about zero.
    static boolean arity(DistributionFamily distribution, int count) {
        int plain = arguments(distribution);
        return switch (distribution) {
            case UNIFORM, BERNOULLI -> count == plain;
            case CAUCHY, LAPLACE -> count == 1 || count == plain || count == plain + 2;
            default -> count == plain || count == plain + 2;
        };
    }
}
