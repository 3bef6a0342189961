package org.immunarium.equations.system;

import static org.immunarium.equations.system.LinearForm.add;
import static org.immunarium.equations.system.LinearForm.divide;
import static org.immunarium.equations.system.LinearForm.multiply;
import static org.immunarium.equations.system.LinearForm.negate;
import static org.immunarium.equations.system.Names.symbol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Constant;

/// What `rateOf` means: the rate of change of a quantity becomes a definition of its own.
final class RatesOfChange {

    private final Lowering lowering;
    private final Set<String> wanted = new LinkedHashSet<>();

    RatesOfChange(Lowering lowering) {
        this.lowering = lowering;
    }

    /// The symbol of a rate of change that a formula asks for.
    Expression.Symbol of(String quantity) {
        wanted.add(quantity);
        return symbol(Names.rate(quantity));
    }

    /// Defines what was asked for, when all rates are known.
    void define() {
        for (String name : List.copyOf(wanted)) {
            lowering.definitions.put(Names.rate(name), rateOf(name));
        }
    }

    /// The rate of change of a quantity, as an expression.
    private Expression rateOf(String name) {
        String place = lowering.amountSymbol(name);
        Optional<Expression> ramp = lowering.ramps.rate(name);
        if (ramp.isPresent()) {
            return ramp.get();
        }
        if (lowering.chance && lowering.declared.changedByReactions.contains(name)) {
            lowering.declared.problem(
                    "rateOf(" + name + ")", "has no meaning where reactions happen one by one (stochastic simulation)");
        }
        if (!lowering.stored.contains(place) || lowering.residuals.containsKey(place)) {
            lowering.declared.problem(
                    "rateOf(" + name + ")",
                    "needs a quantity that no assignment or algebraic rule determines, and that the model has");
            return new Constant(Double.NaN);
        }
        Expression rate = lowering.slowRates.getOrDefault(place, new Constant(0));
        if (place.equals(name)) {
            return rate;
        }
        String compartment = lowering.declared.compartmentOf(name);
        if (!lowering.stored.contains(compartment)) {
            lowering.declared.problem(
                    "rateOf(" + name + ")", "needs a compartment whose size no rule assigns: \"" + compartment + "\"");
            return new Constant(Double.NaN);
        }
        Expression growth = lowering.slowRates.get(compartment);
        if (growth != null) {
            rate = add(rate, negate(multiply(symbol(name), growth)));
        }
        return divide(rate, symbol(compartment));
    }
}
