package org.immunarium.equations.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.model.Model.AlgebraicRule;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.Compartment;
import org.immunarium.equations.model.Model.Event;
import org.immunarium.equations.model.Model.EventAssignment;
import org.immunarium.equations.model.Model.InitialAssignment;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.RateRule;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Rule;
import org.immunarium.equations.model.Model.Species;
import org.immunarium.equations.model.Model.SpeciesReference;
import org.immunarium.equations.model.Model.UnitDefinition;
import org.immunarium.equations.model.Model.UnitFactor;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// Whether a model makes sense: the rules of SBML that concern more than one element, for models from files and
/// from code alike. Everything wrong is found in one go.
///
/// What only the equations as a whole can show, such as an algebraic system with too few unknowns, is found when
/// they are built.
public final class ModelCheck {

    /// Where parts of a model come from.
    @FunctionalInterface
    public interface Origin {

        /// A problem of a part (a record of [Model] or an expression in it), with its place.
        ///
        /// @param element what the part is, for people, such as `species "T"`
        Problem problem(Object part, String element, String message);

        /// For models that do not come from a file.
        static Origin of(String source) {
            return (part, element, message) -> Problem.in(source, element, message);
        }
    }

    private final Model model;
    private final Origin origin;
    private final List<Problem> problems = new ArrayList<>();

    /// Everything with an id that other parts may name.
    private final Map<String, Object> parts = new LinkedHashMap<>();

    /// What reactions change.
    private final Set<String> reacting = new HashSet<>();

    private ModelCheck(Model model, Origin origin) {
        this.model = model;
        this.origin = origin;
    }

    /// All that is wrong with a model; none if it can be compiled.
    public static List<Problem> problems(Model model, Origin origin) {
        ModelCheck check = new ModelCheck(model, origin);
        check.run();
        return List.copyOf(check.problems);
    }

    /// The model itself.
    ///
    /// @throws InvalidInputException with all problems if there are any
    public static Model require(Model model, Origin origin) {
        List<Problem> problems = problems(model, origin);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return model;
    }

    private void run() {
        identifiers();
        units();
        compartmentsAndSpecies();
        reactions();
        rules();
        initialAssignments();
        events();
        problems.addAll(new FormulaCheck(model, origin, parts).problems());
        problems.addAll(new LoopCheck(model, origin).problems());
    }

    private void problem(Object part, String message) {
        problems.add(origin.problem(part, PartNames.describe(part), message));
    }

    private void identifiers() {
        model.functions().forEach(f -> declare(f.id(), f));
        model.compartments().forEach(c -> declare(c.id(), c));
        model.species().forEach(s -> declare(s.id(), s));
        model.parameters().forEach(p -> declare(p.id(), p));
        model.reactions().forEach(r -> declare(r.id(), r));
        model.reactions().forEach(r -> {
            r.reactants().forEach(s -> declare(s.id(), s));
            r.products().forEach(s -> declare(s.id(), s));
        });
        model.events().forEach(e -> declare(e.id(), e));
    }

    private void declare(String id, Object part) {
        if (id.isEmpty()) {
            return;
        }
        Object before = parts.putIfAbsent(id, part);
        if (before != null) {
            problem(part, "the id is taken: " + PartNames.describe(before) + " has it too");
        }
    }

    /// Units that parts of the model name must exist. Defaults of the whole model that name nothing only leave
    /// units open (files of the SBML Test Suite have such), and whoever reads them says so.
    private void units() {
        Set<String> known = new HashSet<>(UnitKinds.ALL);
        for (UnitDefinition definition : model.unitDefinitions()) {
            if (!known.add(definition.id())) {
                problem(definition, "the id is taken by another unit");
            }
            for (UnitFactor factor : definition.factors()) {
                if (!UnitKinds.ALL.contains(factor.kind())) {
                    problem(
                            definition,
                            "\"" + factor.kind() + "\" is not a base unit of SBML"
                                    + NearMiss.hint(factor.kind(), UnitKinds.ALL));
                }
                if (!(factor.multiplier() > 0) || Double.isInfinite(factor.multiplier())) {
                    problem(definition, "multiplier " + factor.multiplier() + ": a positive number is expected");
                }
            }
        }
        model.compartments().forEach(c -> requireUnit(c, c.unit(), known));
        model.species().forEach(s -> requireUnit(s, s.substanceUnit(), known));
        model.parameters().forEach(p -> requireUnit(p, p.unit(), known));
        model.reactions().forEach(r -> r.localParameters().forEach(p -> requireUnit(p, p.unit(), known)));
    }

    private void requireUnit(Object part, Optional<String> unit, Set<String> known) {
        if (unit.isPresent() && !known.contains(unit.get())) {
            problem(part, "the unit \"" + unit.get() + "\" is not defined" + NearMiss.hint(unit.get(), known));
        }
    }

    private void compartmentsAndSpecies() {
        for (Compartment compartment : model.compartments()) {
            if (compartment.size() < 0) {
                problem(compartment, "size " + Quantity.number(compartment.size()) + ": it cannot be negative");
            }
            if (!(compartment.dimensions() >= 0)) {
                problem(compartment, compartment.dimensions() + " dimensions: 0 to 3 are expected");
            }
        }
        Set<String> computed = computed();
        for (Species species : model.species()) {
            if (species.initial() < 0 && !computed.contains(species.id())) {
                problem(
                        species,
                        "initial " + (species.initialIsAmount() ? "amount " : "concentration ")
                                + Quantity.number(species.initial()) + ": it cannot be negative");
            }
            if (parts.get(species.compartment()) instanceof Compartment compartment
                    && compartment.size() == 0
                    && compartment.constant()
                    && !computed.contains(compartment.id())
                    && !species.hasOnlySubstanceUnits()) {
                problem(
                        species,
                        PartNames.describe(compartment) + " has the size 0, so that there is no concentration in it; a"
                                + " positive size, or hasOnlySubstanceUnits, is expected");
            }
            reference(species, species.compartment(), Compartment.class, "compartment");
            conversionFactor(species, species.conversionFactor());
        }
        conversionFactor(model, model.conversionFactor());
    }

