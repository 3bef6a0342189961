package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.AlgebraicRule;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.Compartment;
import org.immunarium.equations.model.Model.Constraint;
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
import org.immunarium.equations.model.Model.UnitDefinition;
import org.immunarium.equations.model.Model.UnitFactor;

/// Writes a model as SBML level 3 version 2, with the package distrib where it draws random numbers.
///
/// What is written says the same as the model, number by number: read again, it gives the same trajectories.
/// Stoichiometries that are formulas (level 2) become assignment rules of a species reference, which is how
/// level 3 says it.
public final class SbmlWriter {

    /// What says in a file that numbers are used as they stand; files of earlier versions are read by it, too.
    static final String NAMESPACE = "urn:immunarium:sbml:1";

    static final String AS_THEY_STAND = "numbersAsTheyStand";

    private static final String STANDING = "Numbers are used as they stand: where units differ, the factors between"
            + " them are in the formulas already. Turn off what converts units.";

    private final Model model;
    private final boolean asTheyStand;
    private final List<String> notes;
    private final XmlText xml = new XmlText();
    private final MathWriter math = new MathWriter(xml);

    private SbmlWriter(Model model, boolean asTheyStand, List<String> notes) {
        this.model = StoichiometryRules.written(model);
        this.asTheyStand = asTheyStand;
        this.notes = notes;
    }

    /// The model as the text of an SBML file.
    public static String write(Model model) {
        return write(model, List.of());
    }

    /// The model as the text of an SBML file, with notes for people.
    ///
    /// @param notes a paragraph each
    public static String write(Model model, List<String> notes) {
        return write(new SbmlWriter(model, false, notes));
    }

    /// The model as the text of an SBML file that says of itself that its numbers are used as they stand: a program
    /// that put factors between units in would put them in twice. Of what is read again,
    /// [SbmlDocument#numbersAsTheyStand] is true.
    public static String writeAsItStands(Model model) {
        return writeAsItStands(model, List.of());
    }

    /// As [#writeAsItStands(Model)], with more notes for people.
    ///
    /// @param notes a paragraph each
    public static String writeAsItStands(Model model, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        all.add(STANDING);
        return write(new SbmlWriter(model, true, all));
    }

    private static String write(SbmlWriter writer) {
        writer.document();
        return writer.xml.toString();
    }

    private void document() {
        xml.declaration();
        xml.open("sbml");
        xml.attribute("xmlns", new SbmlLevel(3, 2).namespace());
        if (draws()) {
            xml.attribute("xmlns:distrib", SbmlLevel.DISTRIB);
            xml.attribute("distrib:required", "true");
        }
        xml.attribute("level", "3");
        xml.attribute("version", "2");
        model();
        xml.close();
    }

    private boolean draws() {
        List<Optional<Expression>> all = new ArrayList<>();
        model.functions().forEach(f -> all.add(Optional.of(f.body())));
        model.initialAssignments().forEach(i -> all.add(Optional.of(i.value())));
        for (Rule rule : model.rules()) {
            all.add(Optional.of(
                    switch (rule) {
                        case AssignmentRule assignment -> assignment.value();
                        case RateRule rate -> rate.rate();
                        case AlgebraicRule algebraic -> algebraic.value();
                    }));
        }
        model.reactions().forEach(r -> all.add(r.rate()));
        for (Event event : model.events()) {
            all.add(Optional.of(event.trigger()));
            all.add(event.delay());
            all.add(event.priority());
            event.assignments().forEach(a -> all.add(Optional.of(a.value())));
        }
        return all.stream().flatMap(Optional::stream).anyMatch(e -> Expressions.contains(e, Expression.Draw.class));
    }

    private void model() {
        xml.open("model");
        if (Fields.isId(model.id())) {
            xml.attribute("id", model.id());
        }
        name(model.name());
        ModelUnits units = model.units();
        attribute("substanceUnits", units.substance());
        attribute("timeUnits", units.time());
        attribute("volumeUnits", units.volume());
        attribute("areaUnits", units.area());
        attribute("lengthUnits", units.length());
        attribute("extentUnits", units.extent());
        attribute("conversionFactor", model.conversionFactor());
        if (!notes.isEmpty()) {
            notes();
        }
        if (asTheyStand) {
            mark();
        }
        list("listOfFunctionDefinitions", model.functions(), this::function);
        list("listOfUnitDefinitions", model.unitDefinitions(), this::unit);
        list("listOfCompartments", model.compartments(), this::compartment);
        list("listOfSpecies", model.species(), this::species);
        list("listOfParameters", model.parameters(), p -> parameter("parameter", p));
        list("listOfInitialAssignments", model.initialAssignments(), this::initial);
        list("listOfRules", model.rules(), this::rule);
        list("listOfConstraints", model.constraints(), this::constraint);
        list("listOfReactions", model.reactions(), this::reaction);
        list("listOfEvents", model.events(), this::event);
        xml.close();
    }

    /// For people.
    private void notes() {
        xml.open("notes");
        for (String note : notes) {
            xml.open("p");
            xml.attribute("xmlns", "http://www.w3.org/1999/xhtml");
            xml.text(note);
            xml.close();
        }
        xml.close();
    }

    /// For programs that know of it.
    private void mark() {
        xml.open("annotation");
        xml.open("immunarium:" + AS_THEY_STAND);
        xml.attribute("xmlns:immunarium", NAMESPACE);
        xml.close();
        xml.close();
    }

    private interface Part<T> {
        void write(T part);
    }

    private <T> void list(String name, List<T> parts, Part<T> part) {
        if (!parts.isEmpty()) {
            xml.open(name);
            parts.forEach(part::write);
            xml.close();
        }
    }

