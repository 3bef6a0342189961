package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.units.Quantity;

/// What a run found, in a few plain lines.
final class Findings {

    private static final int MOST_LINES = 5;
    private static final int DIGITS = 3;

    private Findings() {}

    record Found(String title, Timecourse course) {}

    /// Of one course, a few quantities: those that the study names, else the tumour and what changes most. Of
    /// variants, the first of these in each.
    static List<String> of(PatientRun.Plan plan, List<Found> found) {
        List<Integer> telling = telling(plan, found);
        if (telling.isEmpty()) {
            return List.of("nothing that is written down changes");
        }
        List<String> lines = new ArrayList<>();
        List<Column> columns = found.getFirst().course().columns();
        if (found.size() > 1) {
            int column = telling.getFirst();
            lines.add(Telling.words(columns.get(column)) + ":");
            int width =
                    found.stream().mapToInt(each -> each.title().length()).max().orElse(0);
            found.forEach(each -> lines.add(line(padded(each.title(), width), each.course(), column, plan)));
            return lines;
        }
        List<Integer> some = telling.subList(0, Math.min(MOST_LINES, telling.size()));
        int width = some.stream()
                .mapToInt(i -> Telling.words(columns.get(i)).length())
                .max()
                .orElse(0);
        for (int i : some) {
            lines.add(line(
                    padded(Telling.words(columns.get(i)), width),
                    found.getFirst().course(),
                    i,
                    plan));
        }
        return lines;
    }

    /// Columns that change in any of the courses, most telling first.
    private static List<Integer> telling(PatientRun.Plan plan, List<Found> found) {
        List<Column> columns = found.getFirst().course().columns();
        List<Integer> changing = IntStream.range(0, columns.size())
                .filter(i ->
                        found.stream().anyMatch(each -> changes(each.course().values()[i])))
                .boxed()
                .toList();
        if (!plan.columns().equals(plan.model().compiled().defaultColumns())) {
            return changing;
        }
        return changing.stream()
                .sorted(Comparator.<Integer>comparingInt(
                                i -> Telling.rank(plan.model(), columns.get(i).quantity()))
                        .thenComparing(Comparator.<Integer>comparingLong(i -> change(found, i))
                                .reversed()))
                .toList();
    }

    private static boolean changes(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }

    /// From the start to the end, in percent of the largest value on the way: what is left at the end counts, not what
    /// came and went.
    private static long change(List<Found> found, int column) {
        long most = 0;
        for (Found each : found) {
            double[] values = each.course().values()[column];
            double largest = 0;
            for (double value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
            most = Math.max(most, Math.round(100 * Math.abs(values[values.length - 1] - values[0]) / largest));
        }
        return most;
    }

    private static String padded(String words, int width) {
        return words + " ".repeat(width - words.length());
    }

    private static String line(String what, Timecourse course, int column, PatientRun.Plan plan) {
        double[] values = course.values()[column];
        int last = values.length - 1;
        String unit = plan.model().unit(course.columns().get(column));
        StringBuilder line = new StringBuilder(what).append("   ");
        line.append(number(values[0])).append(" → ").append(number(values[last]));
        line.append(unit.isEmpty() || unit.equals("1") ? "" : " " + unit);
        int lowest = 0;
        for (int i = 1; i <= last; i++) {
            lowest = values[i] < values[lowest] ? i : lowest;
        }
        if (values[last] == 0 && values[0] > 0) {
            int gone = last;
            while (values[gone - 1] == 0) {
                gone--;
            }
            line.append("   gone by ").append(time(course.times()[gone], plan));
        } else if (lowest > 0 && lowest < last && values[lowest] < values[last] / 2) {
            line.append("   lowest ").append(number(values[lowest])).append(" at ");
            line.append(time(course.times()[lowest], plan));
        }
        return line.toString();
    }

    private static String time(double value, PatientRun.Plan plan) {
        String unit = plan.timeUnit();
        return unit.equals("d") ? "day " + number(value) : number(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    /// A number of three digits.
    static String number(double value) {
        return Quantity.number(value, DIGITS);
    }
}