    /// What formulas give a value from the start.
    private Set<String> computed() {
        Set<String> computed = assigned();
        model.initialAssignments().forEach(initial -> computed.add(initial.symbol()));
        return computed;
    }

    private void conversionFactor(Object part, Optional<String> factor) {
        if (factor.isPresent()
                && reference(part, factor.get(), Parameter.class, "conversion factor")
                        .filter(p -> !p.constant())
                        .isPresent()) {
            problem(part, "the conversion factor \"" + factor.get() + "\" must be a constant parameter");
        }
    }

    private <T> Optional<T> reference(Object part, String id, Class<T> kind, String what) {
        Object found = parts.get(id);
        if (kind.isInstance(found)) {
            return Optional.of(kind.cast(found));
        }
        if (found != null) {
            problem(part, what + " \"" + id + "\" is " + PartNames.describe(found));
        } else if (!id.isEmpty()) {
            problem(part, what + " \"" + id + "\" does not exist" + NearMiss.hint(id, parts.keySet()));
        }
        return Optional.empty();
    }

    private void reactions() {
        for (Reaction reaction : model.reactions()) {
            reaction.reactants().forEach(s -> takesPart(s));
            reaction.products().forEach(s -> takesPart(s));
            reaction.modifiers().forEach(m -> reference(reaction, m, Species.class, "modifier"));
            reaction.compartment().ifPresent(c -> reference(reaction, c, Compartment.class, "compartment"));
            Set<String> local = new HashSet<>();
            for (Parameter parameter : reaction.localParameters()) {
                if (!local.add(parameter.id())) {
                    problem(parameter, "the id is taken by another local parameter of " + PartNames.describe(reaction));
                }
            }
        }
    }

    private void takesPart(SpeciesReference reference) {
        Optional<Species> species = reference(reference, reference.species(), Species.class, "species");
        if (species.isPresent() && !species.get().boundaryCondition()) {
            reacting.add(reference.species());
            if (species.get().constant()) {
                problem(
                        reference,
                        "species \"" + reference.species()
                                + "\" is constant, and the reaction would change it: make it a boundary condition");
            }
        }
    }

    private void rules() {
        Map<String, Rule> ruled = new HashMap<>();
        for (Rule rule : model.rules()) {
            String variable = switch (rule) {
                case AssignmentRule assignment -> assignment.variable();
                case RateRule rate -> rate.variable();
                case AlgebraicRule _ -> "";
            };
            if (variable.isEmpty()) {
                continue;
            }
            if (ruled.put(variable, rule) != null) {
                problem(rule, "there is another rule for \"" + variable + "\"; one is expected");
            }
            variable(rule, variable);
            if (reacting.contains(variable)) {
                problem(
                        rule,
                        "\"" + variable + "\" is changed by reactions too; a rule needs it to be a boundary condition");
            }
        }
    }

    /// Reports a variable that nothing can change.
    private void variable(Object part, String id) {
        Object found = parts.get(id);
        Optional<Boolean> constant = switch (found) {
            case Compartment c -> Optional.of(c.constant());
            case Species s -> Optional.of(s.constant());
            case Parameter p -> Optional.of(p.constant());
            case SpeciesReference s -> Optional.of(s.constant());
            case null, default -> Optional.empty();
        };
        if (constant.isEmpty()) {
            notAVariable(part, id);
        } else if (constant.get()) {
            problem(part, "\"" + id + "\" is constant: it cannot be changed");
        }
    }

    private void notAVariable(Object part, String id) {
        Object found = parts.get(id);
        problem(
                part,
                found == null
                        ? "\"" + id + "\" does not exist" + NearMiss.hint(id, parts.keySet())
                        : "\"" + id + "\" is " + PartNames.describe(found)
                                + "; a compartment, species, parameter or species reference is expected");
    }

    private void initialAssignments() {
        Set<String> seen = new HashSet<>();
        Set<String> assigned = assigned();
        for (InitialAssignment initial : model.initialAssignments()) {
            switch (parts.get(initial.symbol())) {
                case Compartment _, Species _, Parameter _, SpeciesReference _ -> {}
                case null, default -> notAVariable(initial, initial.symbol());
            }
            if (!seen.add(initial.symbol())) {
                problem(initial, "there is another initial assignment; one is expected");
            }
            if (assigned.contains(initial.symbol())) {
                problem(initial, "an assignment rule gives the value already; one of them is expected");
            }
        }
    }

    private Set<String> assigned() {
        Set<String> assigned = new HashSet<>();
        for (Rule rule : model.rules()) {
            if (rule instanceof AssignmentRule assignment) {
                assigned.add(assignment.variable());
            }
        }
        return assigned;
    }

    private void events() {
        Set<String> assigned = assigned();
        for (Event event : model.events()) {
            Set<String> seen = new HashSet<>();
            for (EventAssignment assignment : event.assignments()) {
                variable(assignment, assignment.variable());
                if (!seen.add(assignment.variable())) {
                    problem(assignment, "the event assigns \"" + assignment.variable() + "\" twice");
                }
                if (assigned.contains(assignment.variable())) {
                    problem(
                            assignment,
                            "an assignment rule gives \"" + assignment.variable()
                                    + "\" its value at all times: an event cannot");
                }
            }
        }
    }
}
