package org.immunarium.study.tissue.model;

import org.immunarium.study.file.Placed;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Region;
import org.immunarium.units.Quantity;

/// Holds to a domain where a file says that cells are.
///
/// @param key   that says it, for problems
/// @param notes gets what is wrong
record Room(Domain domain, String key, Notes notes) {

    /// Whether a region is one of such a domain, and in it.
    boolean fits(StatedPlacement.Where where) {
        String words = "\"" + where.words().value() + '"';
        if (where.planeOnly() && !domain.flat()) {
            notes.wrong(
                    where.words(),
                    key + ": " + words + " is of a flat domain; in space a sphere, a shell or a box of"
                            + " three extents was expected");
            return false;
        }
        return fits(where.words(), words, where.region());
    }

    /// Whether a region is in the domain.
    ///
    /// @param what it is called
    boolean fits(Placed<?> at, String what, Region region) {
        double[] middle = {region.x(), region.y(), region.z()};
        if (domain.flat() && middle[2] != 0) {
            notes.wrong(at, key + ": in a flat domain z is 0; found " + Quantity.number(middle[2]));
            return false;
        }
        for (int axis = 0; axis < (domain.flat() ? 2 : 3); axis++) {
            double from = middle[axis] - region.reach(axis);
            double to = middle[axis] + region.reach(axis);
            if (from < domain.lower()[axis] || to > domain.upper()[axis]) {
                notes.wrong(
                        at,
                        key + ": " + what + " reaches outside of the domain, which is from "
                                + Quantity.number(domain.lower()[axis]) + " to "
                                + Quantity.number(domain.upper()[axis]) + " µm along " + "xyz".charAt(axis));
                return false;
            }
        }
        return true;
    }
}
