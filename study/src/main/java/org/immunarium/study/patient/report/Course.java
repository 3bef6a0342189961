package org.immunarium.study.patient.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.immunarium.study.EventsTable;

/// One time course of a run, as its tables have it.
///
/// @param title    of the variant; empty where the run has one course only
/// @param timeUnit as in `time [d]`; may be empty
/// @param columns  everything recorded
/// @param events   what happened, in order
record Course(String title, String timeUnit, List<Column> columns, List<EventsTable.Row> events) {

    /// The same course with the column of this label first, where there is one.
    Course startingWith(String label) {
        List<Column> ordered = new ArrayList<>(columns);
        ordered.sort(Comparator.comparing(column -> !column.label().equals(label)));
        return new Course(title, timeUnit, ordered, events);
    }

    /// @param label       its heading in the table, without unit
    /// @param name        its name for people; may be empty
    /// @param compartment where it is; may be empty
    /// @param unit        may be empty
    /// @param kind        `species`, `parameter`, `compartment` or `reaction`
    /// @param points      what it did
    record Column(String label, String name, String compartment, String unit, String kind, Points points) {

        boolean changes() {
            double[] values = points.values();
            for (double value : values) {
                if (value != values[0]) {
                    return true;
                }
            }
            return false;
        }
    }

    /// The points of a curve: all, or of a long one those that a picture can show. No peak is lost, nor an end, nor
    /// that it changes or is interrupted.
    ///
    /// @param times      ascending
    /// @param values     as many; of one run, or the means of many
    /// @param deviations as many: standard deviations of many runs; empty for one
    record Points(double[] times, double[] values, double[] deviations) {

        /// Some for each of a picture's pixels.
        private static final int PARTS = 1000;

        private static final int MOST_ROWS = 4 * PARTS;

        /// Of each of many parts the first and last point, the extremes, those of the band, and one that is no number.
        static Points thinned(double[] times, double[] values, double[] deviations) {
            if (times.length <= MOST_ROWS) {
                return new Points(times, values, deviations);
            }
            boolean band = deviations.length > 0;
            IntStream.Builder kept = IntStream.builder();
            for (int part = 0; part < PARTS; part++) {
                int from = (int) ((long) part * times.length / PARTS);
                int to = (int) ((part + 1L) * times.length / PARTS);
                IntStream.Builder some =
                        IntStream.builder().add(from).add(to - 1).add(noNumber(values, from, to));
                some.add(highest(i -> values[i], from, to)).add(highest(i -> -values[i], from, to));
                if (band) {
                    some.add(highest(i -> values[i] + deviations[i], from, to));
                    some.add(highest(i -> deviations[i] - values[i], from, to));
                }
                some.build().sorted().distinct().forEach(kept);
            }
            int[] rows = kept.build().toArray();
            return new Points(at(rows, times), at(rows, values), band ? at(rows, deviations) : new double[0]);
        }

        private static double[] at(int[] rows, double[] values) {
            return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
        }

        /// The first row of the highest value; the first of all where none is a number.
        private static int highest(IntToDoubleFunction values, int from, int to) {
            int highest = from;
            double most = Double.NaN;
            for (int i = from; i < to; i++) {
                double value = values.applyAsDouble(i);
                if (value > most || Double.isNaN(most)) {
                    most = value;
                    highest = i;
                }
            }
            return Double.isNaN(most) ? from : highest;
        }

        private static int noNumber(double[] values, int from, int to) {
            for (int i = from; i < to; i++) {
                if (Double.isNaN(values[i])) {
                    return i;
                }
            }
            return from;
        }
    }
}
