package org.immunarium.equations.system;

import static org.immunarium.equations.system.LinearForm.add;
import static org.immunarium.equations.system.LinearForm.divide;
import static org.immunarium.equations.system.LinearForm.multiply;
import static org.immunarium.equations.system.LinearForm.negate;
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
import org.immunarium.equations.system.EquationSystem.Update;
import org.immunarium.equations.system.Quantity.Kind;

/// Turns a model into equations, one kind of thing after the other; [#lower] reads like a table of
/// contents.
///
/// What is *stored* is a state if anything changes it continuously, else a parameter.
final class Lowering {

    final Declarations declared;
    private final Set<String> infused;
    /// Whether reactions happen one by one.
    final boolean chance;

    final List<Quantity> quantities = new ArrayList<>();
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
    /// Parameters that rise or fall at a constant rate between events, where reactions happen one by
    /// one: so their values, and the times at which triggers on them change, need no integration.
    final Map<String, Expression> ramps = new LinkedHashMap<>();
    private final Set<String> ratesWanted = new LinkedHashSet<>();
    private Map<String, Expression> determined = Map.of();

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
                        new Quantity(c.id(), c.name(), Kind.COMPARTMENT, Optional.empty(), c.unit(), false), c.size()));
        declared.species.values().forEach(this::species);
        declared.parameters
                .values()
                .forEach(p -> held(
                        new Quantity(p.id(), p.name(), Kind.PARAMETER, Optional.empty(), p.unit(), false), p.value()));
        declared.model.reactions().forEach(this::reaction);
        declared.rates.forEach(this::rateRule);
        infused.forEach(this::infusion);
        determined.forEach((variable, residual) -> residuals.put(variable, base(residual)));
        generated.add(Names.value(0));
        EventLowering events = new EventLowering(this);
        events.read();
        rateDefinitions();
        AlgebraicRules.solve(residuals, definitions, stored, start);
        List<State> states = states();
        declared.check();
        return new Assembly(this, events).assemble(states);
    }

    /// A compartment, parameter or stoichiometry.
    private void held(Quantity quantity, double value) {
        quantities.add(quantity);
        String id = quantity.id();
        Expression rule = declared.assigned.get(id);
        if (rule != null) {
            definitions.put(id, base(rule));
            return;
        }
        store(id);
        Expression initial = declared.initial.get(id);
        given.put(id, value);
        start.put(id, initial != null ? base(initial) : symbol(Names.given(id)));
        if (!determined.containsKey(id)) {
            forms.put(id, Map.of(id, symbol(Names.given(id))));
        }
    }

    private void store(String symbol) {
        stored.add(symbol);
    }

    private void species(Model.Species s) {
        boolean amount = declared.meansAmount(s);
        String id = s.id();
        quantities.add(
                new Quantity(id, s.name(), Kind.SPECIES, Optional.of(s.compartment()), s.substanceUnit(), amount));
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
            store(amountId);
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
        store(id);
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

    private void reaction(Model.Reaction r) {
        Map<String, Expression> local = new LinkedHashMap<>();
        for (Model.Parameter p : r.localParameters()) {
            String id = Names.local(r.id(), p.id());
            local.put(p.id(), symbol(id));
            held(new Quantity(id, p.name(), Kind.PARAMETER, Optional.empty(), p.unit(), false), p.value());
        }
        quantities.add(new Quantity(
                r.id(),
                r.name(),
                Kind.REACTION,
                Optional.empty(),
                declared.model.units().extent(),
                false));
        Expression rate = r.rate()
                .map(declared::inline)
                .map(e -> AlgebraicRules.renameLocals(e, local))
                .map(this::base)
                .orElse(new Constant(0));
        definitions.put(r.id(), rate);
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
            String target = amountSymbol(species);
            changes.add(new Update(target, factor));
            if (chance) {
                return;
            }
            (r.fast() ? fastRates : slowRates).merge(target, multiply(factor, symbol(r.id())), LinearForm::add);
        });
        if (chance && r.fast()) {
            declared.problem(
                    "reaction \"" + r.id() + "\"",
                    "is fast, which has no meaning where reactions happen one by one (stochastic simulation)");
        }
        reactions.add(new ReactionEquation(r.id(), r.fast(), changes));
    }

    private void stoichiometry(
            Model.Reaction r, Model.SpeciesReference reference, Map<String, Expression> net, boolean consumed) {
        double number = Double.isNaN(reference.stoichiometry()) ? 1 : reference.stoichiometry();
        Expression value = reference
                .stoichiometryMath()
                .map(declared::inline)
                .map(this::base)
                .orElse(new Constant(number));
        String id = reference.id();
        if (!id.isEmpty()) {
            if (reference.stoichiometryMath().isPresent() && !declared.assigned.containsKey(id)) {
                quantities.add(new Quantity(
                        id, "", Kind.STOICHIOMETRY, Optional.empty(), Optional.of("dimensionless"), false));
                definitions.put(id, value);
            } else {
                held(
                        new Quantity(id, "", Kind.STOICHIOMETRY, Optional.empty(), Optional.of("dimensionless"), false),
                        number);
                value = symbol(id);
            }
        }
        if (declared.changedByReactions.contains(reference.species())) {
            if (declared.assigned.containsKey(reference.species()) || declared.rates.containsKey(reference.species())) {
                declared.problem(
                        "species \"" + reference.species() + "\"",
                        "is changed by reaction \"" + r.id() + "\" and by a rule; one of them must leave it alone"
                                + " (boundaryCondition)");
                return;
            }
            net.merge(reference.species(), consumed ? negate(value) : value, Lowering::sum);
        }
    }

    private static Expression sum(Expression a, Expression b) {
        return a instanceof Constant(double x, var unitOfX) && b instanceof Constant(double y, var unitOfY)
                ? new Constant(x + y)
                : add(a, b);
    }

    private Optional<String> conversionFactor(String species) {
        Optional<String> own =
                Optional.ofNullable(declared.species.get(species)).flatMap(Model.Species::conversionFactor);
        return own.isPresent() ? own : declared.model.conversionFactor();
    }

    private void rateRule(String variable, Expression rate) {
        if (!stored.contains(variable)) {
            declared.problem("rate rule of \"" + variable + "\"", "the model has no variable of that id to change");
            return;
        }
        Expression lowered = base(rate);
        slowRates.merge(variable, lowered, LinearForm::add);
        if (chance && declared.parameters.containsKey(variable) && isFixed(lowered)) {
            ramp(variable, lowered);
        }
    }

    /// Whether nothing changes the value of an expression after the start.
    private boolean isFixed(Expression expression) {
        Set<String> names = Dependencies.closure(expression, definitions);
        List<Expression> parts = new ArrayList<>(List.of(expression));
        for (String name : names) {
            Expression definition = definitions.get(name);
            boolean fixed = definition != null
                    || (stored.contains(name)
                            && !Names.isMadeUp(name)
                            && !declared.rates.containsKey(name)
                            && !determined.containsKey(name)
                            && !declared.changedByEvents.contains(name)
                            && !declared.changedByReactions.contains(name));
            if (!fixed) {
                return false;
            }
            if (definition != null) {
                parts.add(definition);
            }
        }
        return parts.stream().noneMatch(part -> LinearForm.contains(part, e -> e instanceof Expression.Time));
    }

    private void ramp(String variable, Expression rate) {
        String from = Names.base(variable);
        String since = Names.since(variable);
        stored.remove(variable);
        store(from);
        store(since);
        start.put(from, symbol(variable));
        start.put(since, new Expression.Time());
        Expression elapsed = add(new Expression.Time(), negate(symbol(since)));
        definitions.put(variable, add(symbol(from), multiply(rate, elapsed)));
        ramps.put(variable, rate);
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
        if (s != null && place.equals(target) && !declared.meansAmount(s)) {
            rate = divide(rate, symbol(s.compartment()));
        }
        generated.add(slot);
        slowRates.merge(place, rate, LinearForm::add);
    }

    /// An expression with `rateOf` and random draws replaced by symbols; delays stay.
    Expression base(Expression expression) {
        return new Rewriting(e -> switch (e) {
                    case RateOf(String name) -> {
                        ratesWanted.add(name);
                        yield symbol(Names.rate(name));
                    }
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

    private void rateDefinitions() {
        for (String name : List.copyOf(ratesWanted)) {
            definitions.put(Names.rate(name), rateOf(name));
        }
    }

    /// The rate of change of a quantity, as an expression.
    private Expression rateOf(String name) {
        String place = amountSymbol(name);
        if (ramps.containsKey(name)) {
            return ramps.getOrDefault(name, new Constant(0));
        }
        if (chance && declared.changedByReactions.contains(name)) {
            declared.problem(
                    "rateOf(" + name + ")", "has no meaning where reactions happen one by one (stochastic simulation)");
        }
        if (!stored.contains(place) || residuals.containsKey(place)) {
            declared.problem(
                    "rateOf(" + name + ")",
                    "needs a quantity that no assignment or algebraic rule determines, and that the model has");
            return new Constant(Double.NaN);
        }
        Expression rate = slowRates.getOrDefault(place, new Constant(0));
        if (place.equals(name)) {
            return rate;
        }
        String compartment = declared.compartmentOf(name);
        if (!stored.contains(compartment)) {
            declared.problem(
                    "rateOf(" + name + ")", "needs a compartment whose size no rule assigns: \"" + compartment + "\"");
            return new Constant(Double.NaN);
        }
        Expression growth = slowRates.get(compartment);
        if (growth != null) {
            rate = add(rate, negate(multiply(symbol(name), growth)));
        }
        return divide(rate, symbol(compartment));
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
