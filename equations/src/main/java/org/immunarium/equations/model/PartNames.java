package org.immunarium.equations.model;

import org.immunarium.equations.model.Model.AlgebraicRule;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.Compartment;
import org.immunarium.equations.model.Model.Constraint;
import org.immunarium.equations.model.Model.Event;
import org.immunarium.equations.model.Model.EventAssignment;
import org.immunarium.equations.model.Model.FunctionDefinition;
import org.immunarium.equations.model.Model.InitialAssignment;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.RateRule;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Species;
import org.immunarium.equations.model.Model.SpeciesReference;
import org.immunarium.equations.model.Model.UnitDefinition;

/// What parts of a model are called in messages: `species "T"`, or `species "mw5f…" (T)` where a name says more.
public final class PartNames {

    private PartNames() {}

    /// A part of a [Model] in words.
    public static String describe(Object part) {
        return switch (part) {
            case Model model -> named("model", model.id(), model.name());
            case Compartment c -> named("compartment", c.id(), c.name());
            case Species s -> named("species", s.id(), s.name());
            case Parameter p -> named("parameter", p.id(), p.name());
            case Reaction r -> named("reaction", r.id(), r.name());
            case FunctionDefinition f -> named("function", f.id(), f.name());
            case UnitDefinition u -> named("unit", u.id(), u.name());
            case Event e -> named("event", e.id(), e.name());
            case SpeciesReference s ->
                s.id().isEmpty()
                        ? "species reference to \"" + s.species() + "\""
                        : named("species reference", s.id(), "");
            case InitialAssignment i -> "initial assignment of \"" + i.symbol() + "\"";
            case AssignmentRule r -> "assignment rule for \"" + r.variable() + "\"";
            case RateRule r -> "rate rule for \"" + r.variable() + "\"";
            case AlgebraicRule _ -> "algebraic rule";
            case EventAssignment a -> "event assignment of \"" + a.variable() + "\"";
            case Constraint _ -> "constraint";
            default -> part.toString();
        };
    }

    private static String named(String what, String id, String name) {
        StringBuilder text = new StringBuilder(what);
        if (!id.isEmpty()) {
            text.append(" \"").append(id).append('"');
        }
        if (!name.isEmpty() && !name.equals(id)) {
            text.append(" (").append(name).append(')');
        }
        return text.toString();
    }
}
