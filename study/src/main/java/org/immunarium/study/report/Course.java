package org.immunarium.study.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One time course of a run, as its tables have it.
///
/// @param title    of the variant; empty where the run has one course only
/// @param timeUnit as in `time [d]`; may be empty
/// @param times    ascending
/// @param columns  everything recorded
/// @param events   what happened, in order
record Course(String title, String timeUnit, double[] times, List<Column> columns, List<Event> events) {

    /// The same course with the column of this label first, where there is one.
    Course startingWith(String label) {
        List<Column> ordered = new ArrayList<>(columns);
        ordered.sort(Comparator.comparing(column -> !column.label().equals(label)));
        return new Course(title, timeUnit, times, ordered, events);
    }

    /// @param label       its heading in the table, without unit
    /// @param name        its name for people; may be empty
    /// @param compartment where it is; may be empty
    /// @param unit        may be empty
    /// @param kind        `species`, `parameter`, `compartment` or `reaction`
    /// @param values      of one run, or the means of many
    /// @param deviations  standard deviations of many runs; empty for one
    record Column(
            String label,
            String name,
            String compartment,
            String unit,
            String kind,
            double[] values,
            double[] deviations) {

        boolean changes() {
            for (double value : values) {
                if (value != values[0]) {
                    return true;
                }
            }
            return false;
        }
    }

    /// @param what as in the table: for a dose `drug: amount into target`
    record Event(double time, String event, String what) {}
}
