package org.immunarium.equations.simulation;

import java.util.List;

/// What a run gave: the value of each column at each time, and what happened on the way.
///
/// @param columns     what was recorded
/// @param times       when, ascending
/// @param values      `values[column][time]`
/// @param occurrences events and doses in the order in which they happened
public record Timecourse(List<Column> columns, double[] times, double[][] values, List<Occurrence> occurrences) {

    /// The values of the column with this label or id.
    ///
    /// @throws IllegalArgumentException if there is none
    public double[] column(String labelOrId) {
        for (int i = 0; i < columns.size(); i++) {
            Column c = columns.get(i);
            if (c.label().equals(labelOrId) || c.id().equals(labelOrId)) {
                return values[i];
            }
        }
        throw new IllegalArgumentException("no column \"" + labelOrId + "\"");
    }
}
