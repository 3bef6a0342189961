package org.immunarium.equations.system;

import static org.immunarium.equations.system.LinearForm.add;
import static org.immunarium.equations.system.LinearForm.multiply;
import static org.immunarium.equations.system.LinearForm.negate;
import static org.immunarium.equations.system.Names.symbol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.expression.Expression;

/// Parameters that rise or fall at a constant rate between events, where reactions happen one by one:
/// kept as a value and the time at which they had it, so that their values, and the times at which
/// triggers on them change, need no integration.
final class Ramps {

    private final Lowering lowering;
    private final Map<String, Expression> rates = new LinkedHashMap<>();

    Ramps(Lowering lowering) {
        this.lowering = lowering;
    }

    /// The rate of a parameter that is one of these.
    Optional<Expression> rate(String parameter) {
        return Optional.ofNullable(rates.get(parameter));
    }

    boolean has(String parameter) {
        return rates.containsKey(parameter);
    }

    /// Whether nothing changes the value of an expression after the start.
    boolean isFixed(Expression expression) {
        Set<String> names = Dependencies.closure(expression, lowering.definitions);
        List<Expression> parts = new ArrayList<>(List.of(expression));
        for (String name : names) {
            Expression definition = lowering.definitions.get(name);
            boolean fixed = definition != null
                    || (lowering.stored.contains(name)
                            && !Names.isMadeUp(name)
                            && !lowering.declared.rates.containsKey(name)
                            && !lowering.determined.containsKey(name)
                            && !lowering.declared.changedByEvents.contains(name)
                            && !lowering.declared.changedByReactions.contains(name));
            if (!fixed) {
                return false;
            }
            if (definition != null) {
                parts.add(definition);
            }
        }
        return parts.stream().noneMatch(part -> LinearForm.contains(part, e -> e instanceof Expression.Time));
    }

    /// Makes a parameter one of these.
    void put(String variable, Expression rate) {
        String from = Names.base(variable);
        String since = Names.since(variable);
        lowering.stored.remove(variable);
        lowering.stored.add(from);
        lowering.stored.add(since);
        lowering.start.put(from, symbol(variable));
        lowering.start.put(since, new Expression.Time());
        Expression elapsed = add(new Expression.Time(), negate(symbol(since)));
        lowering.definitions.put(variable, add(symbol(from), multiply(rate, elapsed)));
        rates.put(variable, rate);
    }
}
