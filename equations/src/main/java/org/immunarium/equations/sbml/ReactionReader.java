package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.SpeciesReference;

/// Reads reactions.
final class ReactionReader {

    interface ParameterReader {
        Parameter read(XmlElement element, String kind);
    }

    private final SbmlLevel level;
    private final String core;
    private final Diagnostics diagnostics;
    private final Mathematics mathematics;
    private final ParameterReader parameters;

    ReactionReader(SbmlLevel level, Diagnostics diagnostics, Mathematics mathematics, ParameterReader parameters) {
        this.level = level;
        this.core = level.namespace();
        this.diagnostics = diagnostics;
        this.mathematics = mathematics;
        this.parameters = parameters;
    }

    Reaction reaction(XmlElement element) {
        Fields fields =
                new Fields(element, diagnostics).only(List.of("id", "name", "reversible", "fast", "compartment"));
        fields.require(level.isThree(), "reversible");
        fields.require(level.isThree() && level.version() == 1, "fast");
        List<Parameter> local = new ArrayList<>();
        Optional<Expression> rate = Optional.empty();
        Optional<XmlElement> law = element.child(core, "kineticLaw");
        if (law.isPresent()) {
            rate = mathematics.read(law.get());
            if (rate.isEmpty()) {
                mathematics.missing(law.get(), "a kinetic law without mathematics: the reaction does nothing");
            }
            local = localParameters(law.get());
        }
        List<String> modifiers = new ArrayList<>();
        for (XmlElement modifier : element.list(core, "listOfModifiers")) {
            modifiers.add(new Fields(modifier, diagnostics).id("species"));
        }
        return new Reaction(
                fields.id(level.id()),
                level.level() == 1 ? "" : fields.text("name"),
                fields.flag("reversible", true),
                fields.flag("fast", false),
                fields.optionalId("compartment"),
                references(element, "listOfReactants"),
                references(element, "listOfProducts"),
                List.copyOf(modifiers),
                List.copyOf(local),
                rate);
    }

    private List<Parameter> localParameters(XmlElement law) {
        List<Parameter> local = new ArrayList<>();
        for (String list : List.of("listOfParameters", "listOfLocalParameters")) {
            for (XmlElement element : law.list(core, list)) {
                local.add(diagnostics.placed(parameters.read(element, "local parameter"), element));
            }
        }
        for (String units : List.of("timeUnits", "substanceUnits")) {
            if (law.attribute(units).isPresent()) {
                diagnostics.passOver(law, units + " of a kinetic law: ignored, the model's units count");
            }
        }
        return local;
    }

    private List<SpeciesReference> references(XmlElement reaction, String list) {
        List<SpeciesReference> references = new ArrayList<>();
        for (XmlElement element : reaction.list(core, list)) {
            if (element.namespace.equals(core)) {
                references.add(diagnostics.placed(reference(element), element));
            }
        }
        return List.copyOf(references);
    }

    private SpeciesReference reference(XmlElement element) {
        Fields fields = new Fields(element, diagnostics)
                .only(List.of("id", "name", "species", "specie", "stoichiometry", "denominator", "constant"));
        fields.require(level.isThree(), "constant");
        Optional<Expression> math = element.child(core, "stoichiometryMath").flatMap(mathematics::read);
        double number =
                fields.number("stoichiometry", level.isThree() ? Double.NaN : 1) / fields.number("denominator", 1);
        if (math.isPresent() && math.get() instanceof Expression.Constant(double value, var unit)) {
            number = value;
            math = Optional.empty();
        }
        return new SpeciesReference(
                fields.optionalId("id").orElse(""),
                fields.id(fields.has("specie") ? "specie" : "species"),
                math.isPresent() ? Double.NaN : number,
                math,
                fields.flag("constant", math.isEmpty()));
    }
}
