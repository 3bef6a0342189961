package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Apply;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Operator;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.Event;
import org.immunarium.equations.model.Model.EventAssignment;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.RateRule;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Rule;
import org.immunarium.equations.model.Model.Species;
import org.immunarium.equations.model.Model.SpeciesReference;
import org.immunarium.equations.simulation.DosePlan.Dosed;
import org.immunarium.equations.simulation.Intervention.Bolus;
import org.immunarium.equations.simulation.Intervention.Infusion;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.Measure;
import org.immunarium.equations.system.ModelQuantity;

/// Writes what is given to a model into the model itself, so that a file of it runs alone.
///
/// A bolus is an event that adds its amount at its time. Infusions into a target are one rate, a
/// parameter that events set to the sum of those that run; it enters by a reaction of its own, or
/// by the target's rate rule where reactions do not change the target. Events fire once, at the
/// first moment that is not before their time: also at the very start.
///
/// In a run, doses come before whatever the model does at their time. So their events have a priority
/// above all of the model's own; and an event of the model evaluates what it assigns when that is made,
/// after the doses, where that can make a difference and no other event of the model can make another.
public final class DosesAsEvents {

    private final Model model;
    private final EquationSystem equations;
    private final Map<String, Species> species;
    private final Set<String> amounts;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final List<Bolus> boluses = new ArrayList<>();
    private final List<Parameter> parameters;
    private final List<Rule> rules;
    private final List<Reaction> reactions;
    private final List<Event> events;
    private final DoseUnits units;
    private final Expression priority;

    private DosesAsEvents(Model model) {
        this.model = model;
        equations = EquationSystem.of(model);
        List<ModelQuantity> quantities = equations.quantities();
        species = model.species().stream().collect(Collectors.toMap(Species::id, each -> each));
        amounts = quantities.stream()
                .filter(ModelQuantity::amount)
                .map(ModelQuantity::id)
                .collect(Collectors.toSet());
        quantities.forEach(each -> ids.add(each.id()));
        model.functions().forEach(each -> ids.add(each.id()));
        model.events().forEach(each -> ids.add(each.id()));
        parameters = new ArrayList<>(model.parameters());
        rules = new ArrayList<>(model.rules());
        reactions = new ArrayList<>(model.reactions());
        events = new ArrayList<>();
        units = new DoseUnits(model);
        priority = new Constant(above(model.events()));
    }

    /// A number above the priorities of all these events; those without one come last anyway.
    private static double above(List<Event> events) {
        double highest = 0;
        for (Event event : events) {
            if (event.priority().isPresent()) {
                highest = event.priority().get() instanceof Constant number
                        ? Math.max(highest, number.value())
                        : Double.POSITIVE_INFINITY;
            }
            if (!(highest + 1 > highest)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return highest + 1;
    }

    /// What is given.
    ///
    /// @param what for people: `nivolumab: 240 mg IV into Cent.Nivo`
    public record Given(Intervention intervention, String what) {}

    /// The model with these doses.
    public static Model in(Model model, List<Given> doses) {
        if (doses.isEmpty()) {
            return model;
        }
        DosesAsEvents writing = new DosesAsEvents(model);
        Map<Dosed, List<Given>> infusions = new LinkedHashMap<>();
        for (Given given : doses) {
            switch (given.intervention()) {
                case Bolus bolus -> writing.bolus(bolus, given.what());
                case Infusion infusion ->
                    infusions
                            .computeIfAbsent(Dosed.by(infusion), _ -> new ArrayList<>())
                            .add(given);
            }
        }
        infusions.forEach(writing::infusions);
        return writing.written();
    }

    private void bolus(Bolus bolus, String what) {
        String target = bolus.target();
        Dosed dosed = Dosed.by(bolus);
        changed.add(target);
        boluses.add(bolus);
        Expression sum =
                new Apply(Operator.ADD, new Symbol(target), added(dosed, new Constant(bolus.value(), units.of(dosed))));
        at(bolus.time(), what, target, sum);
    }

    /// What something adds to the symbol of a target: to a concentration, an amount over the volume.
    private Expression added(Dosed dosed, Expression value) {
        return species.containsKey(dosed.target()) && !amounts.contains(dosed.target())
                ? counted(dosed, value, Measure.CONCENTRATION)
                : counted(dosed, value, Measure.AMOUNT);
    }

    /// What something given to a species is in another measure.
    private Expression counted(Dosed dosed, Expression value, Measure wanted) {
        Species into = species.get(dosed.target());
        if (into == null || dosed.measure() == wanted) {
            return value;
        }
        Operator operator = wanted == Measure.AMOUNT ? Operator.MULTIPLY : Operator.DIVIDE;
        return new Apply(operator, value, new Symbol(into.compartment()));
    }

    private void infusions(Dosed into, List<Given> given) {
        String rate = free("infusion_into_" + into.target());
        String title = "rate of infusion into " + name(into.target());
        parameters.add(new Parameter(rate, title, 0, units.rateOf(into), false));
        // At each time at which an infusion begins or ends: those that run from then on, summed anew, so
        // that nothing is left over by rounding when the last one ends.
        TreeMap<Double, List<String>> changes = new TreeMap<>();
        for (Given each : given) {
            Infusion infusion = (Infusion) each.intervention();
            changes.computeIfAbsent(infusion.start(), _ -> new ArrayList<>()).add(each.what() + " begins");
            changes.computeIfAbsent(infusion.end(), _ -> new ArrayList<>()).add(each.what() + " ends");
        }
        changes.forEach((time, what) -> {
            double running = given.stream()
                    .map(each -> (Infusion) each.intervention())
                    .filter(infusion -> infusion.start() <= time && time < infusion.end())
                    .mapToDouble(Infusion::rate)
                    .sum();
            at(time, String.join("; ", what), rate, new Constant(running, units.rateOf(into)));
        });
        enters(into, new Symbol(rate));
    }

    private String name(String target) {
        Species into = species.get(target);
        return into == null || into.name().isEmpty() ? target : into.name();
    }

    /// Adds a rate to what changes a target.
    private void enters(Dosed dosed, Expression rate) {
        String target = dosed.target();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof RateRule(String variable, Expression own) && variable.equals(target)) {
                rules.set(i, new RateRule(target, new Apply(Operator.ADD, own, added(dosed, rate))));
                return;
            }
        }
        Species into = species.get(target);
        if (into != null && !into.boundaryCondition()) {
            Expression amount = counted(dosed, rate, Measure.AMOUNT);
            Expression extent = into.conversionFactor()
                    .or(model::conversionFactor)
                    .<Expression>map(factor -> new Apply(Operator.DIVIDE, amount, new Symbol(factor)))
                    .orElse(amount);
            SpeciesReference product = new SpeciesReference("", target, 1, Optional.empty(), true);
            reactions.add(new Reaction(
                    free("infusing_" + target),
                    "infusion into " + name(target),
                    false,
                    false,
                    Optional.empty(),
                    List.of(),
                    List.of(product),
                    List.of(),
                    List.of(),
                    Optional.of(extent)));
        } else {
            rules.add(new RateRule(target, added(dosed, rate)));
        }
        changed.add(target);
    }

