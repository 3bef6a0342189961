package org.immunarium.equations.expression;

import java.util.ArrayList;
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
import org.immunarium.equations.expression.FormulaLexer.Token;

/// What `name(argument, …)` means in a formula.
final class FormulaCalls {

    private final String formula;
    private final Token name;
    private final List<Expression> arguments;

    private FormulaCalls(String formula, Token name, List<Expression> arguments) {
        this.formula = formula;
        this.name = name;
        this.arguments = arguments;
    }

    static Expression call(String formula, Token name, List<Expression> arguments) {
        return new FormulaCalls(formula, name, arguments).meaning();
    }

    private Expression meaning() {
        return switch (name.text()) {
            case "piecewise" -> piecewise();
            case "delay" -> new Delay(exactly(2, "a value and a lag").get(0), arguments.get(1));
            case "rateOf" -> rateOf();
            case "log10" -> logarithm(10);
            case "log2" -> logarithm(2);
            case "log" -> arguments.size() == 1 ? logarithm(10) : apply(Operator.LOG);
            case "root" -> arguments.size() == 1 ? apply(Operator.SQRT) : apply(Operator.ROOT);
            case "sqr" -> new Apply(Operator.POWER, exactly(1, "one argument").get(0), new Constant(2));
            case "minus" -> apply(arguments.size() == 1 ? Operator.NEGATE : Operator.SUBTRACT);
            default -> named();
        };
    }

    private Expression named() {
        Optional<Operator> operator = FormulaNames.operator(name.text());
        if (operator.isPresent()) {
            return apply(operator.get());
        }
        Optional<DistributionFamily> distribution = FormulaNames.distribution(name.text());
        if (distribution.isPresent()) {
            return draw(distribution.get());
        }
        return new Call(name.text(), arguments);
    }

    private Expression apply(Operator operator) {
        if (!operator.arity(arguments.size())) {
            throw wrongNumber(expectedNumber(operator));
        }
        return new Apply(operator, arguments);
    }

    private static String expectedNumber(Operator operator) {
        int fewest = 0;
        while (!operator.arity(fewest)) {
            fewest++;
        }
        return operator.arity(fewest + 1) ? "at least " + fewest : plural(fewest);
    }

    private static String plural(int arguments) {
        return arguments == 1 ? "1 argument" : arguments + " arguments";
    }

    private Expression logarithm(double base) {
        return new Apply(
                Operator.LOG, new Constant(base), exactly(1, "one argument").get(0));
    }

    private Expression rateOf() {
        if (exactly(1, "the name of a quantity").get(0) instanceof Symbol(String symbol)) {
            return new RateOf(symbol);
        }
        throw wrong("an expression", "the name of a quantity");
    }

    private Expression draw(DistributionFamily distribution) {
        int parameters = switch (distribution) {
            case BERNOULLI, CHI_SQUARE, EXPONENTIAL, POISSON, RAYLEIGH -> 1;
            case NORMAL, UNIFORM, BINOMIAL, CAUCHY, GAMMA, LAPLACE, LOG_NORMAL -> 2;
        };
        boolean bounded = distribution != DistributionFamily.UNIFORM && distribution != DistributionFamily.BERNOULLI;
        boolean fits = arguments.size() == parameters || bounded && arguments.size() == parameters + 2;
        boolean scaleLeftOut = arguments.size() == 1
                && (distribution == DistributionFamily.CAUCHY || distribution == DistributionFamily.LAPLACE);
        if (scaleLeftOut) {
            return new Draw(distribution, List.of(arguments.get(0), new Constant(1)));
        }
        if (!fits) {
            throw wrongNumber(plural(parameters) + (bounded ? ", or " + (parameters + 2) + " with bounds" : ""));
        }
        return new Draw(distribution, arguments);
    }

    private Expression piecewise() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            pieces.add(new Piece(arguments.get(i), arguments.get(i + 1)));
        }
        boolean hasOtherwise = arguments.size() % 2 == 1;
        return new Piecewise(pieces, hasOtherwise ? arguments.getLast() : new Constant(Double.NaN));
    }

    private List<Expression> exactly(int number, String expected) {
        if (arguments.size() != number) {
            throw wrongNumber(expected);
        }
        return arguments;
    }

    private FormulaException wrongNumber(String expected) {
        return wrong(plural(arguments.size()), expected);
    }

    private FormulaException wrong(String found, String expected) {
        String place = "%s in \"%s(…)\"".formatted(found, name.text());
        return new FormulaException(formula, name.position(), place, expected);
    }
}
