package org.immunarium.equations.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.expression.FormulaException;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.Compartment;
import org.immunarium.equations.model.Model.Event;
import org.immunarium.equations.model.Model.EventAssignment;
import org.immunarium.equations.model.Model.FunctionDefinition;
import org.immunarium.equations.model.Model.InitialAssignment;
import org.immunarium.equations.model.Model.ModelUnits;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.RateRule;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Rule;
import org.immunarium.equations.model.Model.Species;
import org.immunarium.equations.model.Model.SpeciesReference;
import org.immunarium.units.Dimension;
import org.immunarium.units.Unit;

/// Builds a [Model] from formulas and units as people write them.
///
/// ```java
/// Model model = ModelBuilder.of("growth", "Logistic growth")
///         .units("d", "cells", "L")
///         .compartment("body", 1)
///         .amount("T", "Tumour cells", "body", 1e6, "cells")
///         .parameter("a", "Growth rate", 0.4, "1/d")
///         .parameter("b", "Inverse carrying capacity", 1e-9, "1/cells")
///         .rate("T", "a * T * (1 - b * T)")
///         .build();
/// ```
///
/// A quantity with a rate or an assignment need not be said to vary. Whether names in formulas are known, and units
/// agree, is checked where a model is compiled, as with one that was read.
public final class ModelBuilder {

