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
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.system.EquationSystem.ReactionEquation;
import org.immunarium.equations.system.EquationSystem.Update;
import org.immunarium.equations.system.ModelQuantity.Kind;

/// What reactions do: the rate of each is a definition of its id, and its net stoichiometry times the
/// rate is added to the rates of change of what is stored of its species; where reactions happen one
/// by one, it stays with the reaction.
final class ReactionLowering {

    private final Lowering lowering;

    ReactionLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    void read(Model.Reaction r) {
        Map<String, Expression> local = new LinkedHashMap<>();
        for (Model.Parameter p : r.localParameters()) {
            String id = Names.local(r.id(), p.id());
            local.put(p.id(), symbol(id));
            lowering.held(
                    new ModelQuantity(id, p.name(), Kind.PARAMETER, Optional.empty(), p.unit(), false), p.value());
        }
        lowering.quantities.add(new ModelQuantity(
                r.id(),
                r.name(),
                Kind.REACTION,
                Optional.empty(),
                lowering.declared.model.units().extent(),
                false));
        Expression rate = r.rate()
                .map(lowering.declared::inline)
                .map(e -> AlgebraicRules.renameLocals(e, local))
                .map(lowering::base)
                .orElse(new Constant(0));
        lowering.definitions.put(r.id(), rate);
        Map<String, Expression> net = new LinkedHashMap<>();
        for (Model.SpeciesReference reference : r.reactants()) {
            stoichiometry(r, reference, net, true);
        }
        for (Model.SpeciesReference reference : r.products()) {
            stoichiometry(r, reference, net, false);
        }
        List<Update> changes = new ArrayList<>();
        net.forEach((species, extentFactor) -> {
            if (LinearForm.isZero(extentFactor)) {
                return;
            }
            Expression factor = conversionFactor(species)
                    .map(f -> multiply(extentFactor, symbol(f)))
                    .orElse(extentFactor);
            String target = lowering.amountSymbol(species);
            changes.add(new Update(target, factor));
            if (lowering.chance) {
                return;
            }
            (r.fast() ? lowering.fastRates : lowering.slowRates)
                    .merge(target, multiply(factor, symbol(r.id())), LinearForm::add);
        });
        if (lowering.chance && r.fast()) {
            lowering.declared.problem(
                    "reaction \"" + r.id() + "\"",
                    "is fast, which has no meaning where reactions happen one by one (stochastic simulation)");
        }
        lowering.reactions.add(new ReactionEquation(r.id(), r.fast(), changes));
    }

    private void stoichiometry(
            Model.Reaction r, Model.SpeciesReference reference, Map<String, Expression> net, boolean consumed) {
        double number = Double.isNaN(reference.stoichiometry()) ? 1 : reference.stoichiometry();
        Expression value = reference
                .stoichiometryMath()
                .map(lowering.declared::inline)
                .map(lowering::base)
                .orElse(new Constant(number));
        String id = reference.id();
        if (!id.isEmpty()) {
            if (reference.stoichiometryMath().isPresent() && !lowering.declared.assigned.containsKey(id)) {
                lowering.quantities.add(new ModelQuantity(
                        id, "", Kind.STOICHIOMETRY, Optional.empty(), Optional.of("dimensionless"), false));
                lowering.definitions.put(id, value);
            } else {
                lowering.held(
                        new ModelQuantity(
                                id, "", Kind.STOICHIOMETRY, Optional.empty(), Optional.of("dimensionless"), false),
                        number);
                value = symbol(id);
            }
        }
        if (lowering.declared.changedByReactions.contains(reference.species())) {
            if (lowering.declared.assigned.containsKey(reference.species())
                    || lowering.declared.rates.containsKey(reference.species())) {
                lowering.declared.problem(
                        "species \"" + reference.species() + "\"",
                        "is changed by reaction \"" + r.id() + "\" and by a rule; one of them must leave it alone"
                                + " (boundaryCondition)");
                return;
            }
            net.merge(reference.species(), consumed ? negate(value) : value, ReactionLowering::sum);
        }
    }

    private static Expression sum(Expression a, Expression b) {
        return a instanceof Constant(double x, var unitOfX) && b instanceof Constant(double y, var unitOfY)
                ? new Constant(x + y)
                : add(a, b);
    }

    private Optional<String> conversionFactor(String species) {
        Optional<String> own =
                Optional.ofNullable(lowering.declared.species.get(species)).flatMap(Model.Species::conversionFactor);
        return own.isPresent() ? own : lowering.declared.model.conversionFactor();
    }
}
