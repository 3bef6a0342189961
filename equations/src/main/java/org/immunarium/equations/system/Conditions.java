package org.immunarium.equations.system;

import static org.immunarium.equations.system.Assembly.difference;
import static org.immunarium.equations.system.Names.symbol;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Apply;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Piecewise;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Expression.Time;
import org.immunarium.equations.expression.Operator;
import org.immunarium.equations.system.EquationSystem.Switch;

/// Finds the comparisons in formulas and sorts them: those that depend on time alone, linearly,
/// change at a time that can be computed; those that depend on states have to be watched.
final class Conditions {

    final List<Switch> switches = new ArrayList<>();
    final List<Expression> timed = new ArrayList<>();
    final List<Expression> crossings = new ArrayList<>();

    private final Map<String, Expression> full = new LinkedHashMap<>();
    private final Set<String> states;
    private final Map<Expression, Boolean> moving = new IdentityHashMap<>();
    private final Map<Expression, Boolean> timely = new IdentityHashMap<>();

    Conditions(Map<String, Expression> definitions, Set<String> states) {
        this.states = states;
        definitions.forEach((name, value) -> full.put(name, Rewriting.substitute(value, full)));
    }

    private Expression expand(Expression e) {
        return Rewriting.substitute(e, full);
    }

    /// A formula in which comparisons of times with parameters are held in slots.
    Expression smooth(Expression expression) {
        if (!LinearForm.contains(expression, e -> comparison(e) && ofTimeAlone(expand(e)))) {
            return expression;
        }
        return new Rewriting(e -> comparison(e) ? held(e) : e).apply(expression);
    }

    private Expression held(Expression comparison) {
        Expression expanded = expand(comparison);
        if (!ofTimeAlone(expanded)) {
            return comparison;
        }
        Optional<Expression> threshold = threshold(expanded);
        if (threshold.isEmpty()) {
            return comparison;
        }
        for (Switch s : switches) {
            if (s.condition().equals(comparison)) {
                return symbol(s.slot());
            }
        }
        Switch s = new Switch(Names.condition(switches.size()), comparison, threshold.get());
        switches.add(s);
        return symbol(s.slot());
    }

    /// Notes what has to be known or watched for a trigger.
    void trigger(Expression trigger) {
        for (Apply comparison : comparisons(trigger)) {
            Optional<Expression> threshold = ofTimeAlone(comparison) ? threshold(comparison) : Optional.empty();
            if (threshold.isPresent()) {
                timed.add(threshold.get());
            } else if (changesWithinSteps(comparison)) {
                crossings.add(crossing(comparison));
            }
        }
    }

    /// Differences whose change of sign within a step can change a condition.
    List<Expression> crossingsOf(Expression condition) {
        return comparisons(condition).stream()
                .filter(this::changesWithinSteps)
                .map(Conditions::crossing)
                .toList();
    }

    /// The times at which a condition can change, of those of its comparisons that depend on time alone
    /// and change at a time that follows from parameters.
    List<Expression> thresholdsOf(Expression condition) {
        return comparisons(condition).stream()
                .filter(this::ofTimeAlone)
                .map(Conditions::threshold)
                .flatMap(Optional::stream)
                .toList();
    }

    /// The times at which a condition changes, where it depends on time alone and these are numbers in
    /// it; else empty.
    Set<Double> timesOf(Expression condition) {
        Set<Double> times = new TreeSet<>();
        for (Apply comparison : comparisons(condition)) {
            if (!(threshold(comparison).orElse(comparison) instanceof Constant(double time, var unit))) {
                return Set.of();
            }
            times.add(time);
        }
        return times;
    }

    /// The comparisons that decide on a condition; a number is true where it is not 0.
    private List<Apply> comparisons(Expression condition) {
        Expression expanded = expand(condition);
        List<Apply> result = new ArrayList<>();
        truth(expanded, result);
        Rewriting.visit(expanded, e -> {
            if (e instanceof Apply(Operator operator, List<Expression> arguments)) {
                switch (operator) {
                    case AND, OR, XOR, NOT, IMPLIES -> arguments.forEach(argument -> truth(argument, result));
                    case EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> {
                        for (int i = 1; i < arguments.size(); i++) {
                            result.add(new Apply(operator, arguments.get(i - 1), arguments.get(i)));
                        }
                    }
                    default -> {}
                }
            } else if (e instanceof Piecewise p) {
                p.pieces().forEach(piece -> truth(piece.condition(), result));
            }
        });
        return result;
    }

    private static void truth(Expression e, List<Apply> comparisons) {
        if (!isTruthValue(e)) {
            comparisons.add(new Apply(Operator.NOT_EQUAL, e, new Constant(0)));
        }
    }

    private boolean changesWithinSteps(Apply comparison) {
        return ofTimeAlone(comparison) || moving(comparison);
    }

    /// A comparison of order becomes true where its difference rises.
    private static Expression crossing(Apply comparison) {
        Expression a = comparison.arguments().get(0);
        Expression b = comparison.arguments().get(1);
        boolean reversed = comparison.operator() == Operator.LESS || comparison.operator() == Operator.LESS_OR_EQUAL;
        return reversed ? difference(b, a) : difference(a, b);
    }

    private static boolean comparison(Expression e) {
        return e instanceof Apply(Operator operator, List<Expression> arguments)
                && arguments.size() == 2
                && isComparison(operator);
    }

    private static boolean isComparison(Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> true;
            default -> false;
        };
    }

    private static boolean isTruthValue(Expression e) {
        return switch (e) {
            case Apply(Operator operator, var arguments) ->
                isComparison(operator)
                        || switch (operator) {
                            case AND, OR, XOR, NOT, IMPLIES -> true;
                            default -> false;
                        };
            case Constant _ -> true;
            case Piecewise p ->
                p.pieces().stream().allMatch(piece -> isTruthValue(piece.value())) && isTruthValue(p.otherwise());
            default -> false;
        };
    }

    /// Where the two sides of a comparison meet, if that is at one time that follows from parameters.
    private static Optional<Expression> threshold(Expression comparison) {
        if (!(comparison instanceof Apply a) || a.arguments().size() != 2) {
            return Optional.empty();
        }
        Expression difference = difference(a.arguments().get(0), a.arguments().get(1));
        return LinearForm.of(difference, e -> e instanceof Time)
                .filter(form -> !form.isConstant())
                .map(LinearForm::root);
    }

    private boolean ofTimeAlone(Expression expanded) {
        return timely.computeIfAbsent(expanded, e -> LinearForm.contains(e, x -> x instanceof Time))
                && !moving(expanded);
    }

    /// Whether an expression changes with the states, or with the past.
    private boolean moving(Expression expanded) {
        return moving.computeIfAbsent(
                expanded,
                e -> LinearForm.contains(
                        e, x -> x instanceof Symbol(String name) && (states.contains(name) || Names.isDelay(name))));
    }
}
