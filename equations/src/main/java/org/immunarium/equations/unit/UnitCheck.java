package org.immunarium.equations.unit;

import java.util.List;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.units.Problem;

/// Whether the units of a model's mathematics fit: what is added, compared and assigned measures the same.
public final class UnitCheck {

    private UnitCheck() {}

    /// What does not fit, with both sides' units and its place. Units left open fit anything.
    public static List<Problem> notices(Model model, ModelCheck.Origin origin) {
        return UnitConversion.convert(model, origin).notices();
    }
}
