package org.immunarium.equations.expression;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names that mean something in every formula: constants, functions and distributions.
final class FormulaNames {

    /// Avogadro's number as SBML Level 3 gives it.
    static final double AVOGADRO = 6.02214179e23;

    private static final Map<String, Double> CONSTANTS = Map.ofEntries(
            Map.entry("pi", Math.PI),
            Map.entry("exponentiale", Math.E),
            Map.entry("avogadro", AVOGADRO),
            Map.entry("inf", Double.POSITIVE_INFINITY),
            Map.entry("infinity", Double.POSITIVE_INFINITY),
            Map.entry("nan", Double.NaN),
            Map.entry("notanumber", Double.NaN),
            Map.entry("true", 1.0),
            Map.entry("false", 0.0));

    private static final Map<String, Operator> FUNCTIONS = functions();
    private static final Map<String, DistributionFamily> DISTRIBUTIONS = distributions();

    private FormulaNames() {}

    static Optional<Double> constant(String name) {
        return Optional.ofNullable(CONSTANTS.get(name));
    }

    static Optional<Operator> operator(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    static Optional<DistributionFamily> distribution(String name) {
        return Optional.ofNullable(DISTRIBUTIONS.get(name));
    }

    static boolean isTime(String name) {
        return name.equals("time");
    }

    /// Whether a symbol of this name must be quoted.
    static boolean isReserved(String name) {
        return isTime(name) || CONSTANTS.containsKey(name);
    }

    /// Whether a model's function of this name must be quoted.
    static boolean isReservedFunction(String name) {
        return FUNCTIONS.containsKey(name)
                || DISTRIBUTIONS.containsKey(name)
                || switch (name) {
                    case "piecewise", "delay", "rateOf", "log", "log10", "log2", "pow", "sqr", "root", "implies" ->
                        true;
                    default -> false;
                };
    }

    /// The name under which an operator is written as a function.
    static String functionName(Operator operator) {
        return switch (operator) {
            case ADD -> "plus";
            case SUBTRACT, NEGATE -> "minus";
            case MULTIPLY -> "times";
            case DIVIDE -> "divide";
            case POWER -> "pow";
            case EQUAL -> "eq";
            case NOT_EQUAL -> "neq";
            case GREATER -> "gt";
            case LESS -> "lt";
            case GREATER_OR_EQUAL -> "geq";
            case LESS_OR_EQUAL -> "leq";
            case AND -> "and";
            case OR -> "or";
            case NOT -> "not";
            default -> operator.symbol();
        };
    }

    static String functionName(DistributionFamily distribution) {
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

    private static Map<String, Operator> functions() {
        Map<String, Operator> map = new LinkedHashMap<>();
        for (Operator operator : Operator.values()) {
            map.put(functionName(operator), operator);
        }
        map.put("minus", Operator.SUBTRACT); // with one argument the parser makes it NEGATE
        map.put("power", Operator.POWER);
        map.put("ceiling", Operator.CEILING);
        map.put("modulo", Operator.REMAINDER);
        map.put("ge", Operator.GREATER_OR_EQUAL);
        map.put("le", Operator.LESS_OR_EQUAL);
        map.put("ne", Operator.NOT_EQUAL);
        for (String name : new String[] {"sin", "cos", "tan", "sec", "csc", "cot"}) {
            Operator inverse = Operator.valueOf("A" + name.toUpperCase(Locale.ROOT));
            Operator inverseHyperbolic = Operator.valueOf(inverse.name() + "H");
            map.put("arc" + name, inverse);
            map.put("arc" + name + "h", inverseHyperbolic);
            map.put("ar" + name + "h", inverseHyperbolic);
        }
        return Map.copyOf(map);
    }

    private static Map<String, DistributionFamily> distributions() {
        Map<String, DistributionFamily> map = new LinkedHashMap<>();
        for (DistributionFamily distribution : DistributionFamily.values()) {
            map.put(functionName(distribution), distribution);
        }
        map.put("chiSquare", DistributionFamily.CHI_SQUARE);
        map.put("logNormal", DistributionFamily.LOG_NORMAL);
        return Map.copyOf(map);
    }
}
