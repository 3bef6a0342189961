package org.immunarium.equations.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.immunarium.equations.expression.DistributionFamily;
import org.immunarium.equations.expression.Expression;
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
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.expression.Operator;
import org.immunarium.equations.model.Model.FunctionDefinition;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;

/// Finds the unit of an expression from the units of its symbols, and brings together what is added, compared or
/// assigned in different units by putting factors in.
///
/// Products and quotients need no factors: their units multiply. So a model whose units agree comes out as it
/// went in, and one that mixes them gets a factor only where two units meet.
final class UnitInference {

    private final DeclaredUnits units;
    private final Map<String, FunctionDefinition> functions = new HashMap<>();
    private final Function<String, Optional<Unit>> symbols;
    private final Consumer<String> notice;

    /// @param symbols the units of symbols, local parameters included
    /// @param notice  gets what does not fit, in words
    UnitInference(
            DeclaredUnits units,
            List<FunctionDefinition> functions,
            Function<String, Optional<Unit>> symbols,
            Consumer<String> notice) {
        this.units = units;
        functions.forEach(f -> this.functions.put(f.id(), f));
        this.symbols = symbols;
        this.notice = notice;
    }

    /// The expression with its value in a unit.
    ///
    /// @param what what wants it in that unit, for messages, such as `the rate`
    Expression in(Expression expression, Optional<Unit> wanted, String what) {
        return to(measure(expression), wanted, what).expression();
    }

    private Measured to(Measured found, Optional<Unit> wanted, String what) {
        if (wanted.isEmpty() || found.unit().isEmpty() || found.bare()) {
            return found;
        }
        Unit from = found.unit().get();
        Unit to = wanted.get();
        if (from.equals(to)) {
            return found;
        }
        if (!from.convertsTo(to)) {
            notice.accept(what + " is in " + from + " (" + from.dimension() + ") where " + to + " (" + to.dimension()
                    + ") is expected");
            return found;
        }
        double factor = from.factorTo(to);
        return Measured.in(scaled(found.expression(), factor), to);
    }

    /// Whether a factor differs from one only by how the units in a file were rounded.
    static boolean isOne(double factor) {
        return Math.abs(factor - 1) < 1e-12;
    }

    /// Factors that are one, but for rounding, are left out.
    static Expression scaled(Expression expression, double factor) {
        if (isOne(factor)) {
            return expression;
        }
        if (expression instanceof Constant(double value, Optional<String> unit) && unit.isEmpty()) {
            return new Constant(value * factor);
        }
        return new Apply(Operator.MULTIPLY, new Constant(factor), expression);
    }

    Measured measure(Expression expression) {
        return switch (expression) {
            case Constant(double value, Optional<String> unit) ->
                unit.isEmpty() ? Measured.bare(expression) : Measured.in(expression, units.resolve(unit.get()));
            case Symbol(String name) -> Measured.in(expression, symbols.apply(name));
            case Time() -> Measured.in(expression, units.time());
            case RateOf(String name) -> Measured.in(expression, DeclaredUnits.over(symbols.apply(name), units.time()));
            case Delay(Expression value, Expression lag) -> {
                Measured measured = measure(value);
                Expression wait = in(lag, units.time(), "the lag of a delay");
                yield Measured.in(new Delay(measured.expression(), wait), measured.unit());
            }
            case Piecewise piecewise -> piecewise(piecewise);
            case Draw draw -> draw(draw);
            case Call call -> call(call);
            case Apply apply -> apply(apply);
        };
    }

    /// A function's unit depends on its arguments': its body is put in its place.
    private Measured call(Call call) {
        FunctionDefinition function = functions.get(call.function());
        if (function == null) {
            return Measured.in(call, Optional.empty());
        }
        Map<String, Expression> arguments = new HashMap<>();
        for (int i = 0; i < function.arguments().size(); i++) {
            arguments.put(function.arguments().get(i), call.arguments().get(i));
        }
        return measure(Expressions.rewrite(function.body(), part -> switch (part) {
            case Symbol(String name) -> arguments.getOrDefault(name, part);
            case RateOf(String name) when arguments.get(name) instanceof Symbol(String actual) -> new RateOf(actual);
            default -> part;
        }));
    }

