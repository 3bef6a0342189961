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
    /// @param place in the vocabulary
    public static Unit of(TissueModel model, int place) {
        Vocabulary<Behaviour> behaviours = model.behaviours();
        return of(model, behaviours, place);
    }

    /// As [#of(TissueModel, int)], with the model's vocabulary at hand.
    public static Unit of(TissueModel model, Vocabulary<Behaviour> behaviours, int place) {
        try {
            return Unit.parse(model.unit(behaviours.word(place), behaviours.subject(place)));
        } catch (UnitException notAUnit) {
            return Unit.ONE;
        }
    }
}
