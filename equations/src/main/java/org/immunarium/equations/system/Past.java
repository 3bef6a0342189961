package org.immunarium.equations.system;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Apply;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Delay;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Expression.Time;
import org.immunarium.equations.expression.Operator;

/// Values at the start and, for delays, before it.
///
/// Before the start, rules and initial assignments are as they would have been at that time,
/// everything else has its initial value, and nothing changes: rates are zero.
final class Past {

    private final Map<String, Expression> initial = new LinkedHashMap<>();
    private final Map<String, Expression> expanded = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    Past(Lowering lowering) {
        initial.putAll(lowering.definitions);
        initial.putAll(lowering.start);
    }

    /// Initial values of everything, delayed values as of before the start.
    Map<String, Expression> startDefinitions() {
        Map<String, Expression> result = new LinkedHashMap<>(initial);
        result.replaceAll((name, value) -> present(value));
        return result;
    }

    private Expression present(Expression expression) {
        if (!LinearForm.contains(expression, e -> e instanceof Delay)) {
            return expression;
        }
        return expression instanceof Delay(Expression value, Expression lag)
                ? shift(at(value), present(lag))
                : Rewriting.withChildren(expression, this::present);
    }

    /// The value of an expression at a time before the start, [Time] being that time.
    Expression at(Expression expression) {
        return switch (expression) {
            case Symbol(String name) -> of(name, expression);
            case Delay(Expression value, Expression lag) -> shift(at(value), at(lag));
            default -> Rewriting.withChildren(expression, this::at);
        };
    }

    private Expression of(String name, Expression symbol) {
        if (Names.isRate(name)) {
            return new Constant(0);
        }
        Expression value = initial.get(name);
        if (value == null) {
            return symbol;
        }
        Expression known = expanded.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name)) {
            return new Constant(Double.NaN);
        }
        Expression result = at(value);
        open.remove(name);
        expanded.put(name, result);
        return result;
    }

    private static Expression shift(Expression expression, Expression lag) {
        Expression then = new Apply(Operator.SUBTRACT, new Time(), lag);
        return new Rewriting(e -> e instanceof Time ? then : e).apply(expression);
    }
}