    private void at(double time, String what, String variable, Expression value) {
        Expression trigger = new Apply(Operator.GREATER_OR_EQUAL, new Expression.Time(), new Constant(time));
        // Evaluated when it is made and not when triggered: of two doses at one time neither undoes the other. A run
        // that starts later does not make up for what was given before.
        boolean before = time > 0;
        events.add(new Event(
                free("dose_" + (events.size() + 1)),
                what,
                trigger,
                Optional.empty(),
                Optional.of(priority),
                false,
                before,
                true,
                List.of(new EventAssignment(variable, value))));
    }

    private String free(String wanted) {
        String id = wanted;
        for (int i = 2; !ids.add(id); i++) {
            id = wanted + "_" + i;
        }
        return id;
    }

    private Model written() {
        return new Model(
                model.id(),
                model.name(),
                model.units(),
                model.conversionFactor(),
                units.definitions(),
                model.functions(),
                model.compartments(),
                model.species().stream().map(this::varying).toList(),
                parameters.stream().map(this::varying).toList(),
                model.initialAssignments(),
                rules,
                reactions,
                Stream.concat(own().stream(), events.stream()).toList(),
                model.constraints());
    }

    /// The model's own events, after doses.
    private List<Event> own() {
        List<Set<Double>> times = equations.timesOfTriggers();
        List<Event> own = new ArrayList<>();
        for (int e = 0; e < model.events().size(); e++) {
            Event event = model.events().get(e);
            boolean atOnce = event.delay().isEmpty();
            own.add(
                    atOnce && dosesChange(e, times.get(e)) && !othersChange(e, times)
                            ? event.withValuesWhenMade()
                            : event);
        }
        return own;
    }

    /// Whether a dose can change what an event assigns, at the time at which it is triggered.
    private boolean dosesChange(int event, Set<Double> times) {
        Set<String> needed = needed(event);
        return boluses.stream()
                .filter(bolus -> times.isEmpty() || times.contains(bolus.time()))
                .anyMatch(bolus -> needed.contains(
                        equations.dose(bolus.target(), bolus.measure()).symbol()));
    }

    /// Whether another event can change what one assigns, at the time at which it is triggered.
    private boolean othersChange(int event, List<Set<Double>> times) {
        Set<String> needed = needed(event);
        return IntStream.range(0, times.size())
                .filter(other -> other != event && !apart(times.get(other), times.get(event)))
                .mapToObj(other -> equations.events().get(other))
                .flatMap(other -> other.updates().stream())
                .anyMatch(update -> needed.contains(update.symbol()));
    }

    private static boolean apart(Set<Double> some, Set<Double> others) {
        return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
    }

    /// The symbols that the values of an event's assignments depend on.
    private Set<String> needed(int event) {
        Set<String> needed = new LinkedHashSet<>();
        equations.events().get(event).values().forEach(value -> needed.addAll(equations.dependencies(value)));
        return needed;
    }

    private Species varying(Species of) {
        return of.constant() && changed.contains(of.id()) ? of.withConstant(false) : of;
    }

    private Parameter varying(Parameter of) {
        return of.constant() && changed.contains(of.id())
                ? new Parameter(of.id(), of.name(), of.value(), of.unit(), false)
                : of;
    }
}
