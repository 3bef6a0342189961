package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Part;

/// A way in which cancer cells die.
///
/// The dead go to where they are counted. That they died is told to who counts deaths: [AntigenShedding] all of a
/// clone, [DangerSignal] all that are killed.
final class CancerDeath {

    /// All deaths of a clone in a tumour: a sum, in cells a day.
    static final String DEATHS = "deaths_{C}{site}";

    /// All cancer cells of a tumour that are killed: a sum, in cells a day.
    static final String KILLED = "killed{site}";

    private CancerDeath() {}

    /// Adds death by something to a part that has the placeholders `{tumour}`, `{site}`, `{C}` and `{deadC}`.
    ///
    /// @param name what happens
    /// @param rate cells a day, as a formula
    static Part killing(Part part, String name, String rate) {
        return byItself(part, name, rate).contribute(KILLED, rate);
    }

    /// Adds death by itself, which nobody notices.
    static Part byItself(Part part, String name, String rate) {
        return part.reaction(name, "{tumour}.{C} -> {deadC}", rate).contribute(DEATHS, rate);
    }
}
