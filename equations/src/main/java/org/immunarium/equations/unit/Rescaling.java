package org.immunarium.equations.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
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
import org.immunarium.numerics.functions.ElementaryFunctions;

/// Writes formulas over symbols that count in other units than before, each a known multiple of what it was, so that
/// they keep their values.
///
/// The factors that make up for that are carried outwards through products and sums, where they meet those that
/// [UnitConversion] put in, and vanish.
final class Rescaling {

    private final ToDoubleFunction<String> scales;
    private final CoherentSystem system;
    private final DeclaredUnits units;
    private final Set<String> called;

    /// @param scales by what each symbol's value was multiplied
    /// @param called gets the names of the functions that formulas call
    Rescaling(ToDoubleFunction<String> scales, CoherentSystem system, DeclaredUnits units, Set<String> called) {
        this.scales = scales;
        this.system = system;
        this.units = units;
        this.called = called;
    }

    /// @param by what the formula is still to be multiplied by; above zero
    private record Part(double by, Expression formula) {}

    /// The formula with so many times its value.
    Expression times(Expression expression, double factor) {
        Part part = part(expression);
        return multiplied(part.formula(), part.by() * factor);
    }

    /// A condition, or a formula of which only matters whether it is zero.
    Expression condition(Expression expression) {
        return part(expression).formula();
    }

    private Expression whole(Expression expression) {
        return times(expression, 1);
    }

    private List<Expression> whole(List<Expression> expressions) {
        return expressions.stream().map(this::whole).toList();
    }

    private Part part(Expression expression) {
        return switch (expression) {
            case Constant(double value, Optional<String> unit)
            when unit.isPresent() -> {
                double factor = system.factor(units.resolve(unit.get()));
                yield new Part(1 / factor, new Constant(value * factor, unit.map(system::id)));
            }
            case Constant _, Time _ -> new Part(1, expression);
            case Symbol(String name) -> new Part(1 / scales.applyAsDouble(name), expression);
            case RateOf(String name) -> new Part(1 / scales.applyAsDouble(name), expression);
            case Delay(Expression value, Expression lag) -> {
                Part of = part(value);
                yield new Part(of.by(), new Delay(of.formula(), whole(lag)));
            }
            case Piecewise piecewise -> piecewise(piecewise);
            case Draw _ -> new Part(1, Expressions.mapParts(expression, this::whole));
            case Call call -> {
                called.add(call.function());
                yield new Part(1, Expressions.mapParts(call, this::whole));
            }
            case Apply apply -> apply(apply);
        };
    }

    private Part apply(Apply apply) {
        Operator operator = apply.operator();
        List<Expression> arguments = apply.arguments();
        return switch (operator) {
            case ADD, SUBTRACT, NEGATE, ABS, MIN, MAX, REMAINDER -> {
                Alike alike = alike(arguments);
                yield new Part(alike.by(), new Apply(operator, alike.formulas()));
            }
            case EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL, QUOTIENT ->
                new Part(1, new Apply(operator, alike(arguments).formulas()));
            case AND, OR, XOR, NOT, IMPLIES ->
                new Part(
                        1,
                        new Apply(
                                operator,
                                arguments.stream().map(this::condition).toList()));
            case MULTIPLY -> {
                List<Part> parts = arguments.stream().map(this::part).toList();
                double by = parts.stream().mapToDouble(Part::by).reduce(1, (a, b) -> a * b);
                yield checked(
                        by,
                        new Apply(operator, parts.stream().map(Part::formula).toList()),
                        apply);
            }
            case DIVIDE -> {
                Part over = part(arguments.get(0));
                Part under = part(arguments.get(1));
                yield checked(over.by() / under.by(), new Apply(operator, over.formula(), under.formula()), apply);
            }
            case SQRT -> {
                Part of = part(arguments.getFirst());
                yield new Part(Math.sqrt(of.by()), new Apply(operator, of.formula()));
            }
            case POWER -> power(apply, arguments.get(0), arguments.get(1), false);
            case ROOT -> power(apply, arguments.get(1), arguments.get(0), true);
            default -> new Part(1, new Apply(operator, whole(arguments)));
        };
    }

    private Part power(Apply apply, Expression base, Expression exponent, boolean root) {
        OptionalDouble value = UnitInference.value(exponent);
        if (value.isEmpty()) {
            return new Part(1, new Apply(apply.operator(), whole(apply.arguments())));
        }
        Part of = part(base);
        double by = ElementaryFunctions.pow(of.by(), root ? 1 / value.getAsDouble() : value.getAsDouble());
        Expression to = whole(exponent);
        return checked(
                by,
                root ? new Apply(Operator.ROOT, to, of.formula()) : new Apply(Operator.POWER, of.formula(), to),
                apply);
    }

    /// A part whose factor is a number to calculate with; else with its factors where they arise.
    private Part checked(double by, Expression formula, Apply apply) {
        return by >= Double.MIN_NORMAL && by <= Double.MAX_VALUE
                ? new Part(by, formula)
                : new Part(1, new Apply(apply.operator(), whole(apply.arguments())));
    }

    /// Formulas that are all to be multiplied by the same.
    private record Alike(double by, List<Expression> formulas) {}

    private Alike alike(List<Expression> expressions) {
        List<Part> parts = expressions.stream().map(this::part).toList();
        double by = parts.stream()
                .mapToDouble(Part::by)
                .filter(each -> !UnitInference.isOne(each))
                .findFirst()
                .orElse(1);
        return new Alike(
                by,
                parts.stream()
                        .map(each -> multiplied(each.formula(), each.by() / by))
                        .toList());
    }

    private Part piecewise(Piecewise piecewise) {
        List<Expression> values = new ArrayList<>();
        piecewise.pieces().forEach(each -> values.add(each.value()));
        values.add(piecewise.otherwise());
        Alike alike = alike(values);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < piecewise.pieces().size(); i++) {
            pieces.add(new Piece(
                    alike.formulas().get(i), condition(piecewise.pieces().get(i).condition())));
        }
        return new Part(alike.by(), new Piecewise(pieces, alike.formulas().getLast()));
    }

    /// As [UnitInference#scaled]; a number in front takes the factor up, and goes where both come to one.
    private static Expression multiplied(Expression formula, double by) {
        if (!UnitInference.isOne(by)
                && formula instanceof Apply(Operator operator, List<Expression> arguments)
                && operator == Operator.MULTIPLY
                && arguments.size() > 1
                && arguments.getFirst() instanceof Constant(double front, Optional<String> unit)
                && unit.isEmpty()) {
            List<Expression> rest = arguments.subList(1, arguments.size());
            Expression product = rest.size() == 1 ? rest.getFirst() : new Apply(Operator.MULTIPLY, rest);
            return UnitInference.scaled(product, front * by);
        }
        return UnitInference.scaled(formula, by);
    }
}
