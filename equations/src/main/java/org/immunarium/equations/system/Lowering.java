package org.immunarium.equations.system;

import static org.immunarium.equations.system.LinearForm.add;
import static org.immunarium.equations.system.LinearForm.divide;
import static org.immunarium.equations.system.LinearForm.multiply;
import static org.immunarium.equations.system.Names.symbol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Draw;
import org.immunarium.equations.expression.Expression.RateOf;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.system.EquationSystem.DrawTerm;
import org.immunarium.equations.system.EquationSystem.ReactionEquation;
import org.immunarium.equations.system.EquationSystem.State;
import org.immunarium.equations.system.ModelQuantity.Kind;

/// Turns a model into equations, one kind of thing after the other; [#lower] reads like a table of
/// contents.
///
/// What is *stored* is a state if anything changes it continuously, else a parameter.
final class Lowering {

    final Declarations declared;
    private final Set<String> infused;
    /// Whether reactions happen one by one.
    final boolean chance;

    final List<ModelQuantity> quantities = new ArrayList<>();
    /// Stored symbols, in order.
    final Set<String> stored = new LinkedHashSet<>();
    /// Rates of change of stored symbols.
    final Map<String, Expression> slowRates = new LinkedHashMap<>();
    final Map<String, Expression> fastRates = new LinkedHashMap<>();
    final Map<String, Expression> residuals = new LinkedHashMap<>();
    final Map<String, Expression> definitions = new LinkedHashMap<>();
    final LinkedHashMap<String, Double> given = new LinkedHashMap<>();
    final Map<String, Expression> start = new LinkedHashMap<>();
    final Map<String, Map<String, Expression>> forms = new LinkedHashMap<>();
    final List<DrawTerm> draws = new ArrayList<>();
    final List<ReactionEquation> reactions = new ArrayList<>();
    final Set<String> generated = new LinkedHashSet<>();
    /// The conditions of the constraints, in order.
    final List<Expression> constraints = new ArrayList<>();
    final Ramps ramps = new Ramps(this);
    private final RatesOfChange ratesOfChange = new RatesOfChange(this);
    /// What algebraic rules determine, with the residual that does.
    Map<String, Expression> determined = Map.of();

    Lowering(Model model, Set<String> infused, boolean chance) {
        this.declared = new Declarations(model);
        this.infused = infused;
        this.chance = chance;
    }

    EquationSystem lower() {
        determined = AlgebraicRules.determine(declared);
        declared.compartments
                .values()
                .forEach(c -> held(
                        new ModelQuantity(c.id(), c.name(), Kind.COMPARTMENT, Optional.empty(), c.unit(), false),
                        c.size()));
        declared.species.values().forEach(this::species);
        declared.parameters
                .values()
                .forEach(p -> held(
                        new ModelQuantity(p.id(), p.name(), Kind.PARAMETER, Optional.empty(), p.unit(), false),
                        p.value()));
        declared.model.reactions().forEach(new ReactionLowering(this)::read);
        declared.rates.forEach(this::rateRule);
        infused.forEach(this::infusion);
        determined.forEach((variable, residual) -> residuals.put(variable, base(residual)));
        generated.add(Names.value(0));
        EventLowering events = new EventLowering(this);
        events.read();
        declared.model.constraints().forEach(c -> constraints.add(base(declared.inline(c.condition()))));
        ratesOfChange.define();
        AlgebraicRules.solve(residuals, definitions, stored, start);
        List<State> states = states();
        declared.check();
        return new Assembly(this, events).assemble(states);
    }

    /// A compartment, parameter or stoichiometry.
    void held(ModelQuantity quantity, double value) {
        quantities.add(quantity);
        String id = quantity.id();
        Expression rule = declared.assigned.get(id);
        if (rule != null) {
            definitions.put(id, base(rule));
            return;
        }
        stored.add(id);
        Expression initial = declared.initial.get(id);
        given.put(id, value);
        start.put(id, initial != null ? base(initial) : symbol(Names.given(id)));
        if (!determined.containsKey(id)) {
            forms.put(id, Map.of(id, symbol(Names.given(id))));
        }
    }