    private final String id;
    private final String name;
    private final UnitDefinitions units = new UnitDefinitions();
    private final List<FunctionDefinition> functions = new ArrayList<>();
    private final List<Compartment> compartments = new ArrayList<>();
    private final List<Species> species = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<InitialAssignment> initialAssignments = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> varying = new LinkedHashSet<>();
    private ModelUnits defaults = new ModelUnits(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private ModelBuilder(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public static ModelBuilder of(String id, String name) {
        return new ModelBuilder(id, name);
    }

    /// The model's units of time, amount and volume; an extent of reaction is counted in amounts.
    public ModelBuilder units(String time, String substance, String volume) {
        Optional<String> amount = Optional.of(units.id(substance));
        defaults = new ModelUnits(
                amount,
                Optional.of(units.id(time)),
                Optional.of(units.id(volume)),
                Optional.empty(),
                Optional.empty(),
                amount);
        return this;
    }

    /// A compartment of constant size in the model's unit of volume.
    public ModelBuilder compartment(String id, double size) {
        claim(id);
        compartments.add(new Compartment(id, "", 3, size, Optional.empty(), true));
        return this;
    }

    /// A compartment: a volume, or an area. It varies where it gets an assignment or a rate.
    ///
    /// @param unit of a volume or an area
    public ModelBuilder compartment(String id, String name, double size, String unit) {
        claim(id);
        int dimensions = Unit.parse(unit).dimension().equals(Dimension.AREA) ? 2 : 3;
        compartments.add(new Compartment(id, name, dimensions, size, Optional.of(units.id(unit)), true));
        return this;
    }

    /// A species whose symbol means its amount.
    public ModelBuilder amount(String id, String name, String compartment, double initial, String unit) {
        claim(id);
        species.add(new Species(
                id,
                name,
                compartment,
                initial,
                true,
                Optional.of(units.id(unit)),
                true,
                false,
                false,
                Optional.empty()));
        return this;
    }

    /// A species whose symbol means its concentration: `unit` for each of its compartment's unit of volume.
    public ModelBuilder concentration(String id, String name, String compartment, double initial, String unit) {
        claim(id);
        species.add(new Species(
                id,
                name,
                compartment,
                initial,
                false,
                Optional.of(units.id(unit)),
                false,
                false,
                false,
                Optional.empty()));
        return this;
    }

    /// A parameter, constant unless it gets a rate or an assignment.
    public ModelBuilder parameter(String id, String name, double value, String unit) {
        claim(id);
        parameters.add(new Parameter(id, name, value, Optional.of(units.id(unit)), true));
        return this;
    }

    /// A parameter whose value is always that of a formula.
    public ModelBuilder assigned(String id, String name, String unit, String formula) {
        return parameter(id, name, Double.NaN, unit).assignment(id, formula);
    }

    /// The value of something at the start.
    public ModelBuilder initially(String variable, String formula) {
        initialAssignments.add(new InitialAssignment(variable, parse("the start of " + variable, formula)));
        return this;
    }

    /// `variable` is always the formula's value.
    public ModelBuilder assignment(String variable, String formula) {
        varying.add(variable);
        rules.add(new AssignmentRule(variable, parse(variable, formula)));
        return this;
    }

    /// `variable` changes at the formula's value per unit of time.
    public ModelBuilder rate(String variable, String formula) {
        varying.add(variable);
        rules.add(new RateRule(variable, parse("the rate of " + variable, formula)));
        return this;
    }

    /// A function of the model.
    public ModelBuilder function(String id, List<String> arguments, String formula) {
        claim(id);
        functions.add(new FunctionDefinition(id, "", List.copyOf(arguments), parse(id, formula)));
        return this;
    }

    /// A reaction that takes some species and gives others.
    ///
    /// @param takes what it takes, with its stoichiometry
    /// @param gives what it gives, with its stoichiometry
    /// @param formula its rate, in the model's unit of amount per unit of time
    public ModelBuilder reaction(
            String id, String name, Map<String, Double> takes, Map<String, Double> gives, String formula) {
        claim(id);
        Expression rate = parse("the rate of " + id, formula);
        reactions.add(new Reaction(
                id,
                name,
                false,
                false,
                Optional.empty(),
                references(takes),
                references(gives),
                modifiers(rate, takes.keySet(), gives.keySet()),
                List.of(),
                Optional.of(rate)));
        return this;
    }

    private static List<SpeciesReference> references(Map<String, Double> species) {
        return species.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new SpeciesReference("", entry.getKey(), entry.getValue(), Optional.empty(), true))
                .toList();
    }

    /// The species that a rate mentions and the reaction neither takes nor gives.
    private List<String> modifiers(Expression rate, Set<String> takes, Set<String> gives) {
        Set<String> mentioned = new LinkedHashSet<>();
        symbols(rate, mentioned);
        return species.stream()
                .map(Species::id)
                .filter(each -> mentioned.contains(each) && !takes.contains(each) && !gives.contains(each))
                .toList();
    }

    private static void symbols(Expression expression, Set<String> found) {
        switch (expression) {
            case Expression.Symbol symbol -> found.add(symbol.name());
            case Expression.Apply apply -> apply.arguments().forEach(each -> symbols(each, found));
            case Expression.Call call -> call.arguments().forEach(each -> symbols(each, found));
            case Expression.Draw draw -> draw.arguments().forEach(each -> symbols(each, found));
            case Expression.Piecewise piecewise -> {
                piecewise.pieces().forEach(piece -> {
                    symbols(piece.value(), found);
                    symbols(piece.condition(), found);
                });
                symbols(piecewise.otherwise(), found);
            }
            case Expression.Delay delay -> {
                symbols(delay.value(), found);
                symbols(delay.lag(), found);
            }
            case Expression.RateOf rate -> found.add(rate.symbol());
            case Expression.Constant constant -> {}
            case Expression.Time time -> {}
        }
    }

    /// When a condition comes true, a variable takes a value; nothing happens if it is true at the start.
    public ModelBuilder event(String id, String name, String trigger, String variable, String formula) {
        varying.add(variable);
        return happening(id, name, trigger, List.of(new EventAssignment(variable, parse("event " + id, formula))));
    }

    /// A moment at which a condition comes true, and nothing changes; none if it is true at the start.
    public ModelBuilder moment(String id, String name, String trigger) {
        return happening(id, name, trigger, List.of());
    }

    private ModelBuilder happening(String id, String name, String trigger, List<EventAssignment> assignments) {
        claim(id);
        events.add(new Event(
                id,
                name,
                parse("the trigger of " + id, trigger),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true,
                assignments));
        return this;
    }

    private void claim(String claimed) {
        if (!claimed.matches("[A-Za-z_][A-Za-z0-9_]*") || !ids.add(claimed)) {
            throw new IllegalArgumentException("model " + id + ": \"" + claimed
                    + "\" is taken or not an id (letters, digits and _, no digit first)");
        }
    }

    private Expression parse(String what, String formula) {
        try {
            return Formula.parse(formula);
        } catch (FormulaException e) {
            throw new IllegalArgumentException("model " + id + ", " + what + ": " + e.reason(), e);
        }
    }

    /// The model as stated so far.
    public Model build() {
        List<Parameter> all = parameters.stream()
                .map(each ->
                        new Parameter(each.id(), each.name(), each.value(), each.unit(), !varying.contains(each.id())))
                .toList();
        List<Compartment> places = compartments.stream()
                .map(each -> new Compartment(
                        each.id(),
                        each.name(),
                        each.dimensions(),
                        each.size(),
                        each.unit(),
                        !varying.contains(each.id())))
                .toList();
        return new Model(
                id,
                name,
                defaults,
                Optional.empty(),
                units.all(),
                List.copyOf(functions),
                places,
                List.copyOf(species),
                all,
                List.copyOf(initialAssignments),
                List.copyOf(rules),
                List.copyOf(reactions),
                List.copyOf(events),
                List.of());
    }
}
