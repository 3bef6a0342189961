package org.immunarium.study.patient;

import java.util.Optional;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Quantity;
import org.immunarium.units.UnitException;

/// Looks up in a model what a study names; what is wrong is told at the study's line.
///
/// @param limits what values mean something
record NamedQuantities(PatientModel model, Remarks remarks, PatientLimits limits) {

    NamedQuantities(PatientModel model, Remarks remarks) {
        this(model, remarks, new PatientLimits(model));
    }

    /// The quantity of this id, label or (unambiguous) name; where there is none, the nearest that there is is
    /// told.
    ///
    /// @param what for problems: `output.columns`
    Optional<ModelQuantity> find(String what, Placed<String> name) {
        Optional<ModelQuantity> quantity = model.find(name.value());
        if (quantity.isEmpty() && name.value().equals(PatientStudy.PATIENTS)) {
            remarks.problem(name.problem(what + "." + name.value() + ": a whole number from 1 to "
                    + PatientStudy.MOST_PATIENTS + " was expected, in a study that has a population"));
        } else if (quantity.isEmpty()) {
            remarks.problem(
                    name.problem(what + ": the model has no \"" + name.value() + "\"" + model.hint(name.value())));
        }
        return quantity;
    }

    /// As [#find], something whose value a study can say.
    ///
    /// @param what  for problems: `population.vary`
    /// @param named for problems about the very name: `population.vary.k`
    Optional<ModelQuantity> settable(String what, String named, Placed<String> name) {
        return find(what, name).filter(quantity -> {
            boolean can = model.canBeSet(quantity.id());
            if (!can) {
                remarks.problem(name.problem(named + ": a rule of the model determines it, so it cannot be set"));
            }
            return can;
        });
    }

    /// As [#value], what a quantity starts with: a compartment has a size, and amounts are seldom below zero.
    Optional<Double> start(String what, ModelQuantity quantity, Placed<Quantity> given) {
        return value(what, quantity, given).filter(value -> {
            Optional<String> expected = limits.most(quantity, given.value()).or(() -> limits.expected(quantity, value));
            if (expected.isPresent()) {
                remarks.problem(given.problem(what + ": " + expected.get() + "; found " + given.value()));
                return false;
            }
            switch (quantity.kind()) {
                case SPECIES -> {
                    if (value < 0) {
                        remarks.notice(given, what + ": a species that starts below zero means nothing in most models");
                    }
                }
                case COMPARTMENT -> {
                    if (value < 0 || value == 0 && holdsConcentrations(quantity.id())) {
                        remarks.problem(given.problem(
                                what + ": the size of a compartment was expected, above 0; found " + given.value()));
                        return false;
                    }
                }
                case PARAMETER, REACTION, STOICHIOMETRY -> {}
            }
            return true;
        });
    }

    private boolean holdsConcentrations(String compartment) {
        return model.model().species().stream()
                .anyMatch(species -> species.compartment().equals(compartment) && !species.hasOnlySubstanceUnits());
    }

    /// What a study says of a quantity, in the model's unit; a plain number is in that unit already.
    ///
    /// @param what for problems: `set.k_growth`
    Optional<Double> value(String what, ModelQuantity quantity, Placed<Quantity> given) {
        try {
            return Optional.of(model.value(quantity.id(), given.value()));
        } catch (UnitException e) {
            remarks.problem(given.problem(what + ": " + e.reason()));
            return Optional.empty();
        }
    }
}