    private Measured piecewise(Piecewise piecewise) {
        List<Expression> values = new ArrayList<>();
        for (Piece piece : piecewise.pieces()) {
            values.add(piece.value());
        }
        values.add(piecewise.otherwise());
        Together together = together(values, "the values of a piecewise expression");
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < piecewise.pieces().size(); i++) {
            Expression condition =
                    measure(piecewise.pieces().get(i).condition()).expression();
            pieces.add(new Piece(together.values.get(i), condition));
        }
        return together.measured(new Piecewise(pieces, together.values.getLast()));
    }

    private Measured draw(Draw draw) {
        DistributionFamily distribution = draw.distribution();
        boolean inUnitOfItsArguments = switch (distribution) {
            case NORMAL, UNIFORM, CAUCHY, LAPLACE, RAYLEIGH -> true;
            default -> false;
        };
        if (inUnitOfItsArguments) {
            Together together = together(draw.arguments(), "the arguments of " + distribution);
            return together.measured(new Draw(distribution, together.values));
        }
        List<Expression> arguments =
                draw.arguments().stream().map(a -> measure(a).expression()).toList();
        return Measured.bare(new Draw(distribution, arguments));
    }

    /// Expressions brought to one unit.
    private record Together(List<Expression> values, Optional<Unit> unit, boolean bare) {
        Measured measured(Expression expression) {
            return new Measured(expression, unit, bare);
        }
    }

    private Together together(List<Expression> expressions, String what) {
        List<Measured> measured = expressions.stream().map(this::measure).toList();
        Optional<Measured> first =
                measured.stream().filter(Measured::isDefinite).findFirst();
        if (first.isEmpty()) {
            boolean open = measured.stream().anyMatch(m -> m.unit().isEmpty());
            return new Together(
                    measured.stream().map(Measured::expression).toList(),
                    open ? Optional.empty() : Optional.of(Unit.ONE),
                    !open);
        }
        Optional<Unit> unit = first.get().unit();
        boolean besideNumbers = measured.stream().anyMatch(Measured::bare);
        if (besideNumbers && isLeftOver(first.get())) {
            unit = Optional.of(Unit.ONE);
        }
        Optional<Unit> common = unit;
        return new Together(
                measured.stream().map(m -> to(m, common, what).expression()).toList(), unit, false);
    }

    /// Whether it is a plain number but for a factor that is left of a division of unlike units, as of nmol/L
    /// by mol/L. A number beside it is no multiple of that factor; beside a quantity declared in percent it is
    /// one of percent.
    private static boolean isLeftOver(Measured measured) {
        return !(measured.expression() instanceof Symbol)
                && measured.unit()
                        .filter(unit -> unit.dimension().isNone() && !unit.equals(Unit.ONE))
                        .isPresent();
    }

    private Measured apply(Apply apply) {
        Operator operator = apply.operator();
        List<Expression> arguments = apply.arguments();
        return switch (operator) {
            case ADD, SUBTRACT, NEGATE, ABS, FLOOR, CEILING, MIN, MAX, REMAINDER -> {
                Together together = together(arguments, "a part of \"" + operator.symbol() + "\"");
                yield together.measured(new Apply(operator, together.values));
            }
            case MULTIPLY -> product(arguments);
            case DIVIDE -> quotient(measure(arguments.get(0)), measure(arguments.get(1)));
            case POWER -> power(arguments.get(0), arguments.get(1));
            case SQRT -> {
                Measured of = measure(arguments.getFirst());
                yield new Measured(
                        new Apply(operator, of.expression()),
                        DeclaredUnits.power(of.unit(), Ratio.of(1, 2)),
                        of.bare());
            }
            case ROOT -> root(arguments.get(0), arguments.get(1));
            case EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL, QUOTIENT -> {
                Together together = together(arguments, "a side of \"" + operator.symbol() + "\"");
                yield Measured.bare(new Apply(operator, together.values));
            }
            case AND, OR, XOR, NOT, IMPLIES ->
                Measured.bare(new Apply(
                        operator,
                        arguments.stream().map(a -> measure(a).expression()).toList()));
            default -> {
                String what = "the argument of \"" + operator.symbol() + "\"";
                yield Measured.bare(new Apply(
                        operator,
                        arguments.stream()
                                .map(a -> in(a, Optional.of(Unit.ONE), what))
                                .toList()));
            }
        };
    }

    private Measured product(List<Expression> arguments) {
        List<Expression> factors = new ArrayList<>();
        Optional<Unit> unit = Optional.of(Unit.ONE);
        boolean bare = true;
        for (Expression argument : arguments) {
            Measured measured = measure(argument);
            factors.add(measured.expression());
            bare &= measured.bare();
            unit = DeclaredUnits.times(unit, measured.unit());
        }
        return new Measured(new Apply(Operator.MULTIPLY, factors), unit, bare);
    }

    private static Measured quotient(Measured over, Measured under) {
        return new Measured(
                new Apply(Operator.DIVIDE, over.expression(), under.expression()),
                DeclaredUnits.over(over.unit(), under.unit()),
                over.bare() && under.bare());
    }

    private Measured power(Expression base, Expression exponent) {
        Measured of = measure(base);
        Expression to = in(exponent, Optional.of(Unit.ONE), "an exponent");
        OptionalDouble value = value(exponent);
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            Ratio ratio = Ratio.nearest(value.getAsDouble());
            return new Measured(
                    new Apply(Operator.POWER, of.expression(), to), DeclaredUnits.power(of.unit(), ratio), of.bare());
        }
        // Only a plain number can be raised to a power that varies.
        Measured plain = to(of, Optional.of(Unit.ONE), "the base of a power with a varying exponent");
        Optional<Unit> unit = plain.unit().filter(u -> u.dimension().isNone());
        return new Measured(new Apply(Operator.POWER, plain.expression(), to), unit, false);
    }

    private Measured root(Expression degree, Expression radicand) {
        Measured of = measure(radicand);
        OptionalDouble value = value(degree);
        Optional<Unit> unit = value.isPresent() && value.getAsDouble() != 0 && Double.isFinite(value.getAsDouble())
                ? DeclaredUnits.power(of.unit(), Ratio.ONE.over(Ratio.nearest(value.getAsDouble())))
                : of.unit().filter(u -> u.equals(Unit.ONE));
        return new Measured(new Apply(Operator.ROOT, measure(degree).expression(), of.expression()), unit, of.bare());
    }

    /// The value of an expression of numbers, such as `1/3`.
    static OptionalDouble value(Expression expression) {
        if (expression instanceof Constant(double value, Optional<String> unit)) {
            return OptionalDouble.of(value);
        }
        if (!(expression instanceof Apply(Operator operator, List<Expression> arguments))) {
            return OptionalDouble.empty();
        }
        List<Double> values = new ArrayList<>();
        for (Expression argument : arguments) {
            OptionalDouble value = value(argument);
            if (value.isEmpty()) {
                return value;
            }
            values.add(value.getAsDouble());
        }
        return switch (operator) {
            case NEGATE -> OptionalDouble.of(-values.getFirst());
            case ADD -> OptionalDouble.of(values.stream().reduce(0.0, Double::sum));
            case SUBTRACT -> OptionalDouble.of(values.get(0) - values.get(1));
            case MULTIPLY -> OptionalDouble.of(values.stream().reduce(1.0, (a, b) -> a * b));
            case DIVIDE -> OptionalDouble.of(values.get(0) / values.get(1));
            default -> OptionalDouble.empty();
        };
    }
}