    private void attribute(String name, Optional<String> value) {
        value.ifPresent(v -> xml.attribute(name, v));
    }

    private void name(String name) {
        if (!name.isEmpty()) {
            xml.attribute("name", name);
        }
    }

    /// A number that may be left out: not a number means that none is given.
    private void number(String name, double value) {
        if (!Double.isNaN(value)) {
            xml.attribute(name, XmlNumbers.write(value));
        }
    }

    private void flag(String name, boolean value) {
        xml.attribute(name, Boolean.toString(value));
    }

    private void function(FunctionDefinition function) {
        xml.open("functionDefinition");
        xml.attribute("id", function.id());
        name(function.name());
        math.lambda(function.arguments(), function.body());
        xml.close();
    }

    private void unit(UnitDefinition definition) {
        xml.open("unitDefinition");
        xml.attribute("id", definition.id());
        name(definition.name());
        list("listOfUnits", definition.factors(), this::factor);
        xml.close();
    }

    private void factor(UnitFactor factor) {
        xml.open("unit");
        xml.attribute("kind", factor.kind());
        xml.attribute("exponent", XmlNumbers.write(factor.exponent()));
        xml.attribute("scale", Integer.toString(factor.scale()));
        xml.attribute("multiplier", XmlNumbers.write(factor.multiplier()));
        xml.close();
    }

    private void compartment(Compartment compartment) {
        xml.open("compartment");
        xml.attribute("id", compartment.id());
        name(compartment.name());
        number("spatialDimensions", compartment.dimensions());
        number("size", compartment.size());
        attribute("units", compartment.unit());
        flag("constant", compartment.constant());
        xml.close();
    }

    private void species(Species species) {
        xml.open("species");
        xml.attribute("id", species.id());
        name(species.name());
        xml.attribute("compartment", species.compartment());
        number(species.initialIsAmount() ? "initialAmount" : "initialConcentration", species.initial());
        attribute("substanceUnits", species.substanceUnit());
        flag("hasOnlySubstanceUnits", species.hasOnlySubstanceUnits());
        flag("boundaryCondition", species.boundaryCondition());
        flag("constant", species.constant());
        attribute("conversionFactor", species.conversionFactor());
        xml.close();
    }

    private void parameter(String kind, Parameter parameter) {
        xml.open(kind);
        xml.attribute("id", parameter.id());
        name(parameter.name());
        number("value", parameter.value());
        attribute("units", parameter.unit());
        if (kind.equals("parameter")) {
            flag("constant", parameter.constant());
        }
        xml.close();
    }

    private void initial(InitialAssignment initial) {
        xml.open("initialAssignment");
        xml.attribute("symbol", initial.symbol());
        math.math(initial.value());
        xml.close();
    }

    private void rule(Rule rule) {
        switch (rule) {
            case AssignmentRule(String variable, Expression value) -> rule("assignmentRule", variable, value);
            case RateRule(String variable, Expression rate) -> rule("rateRule", variable, rate);
            case AlgebraicRule(Expression value) -> rule("algebraicRule", "", value);
        }
    }

    private void rule(String kind, String variable, Expression value) {
        xml.open(kind);
        if (!variable.isEmpty()) {
            xml.attribute("variable", variable);
        }
        math.math(value);
        xml.close();
    }

    private void constraint(Constraint constraint) {
        xml.open("constraint");
        math.math(constraint.condition());
        if (!constraint.message().isEmpty()) {
            xml.open("message");
            xml.open("p");
            xml.attribute("xmlns", "http://www.w3.org/1999/xhtml");
            xml.text(constraint.message());
            xml.close();
            xml.close();
        }
        xml.close();
    }

    private void reaction(Reaction reaction) {
        xml.open("reaction");
        xml.attribute("id", reaction.id());
        name(reaction.name());
        flag("reversible", reaction.reversible());
        if (reaction.fast()) {
            flag("fast", true);
        }
        attribute("compartment", reaction.compartment());
        list("listOfReactants", reaction.reactants(), this::reference);
        list("listOfProducts", reaction.products(), this::reference);
        list("listOfModifiers", reaction.modifiers(), modifier -> {
            xml.open("modifierSpeciesReference");
            xml.attribute("species", modifier);
            xml.close();
        });
        if (reaction.rate().isPresent() || !reaction.localParameters().isEmpty()) {
            xml.open("kineticLaw");
            reaction.rate().ifPresent(math::math);
            list("listOfLocalParameters", reaction.localParameters(), p -> parameter("localParameter", p));
            xml.close();
        }
        xml.close();
    }

    private void reference(SpeciesReference reference) {
        xml.open("speciesReference");
        if (!reference.id().isEmpty()) {
            xml.attribute("id", reference.id());
        }
        xml.attribute("species", reference.species());
        number("stoichiometry", reference.stoichiometry());
        flag("constant", reference.constant());
        xml.close();
    }

    private void event(Event event) {
        xml.open("event");
        if (!event.id().isEmpty()) {
            xml.attribute("id", event.id());
        }
        name(event.name());
        flag("useValuesFromTriggerTime", event.useValuesFromTriggerTime());
        xml.open("trigger");
        flag("initialValue", event.initialTrigger());
        flag("persistent", event.persistent());
        math.math(event.trigger());
        xml.close();
        event.priority().ifPresent(p -> inside("priority", p));
        event.delay().ifPresent(d -> inside("delay", d));
        list("listOfEventAssignments", event.assignments(), this::assignment);
        xml.close();
    }

    private void inside(String element, Expression value) {
        xml.open(element);
        math.math(value);
        xml.close();
    }

    private void assignment(EventAssignment assignment) {
        xml.open("eventAssignment");
        xml.attribute("variable", assignment.variable());
        math.math(assignment.value());
        xml.close();
    }
}
