package org.immunarium.study.tissue.model;

import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// The unit of what cells do.
public final class BehaviourUnit {

    private BehaviourUnit() {}

    /// The unit of a behaviour in a model; a plain number where the model has a label that is no unit, as
    /// projects of PhysiCell may.
    ///
    /// @param behaviours the model's vocabulary
    /// @param place      in it
    public static Unit of(TissueModel model, Vocabulary<Behaviour> behaviours, int place) {
        try {
            return Unit.parse(model.unit(behaviours.word(place), behaviours.subject(place)));
        } catch (UnitException notAUnit) {
            return Unit.ONE;
        }
    }
}
