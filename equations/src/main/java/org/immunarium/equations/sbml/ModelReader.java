package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.AlgebraicRule;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.Compartment;
import org.immunarium.equations.model.Model.Constraint;
import org.immunarium.equations.model.Model.FunctionDefinition;
import org.immunarium.equations.model.Model.InitialAssignment;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.RateRule;
import org.immunarium.equations.model.Model.Rule;
import org.immunarium.equations.model.Model.Species;
import org.immunarium.units.NearMiss;

/// Reads a model element, of any level, whose composition has been flattened.
final class ModelReader {

    private static final List<String> CONTENTS = List.of(
            "listOfFunctionDefinitions",
            "listOfUnitDefinitions",
            "listOfCompartmentTypes",
            "listOfSpeciesTypes",
            "listOfCompartments",
            "listOfSpecies",
            "listOfParameters",
            "listOfInitialAssignments",
            "listOfRules",
            "listOfConstraints",
            "listOfReactions",
            "listOfEvents");

    private final XmlElement model;
    private final SbmlLevel level;
    private final String core;
    private final Diagnostics diagnostics;
    private final Mathematics mathematics;
    private final UnitReader units;

    ModelReader(XmlElement model, SbmlLevel level, Diagnostics diagnostics) {
        this.model = model;
        this.level = level;
        this.core = level.namespace();
        this.diagnostics = diagnostics;
        this.mathematics = new Mathematics(level, diagnostics);
        this.units = new UnitReader(level, diagnostics);
    }

    Model read() {
        for (XmlElement child : model.children) {
            if (child.namespace.equals(core) && !CONTENTS.contains(child.name)) {
                diagnostics.problem(child, "<" + child.name + "> is not known in a model" + hint(child.name));
            }
        }
        for (String types : List.of("listOfCompartmentTypes", "listOfSpeciesTypes")) {
            for (XmlElement type : model.list(core, types)) {
                diagnostics.passOver(type, "types of compartments and species have no meaning in simulation: ignored");
            }
        }
        Fields fields = new Fields(model, diagnostics);
        UnitReader.Units read = units.read(model);
        List<FunctionDefinition> functions = functions();
        List<Compartment> compartments = elements("listOfCompartments", "compartment", this::compartment);
        List<Species> species = elements(
                "listOfSpecies", level.version() == 1 && level.level() == 1 ? "specie" : "species", this::species);
        List<Parameter> parameters =
                elements("listOfParameters", "parameter", element -> parameter(element, "parameter"));
        List<InitialAssignment> initial = new ArrayList<>();
        for (XmlElement element : model.list(core, "listOfInitialAssignments")) {
            initialAssignment(element).ifPresent(initial::add);
        }
        List<Rule> rules = new ArrayList<>();
        for (XmlElement element : model.list(core, "listOfRules")) {
            rule(element).ifPresent(rules::add);
        }
        ReactionReader reactions = new ReactionReader(level, diagnostics, mathematics, this::parameter);
        EventReader events = new EventReader(level, diagnostics, mathematics);
        return new Model(
                level.level() == 1 ? fields.text("name") : fields.text("id"),
                fields.text("name"),
                read.defaults(),
                fields.optionalId("conversionFactor"),
                read.definitions(),
                functions,
                compartments,
                species,
                parameters,
                List.copyOf(initial),
                List.copyOf(rules),
                elements("listOfReactions", "reaction", reactions::reaction),
                events.read(model.list(core, "listOfEvents")),
                constraints());
    }

    private static String hint(String name) {
        return NearMiss.hint(name, CONTENTS);
    }

    private interface Part<T> {
        T read(XmlElement element);
    }

    /// Reads the elements of a list; others in it are reported.
    private <T> List<T> elements(String list, String name, Part<T> part) {
        List<T> parts = new ArrayList<>();
        for (XmlElement element : model.list(core, list)) {
            if (element.is(core, name)) {
                parts.add(diagnostics.placed(part.read(element), element));
            } else if (element.namespace.equals(core)) {
                diagnostics.problem(element, "<" + element.name + "> in " + list + ": <" + name + "> is expected");
            }
        }
        return List.copyOf(parts);
    }

    private List<FunctionDefinition> functions() {
        List<FunctionDefinition> functions = new ArrayList<>();
        for (XmlElement element : model.list(core, "listOfFunctionDefinitions")) {
            String id = element.attribute("id").orElse("").strip();
            if (meansRate(element)) {
                mathematics.defineRate(id);
            } else {
                mathematics.define(id);
            }
        }
        for (XmlElement element : model.list(core, "listOfFunctionDefinitions")) {
            if (meansRate(element)) {
                continue;
            }
            Fields fields = new Fields(element, diagnostics).only(List.of("id", "name"));
            String id = fields.id("id");
            MathReader.Lambda lambda = mathematics.function(element);
            if (lambda.body().isPresent()) {
                functions.add(diagnostics.placed(
                        new FunctionDefinition(
                                id,
                                fields.text("name"),
                                lambda.arguments(),
                                lambda.body().get()),
                        element));
            } else {
                mathematics.missing(element, "a function without a body: left out");
            }
        }
        return List.copyOf(functions);
    }

    private static boolean meansRate(XmlElement function) {
        return function.attribute(XmlTree.SYMBOLS, "definition").orElse("").endsWith("/Derivative");
    }

