package org.immunarium.study.patient.report;

import java.util.List;
import org.immunarium.units.Quantity;

/// Where a column begins, turns and ends.
record Extremes(double first, double lowest, double lowestAt, double highest, double highestAt, double last) {

    private static final int DIGITS = 5;

    static Extremes of(Course.Points points) {
        double[] values = points.values();
        int low = 0;
        int high = 0;
        for (int i = 1; i < values.length; i++) {
            low = values[i] < values[low] ? i : low;
            high = values[i] > values[high] ? i : high;
        }
        double[] times = points.times();
        return new Extremes(values[0], values[low], times[low], values[high], times[high], values[values.length - 1]);
    }

    static List<String> header(String timeUnit) {
        String at = timeUnit.isEmpty() ? "at" : "at [" + timeUnit + "]";
        return List.of("column", "unit", "first", "lowest", at, "highest", at, "last");
    }

    List<String> row(Course.Column column) {
        return List.of(
                column.label(),
                column.unit(),
                text(first),
                text(lowest),
                text(lowestAt),
                text(highest),
                text(highestAt),
                text(last));
    }

    private static String text(double value) {
        return Quantity.number(value, DIGITS);
    }
}
