package org.immunarium.equations.model;

import java.util.List;
import java.util.Optional;
import org.immunarium.equations.expression.Expression;

/// A model as data: what is there, how it changes, and in which units, with SBML's meaning.
///
/// Everything is a value; ids are unique across compartments, species, parameters, reactions and named
/// species references. A model may be incomplete or wrong: [org.immunarium.equations.model] only states it, and what
/// is compiled has been checked.
///
/// @param id          the model's id; empty where it has none
/// @param name        a title for people; empty where it has none
/// @param units       the default units of the model
/// @param conversionFactor  the parameter that converts extent to substance, unless a species names its own
public record Model(
        String id,
        String name,
        ModelUnits units,
        Optional<String> conversionFactor,
        List<UnitDefinition> unitDefinitions,
        List<FunctionDefinition> functions,
        List<Compartment> compartments,
        List<Species> species,
        List<Parameter> parameters,
        List<InitialAssignment> initialAssignments,
        List<Rule> rules,
        List<Reaction> reactions,
        List<Event> events,
        List<Constraint> constraints) {

    /// The same with other default units.
    public Model withUnits(ModelUnits units) {
        return new Model(
                id,
                name,
                units,
                conversionFactor,
                unitDefinitions,
                functions,
                compartments,
                species,
                parameters,
                initialAssignments,
                rules,
                reactions,
                events,
                constraints);
    }

    /// The same with other units of its own.
    public Model withUnitDefinitions(List<UnitDefinition> unitDefinitions) {
        return new Model(
                id,
                name,
                units,
                conversionFactor,
                unitDefinitions,
                functions,
                compartments,
                species,
                parameters,
                initialAssignments,
                rules,
                reactions,
                events,
                constraints);
    }

    /// The same with other values at the start.
    public Model withInitialAssignments(List<InitialAssignment> initialAssignments) {
        return new Model(
                id,
                name,
                units,
                conversionFactor,
                unitDefinitions,
                functions,
                compartments,
                species,
                parameters,
                initialAssignments,
                rules,
                reactions,
                events,
                constraints);
    }

    /// The same with other rules.
    public Model withRules(List<Rule> rules) {
        return new Model(
                id,
                name,
                units,
                conversionFactor,
                unitDefinitions,
                functions,
                compartments,
                species,
                parameters,
                initialAssignments,
                rules,
                reactions,
                events,
                constraints);
    }

    /// The same with other reactions.
    public Model withReactions(List<Reaction> reactions) {
        return new Model(
                id,
                name,
                units,
                conversionFactor,
                unitDefinitions,
                functions,
                compartments,
                species,
                parameters,
                initialAssignments,
                rules,
                reactions,
                events,
                constraints);
    }

    /// The same with other events.
    public Model withEvents(List<Event> events) {
        return new Model(
                id,
                name,
                units,
                conversionFactor,
                unitDefinitions,
                functions,
                compartments,
                species,
                parameters,
                initialAssignments,
                rules,
                reactions,
                events,
                constraints);
    }

    /// The same with other conditions of validity.
    public Model withConstraints(List<Constraint> constraints) {
        return new Model(
                id,
                name,
                units,
                conversionFactor,
                unitDefinitions,
                functions,
                compartments,
                species,
                parameters,
                initialAssignments,
                rules,
                reactions,
                events,
                constraints);
    }

    /// Default units, by unit id or SBML base unit; empty where the model leaves them open.
    public record ModelUnits(
            Optional<String> substance,
            Optional<String> time,
            Optional<String> volume,
            Optional<String> area,
            Optional<String> length,
            Optional<String> extent) {

        /// The unit of the size of a compartment of so many dimensions.
        public Optional<String> ofSize(double dimensions) {
            if (dimensions == 3) {
                return volume;
            }
            return dimensions == 2 ? area : dimensions == 1 ? length : Optional.empty();
        }

        /// The same with another unit of time.
        public ModelUnits withTime(String unit) {
            return new ModelUnits(substance, Optional.of(unit), volume, area, length, extent);
        }
    }

    /// A unit: the product of (multiplier x 10^scale x kind)^exponent.
    public record UnitDefinition(String id, String name, List<UnitFactor> factors) {}

    /// One factor of a unit; `kind` is one of SBML's base units, such as `mole` or `second`.
    public record UnitFactor(String kind, double exponent, int scale, double multiplier) {}

    /// A function of the model: `body` over `arguments`.
    public record FunctionDefinition(String id, String name, List<String> arguments, Expression body) {}

    /// A compartment; `size` is NaN where none is given (0-D, or set elsewhere).
    public record Compartment(
            String id, String name, double dimensions, double size, Optional<String> unit, boolean constant) {}

    /// A species.
    ///
    /// @param initial               its initial value; NaN where none is given
    /// @param initialIsAmount       whether `initial` is an amount rather than a concentration
    /// @param hasOnlySubstanceUnits whether its symbol in formulas means its amount rather than its concentration
    /// @param boundaryCondition     whether reactions leave it alone
    public record Species(
            String id,
            String name,
            String compartment,
            double initial,
            boolean initialIsAmount,
            Optional<String> substanceUnit,
            boolean hasOnlySubstanceUnits,
            boolean boundaryCondition,
            boolean constant,
            Optional<String> conversionFactor) {

        /// The same where it may change, or may not.
        public Species withConstant(boolean constant) {
            return new Species(
                    id,
                    name,
                    compartment,
                    initial,
                    initialIsAmount,
                    substanceUnit,
                    hasOnlySubstanceUnits,
                    boundaryCondition,
                    constant,
                    conversionFactor);
        }
    }

    /// A parameter; `value` is NaN where none is given.
    public record Parameter(String id, String name, double value, Optional<String> unit, boolean constant) {}

    /// The value of `symbol` at the start, instead of the one it was given.
    public record InitialAssignment(String symbol, Expression value) {}

    /// A rule holds at all times.
    public sealed interface Rule {}

    /// `variable` is always `value`.
    public record AssignmentRule(String variable, Expression value) implements Rule {}

    /// `variable` changes at `rate` per unit of time.
    public record RateRule(String variable, Expression rate) implements Rule {}

    /// `value` is always zero; some variable is whatever makes it so.
    public record AlgebraicRule(Expression value) implements Rule {}

    /// A reaction; `rate` is in extent per time, empty where none is given (it then does nothing).
    public record Reaction(
            String id,
            String name,
            boolean reversible,
            boolean fast,
            Optional<String> compartment,
            List<SpeciesReference> reactants,
            List<SpeciesReference> products,
            List<String> modifiers,
            List<Parameter> localParameters,
            Optional<Expression> rate) {}

    /// How much of a species a reaction takes or gives.
    ///
    /// @param id            empty where it has none; with one, its symbol in formulas means the stoichiometry
    /// @param stoichiometry NaN where none is given
    /// @param stoichiometryMath an expression instead of a number (L2); empty in L3
    public record SpeciesReference(
            String id,
            String species,
            double stoichiometry,
            Optional<Expression> stoichiometryMath,
            boolean constant) {}

    /// When `trigger` turns from false to true, after `delay`, the assignments are made.
    ///
    /// @param useValuesFromTriggerTime whether assignments are evaluated when triggered rather than when made
    /// @param initialTrigger what the trigger is taken to have been before the start
    /// @param persistent     whether it still happens when the trigger has become false before the delay is over
    public record Event(
            String id,
            String name,
            Expression trigger,
            Optional<Expression> delay,
            Optional<Expression> priority,
            boolean useValuesFromTriggerTime,
            boolean initialTrigger,
            boolean persistent,
            List<EventAssignment> assignments) {

        /// The same with its assignments evaluated when they are made, not when it is triggered.
        public Event withValuesWhenMade() {
            return new Event(id, name, trigger, delay, priority, false, initialTrigger, persistent, assignments);
        }
    }

    /// `variable` becomes `value`.
    public record EventAssignment(String variable, Expression value) {}

    /// A condition under which the model is valid, with the message to give when it no longer holds.
    public record Constraint(Expression condition, String message) {}
}
