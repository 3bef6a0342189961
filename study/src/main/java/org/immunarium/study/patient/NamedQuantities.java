package org.immunarium.study.patient;

import java.util.Optional;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.study.file.Placed;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.UnitException;

/// Looks up in a model what a study names; what is wrong is told at the study's line.
record NamedQuantities(PatientModel model, Remarks remarks) {

    /// The quantity of this id, label or (unambiguous) name; where there is none, the nearest that there is is told.
    ///
    /// @param what for problems: `output.columns`
    Optional<ModelQuantity> find(String what, Placed<String> name) {
        Optional<ModelQuantity> quantity = model.find(name.value());
        if (quantity.isEmpty()) {
            remarks.problem(name.problem(
                    what + ": the model has no \"" + name.value() + "\"" + NearMiss.hint(name.value(), model.names())));
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

    /// What a study says of a quantity, in the model's unit; a plain number is in that unit already.
    ///
    /// @param what for problems: `set.k_growth`
    Optional<Double> value(String what, ModelQuantity quantity, Placed<Quantity> given) {
        try {
            double value = model.value(quantity.id(), given.value());
            if (value < 0 && quantity.kind() == ModelQuantity.Kind.SPECIES) {
                remarks.notice(given, what + ": a species that starts below zero means nothing in most models");
            }
            return Optional.of(value);
        } catch (UnitException e) {
            remarks.problem(given.problem(what + ": " + e.reason()));
            return Optional.empty();
        }
    }
}
