package org.immunarium.study.tissue.treatment;

import org.immunarium.study.TimeScale;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.units.Quantity;

/// When what is given comes into a tissue: with the first phenotype step that is not before.
///
/// @param every from one to the next, min
/// @param last  the last of a run, which is before its end, min
/// @param end   of the run, min
record InfluxTimes(double every, double last, double end) {

    /// @param end of the run, min
    static InfluxTimes of(TimeSteps steps, double end) {
        long mechanics = Math.round(end / steps.mechanics());
        long between = Math.round(steps.phenotype() / steps.mechanics());
        return new InfluxTimes(steps.phenotype(), Math.max(0, mechanics - 1) / between * steps.phenotype(), end);
    }

    /// Whether what is given at a time before the end of the run does not come in any more.
    boolean isTooLate(double time) {
        return time > last && time < end;
    }

    /// Why that is so.
    ///
    /// @param time min
    String why(double time) {
        return "is given at " + TimeScale.words(time) + " and would come with the step after that, but the last of this"
                + " run is at " + TimeScale.words(last) + " (there is one every " + Quantity.number(every) + " min)";
    }
}