    private Compartment compartment(XmlElement element) {
        Fields fields = new Fields(element, diagnostics)
                .only(List.of(
                        "id",
                        "name",
                        "compartmentType",
                        "spatialDimensions",
                        "size",
                        "volume",
                        "units",
                        "outside",
                        "constant"));
        fields.require(level.isThree(), "constant");
        String id = fields.id(level.id());
        double size = level.level() == 1 ? fields.number("volume", 1) : fields.number("size", Double.NaN);
        return new Compartment(
                id,
                level.level() == 1 ? "" : fields.text("name"),
                fields.number("spatialDimensions", 3),
                size,
                units.reference(fields.optionalId("units")),
                fields.flag("constant", true) && level.level() > 1);
    }

    private Species species(XmlElement element) {
        Fields fields = new Fields(element, diagnostics)
                .only(List.of(
                        "id",
                        "name",
                        "speciesType",
                        "compartment",
                        "initialAmount",
                        "initialConcentration",
                        "units",
                        "substanceUnits",
                        "spatialSizeUnits",
                        "hasOnlySubstanceUnits",
                        "boundaryCondition",
                        "charge",
                        "constant",
                        "conversionFactor"));
        fields.require(level.isThree(), "hasOnlySubstanceUnits", "boundaryCondition", "constant");
        boolean amount = fields.has("initialAmount");
        if (amount && fields.has("initialConcentration")) {
            diagnostics.problem(element, "both initialAmount and initialConcentration are given; one is expected");
        }
        if (fields.has("spatialSizeUnits")) {
            diagnostics.passOver(element, "spatialSizeUnits: ignored, the compartment's units count");
        }
        return new Species(
                fields.id(level.id()),
                level.level() == 1 ? "" : fields.text("name"),
                fields.id("compartment"),
                amount ? fields.number("initialAmount", Double.NaN) : fields.number("initialConcentration", Double.NaN),
                amount,
                units.reference(fields.optionalId(level.level() == 1 ? "units" : "substanceUnits")),
                fields.flag("hasOnlySubstanceUnits", false),
                fields.flag("boundaryCondition", false),
                fields.flag("constant", false),
                fields.optionalId("conversionFactor"));
    }

    private Parameter parameter(XmlElement element, String kind) {
        Fields fields = new Fields(element, diagnostics).only(List.of("id", "name", "value", "units", "constant"));
        fields.require(level.isThree() && kind.equals("parameter"), "constant");
        fields.require(level.level() == 1 && level.version() == 1, "value");
        boolean local = !kind.equals("parameter");
        return new Parameter(
                fields.id(level.id()),
                level.level() == 1 ? "" : fields.text("name"),
                fields.number("value", Double.NaN),
                units.reference(fields.optionalId("units")),
                local || (fields.flag("constant", true) && level.level() > 1));
    }

    private Optional<InitialAssignment> initialAssignment(XmlElement element) {
        Fields fields = new Fields(element, diagnostics).only(List.of("id", "name", "symbol"));
        String symbol = fields.id("symbol");
        Optional<Expression> value = mathematics.read(element);
        if (value.isEmpty()) {
            mathematics.missing(element, "an initial assignment without mathematics: left out");
        }
        return value.map(v -> diagnostics.placed(new InitialAssignment(symbol, v), element));
    }

    private Optional<Rule> rule(XmlElement element) {
        if (!element.namespace.equals(core)) {
            return Optional.empty();
        }
        Fields fields = new Fields(element, diagnostics);
        boolean rate = element.name.equals("rateRule") || fields.text("type").equals("rate");
        Optional<String> variable = switch (element.name) {
            case "assignmentRule", "rateRule" -> Optional.of(fields.id("variable"));
            case "speciesConcentrationRule", "specieConcentrationRule" ->
                Optional.of(fields.id(fields.has("specie") ? "specie" : "species"));
            case "compartmentVolumeRule" -> Optional.of(fields.id("compartment"));
            case "parameterRule" -> Optional.of(fields.id("name"));
            default -> Optional.empty();
        };
        if (variable.isEmpty() && !element.name.equals("algebraicRule")) {
            diagnostics.problem(
                    element,
                    "<" + element.name + "> is not a rule; assignmentRule, rateRule or algebraicRule are expected");
            return Optional.empty();
        }
        Optional<Expression> value = mathematics.read(element);
        if (value.isEmpty()) {
            mathematics.missing(element, "a rule without mathematics: left out");
            return Optional.empty();
        }
        Rule rule = variable.isEmpty()
                ? new AlgebraicRule(value.get())
                : rate ? new RateRule(variable.get(), value.get()) : new AssignmentRule(variable.get(), value.get());
        return Optional.of(diagnostics.placed(rule, element));
    }

    private List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        for (XmlElement element : model.list(core, "listOfConstraints")) {
            StringBuilder message = new StringBuilder();
            element.child(core, "message").ifPresent(m -> m.walk(part -> message.append(part.text)));
            Optional<Expression> condition = mathematics.read(element);
            if (condition.isPresent()) {
                constraints.add(diagnostics.placed(
                        new Constraint(
                                condition.get(), message.toString().strip().replaceAll("\\s+", " ")),
                        element));
            } else {
                mathematics.missing(element, "a constraint without mathematics: left out");
            }
        }
        return List.copyOf(constraints);
    }
}