    private void species(Model.Species s) {
        boolean amount = declared.meansAmount(s);
        String id = s.id();
        quantities.add(
                new ModelQuantity(id, s.name(), Kind.SPECIES, Optional.of(s.compartment()), s.substanceUnit(), amount));
        Model.Compartment c = declared.compartments.get(s.compartment());
        boolean extended = c != null && declared.hasSize(c);
        Expression size = symbol(s.compartment());
        String amountId = Names.amount(id);
        definitions.put(Names.concentration(id), amount && extended ? divide(symbol(id), size) : symbol(id));
        Expression rule = declared.assigned.get(id);
        if (rule != null) {
            definitions.put(id, base(rule));
            definitions.put(amountId, amount ? symbol(id) : multiply(symbol(id), size));
            return;
        }
        given.put(id, s.initial());
        Expression givenValue = symbol(Names.given(id));
        Expression initial = declared.initial.get(id);
        boolean byAmount = !amount && !declared.rates.containsKey(id) && !determined.containsKey(id);
        if (byAmount) {
            stored.add(amountId);
            definitions.put(id, divide(symbol(amountId), size));
            Expression product = multiply(symbol(id), size);
            if (initial == null && s.initialIsAmount()) {
                start.put(amountId, givenValue);
                start.put(id, divide(symbol(amountId), size));
            } else {
                start.put(id, initial == null ? givenValue : base(initial));
                start.put(amountId, product);
            }
            forms.put(id, Map.of(id, givenValue, amountId, product));
            return;
        }
        stored.add(id);
        definitions.put(amountId, amount ? symbol(id) : multiply(symbol(id), size));
        Expression value;
        if (initial != null) {
            value = base(initial);
        } else if (amount) {
            value = s.initialIsAmount() || !extended ? givenValue : multiply(givenValue, size);
        } else {
            value = s.initialIsAmount() ? divide(givenValue, size) : givenValue;
        }
        start.put(id, value);
        if (!determined.containsKey(id)) {
            forms.put(id, Map.of(id, givenValue));
        }
    }

    /// The stored symbol behind a species that reactions change.
    String amountSymbol(String species) {
        String amount = Names.amount(species);
        return stored.contains(amount) ? amount : species;
    }

    private void rateRule(String variable, Expression rate) {
        if (!stored.contains(variable)) {
            declared.problem("rate rule of \"" + variable + "\"", "the model has no variable of that id to change");
            return;
        }
        Expression lowered = base(rate);
        slowRates.merge(variable, lowered, LinearForm::add);
        if (chance && declared.parameters.containsKey(variable) && ramps.isFixed(lowered)) {
            ramps.put(variable, lowered);
        }
    }

    private void infusion(String target) {
        String slot = Names.infusion(target);
        Expression rate = symbol(slot);
        Model.Species s = declared.species.get(target);
        String place = amountSymbol(target);
        boolean constant = s != null
                ? s.constant()
                : declared.parameters.containsKey(target)
                        && declared.parameters.get(target).constant();
        if (!stored.contains(place) || determined.containsKey(target) || constant) {
            declared.problem(
                    "administration into \"" + target + "\"",
                    "needs a species, compartment or parameter that may change and that no rule assigns");
            return;
        }
        generated.add(slot);
        Model.Compartment c = s == null ? null : declared.compartments.get(s.compartment());
        if (s != null && c != null && declared.hasSize(c)) {
            Expression size = symbol(c.id());
            Expression concentrations = symbol(Names.concentrationInfusion(target));
            boolean holdsAmount = !place.equals(target) || declared.meansAmount(s);
            rate = holdsAmount ? add(rate, multiply(concentrations, size)) : add(divide(rate, size), concentrations);
            generated.add(Names.concentrationInfusion(target));
        }
        slowRates.merge(place, rate, LinearForm::add);
    }

    /// An expression with `rateOf` and random draws replaced by symbols; delays stay.
    Expression base(Expression expression) {
        return new Rewriting(e -> switch (e) {
                    case RateOf(String name) -> ratesOfChange.of(name);
                    case Draw(var distribution, var arguments) -> {
                        String slot = Names.draw(draws.size());
                        draws.add(new DrawTerm(slot, distribution, arguments));
                        generated.add(slot);
                        yield symbol(slot);
                    }
                    default -> e;
                })
                .apply(expression);
    }

    /// The states: rates of change with their factors, then residuals.
    List<State> states() {
        List<State> result = new ArrayList<>();
        boolean fast = !fastRates.isEmpty();
        for (String symbol : stored) {
            Expression residual = residuals.get(symbol);
            if (residual != null) {
                result.add(new State(symbol, residual, true));
                continue;
            }
            Expression slow = slowRates.get(symbol);
            Expression quick = fastRates.get(symbol);
            if (slow == null && quick == null) {
                continue;
            }
            Expression rate = slow == null ? new Constant(0) : slow;
            if (fast) {
                rate = multiply(symbol(Names.SLOW), rate);
            }
            if (quick != null) {
                rate = add(rate, multiply(symbol(Names.FAST), quick));
            }
            result.add(new State(symbol, rate, false));
        }
        if (chance) {
            Expression hazard = new Constant(0);
            for (ReactionEquation r : reactions) {
                hazard = r.changes().isEmpty() ? hazard : add(hazard, symbol(r.id()));
            }
            stored.add(Names.HAZARD);
            start.put(Names.HAZARD, new Constant(0));
            result.add(new State(Names.HAZARD, hazard, false));
        }
        if (result.isEmpty()) {
            // Solvers want something to integrate; time passes all the same.
            stored.add(Names.NOTHING);
            start.put(Names.NOTHING, new Constant(0));
            result.add(new State(Names.NOTHING, new Constant(0), false));
        }
        return result;
    }

    static boolean isSymbol(Expression e, String name) {
        return e instanceof Symbol(String n) && n.equals(name);
    }
}
