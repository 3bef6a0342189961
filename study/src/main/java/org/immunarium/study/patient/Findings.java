package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.study.Trend;

/// What a run found, in a few plain lines.
final class Findings {

    private static final int MOST_LINES = 5;

    private Findings() {}

    /// A course that was made, without its rows: those of all variants may not fit into memory together.
    record Found(String title, List<Column> columns, List<Trend> trends) {

        static Found of(String title, Timecourse course) {
            List<Trend> trends = Arrays.stream(course.values())
                    .map(values -> Trend.of(course.times(), values))
                    .toList();
            return new Found(title, course.columns(), trends);
        }
    }

    /// Of one course, a few quantities: those that the study names, else the tumour and what changes most. Of
    /// variants, the first of these in each.
    static List<String> of(PatientRun.Plan plan, List<Found> found) {
        List<Integer> telling = telling(plan, found);
        if (telling.isEmpty()) {
            return List.of("nothing that is written down changes");
        }
        List<String> lines = new ArrayList<>();
        List<Column> columns = found.getFirst().columns();
        if (found.size() > 1) {
            int column = telling.getFirst();
            lines.add(Telling.words(columns.get(column)) + ":");
            int width =
                    found.stream().mapToInt(each -> each.title().length()).max().orElse(0);
            found.forEach(each -> lines.add(line(padded(each.title(), width), each, column, plan)));
            return lines;
        }
        List<Integer> some = telling.subList(0, Math.min(MOST_LINES, telling.size()));
        int width = some.stream()
                .mapToInt(i -> Telling.words(columns.get(i)).length())
                .max()
                .orElse(0);
        for (int i : some) {
            lines.add(line(padded(Telling.words(columns.get(i)), width), found.getFirst(), i, plan));
        }
        return lines;
    }

    /// Columns that change in any of the courses, most telling first.
    private static List<Integer> telling(PatientRun.Plan plan, List<Found> found) {
        List<Column> columns = found.getFirst().columns();
        List<Integer> changing = IntStream.range(0, columns.size())
                .filter(i ->
                        found.stream().anyMatch(each -> each.trends().get(i).changes()))
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

    /// From the start to the end, in percent of the largest value on the way: what is left at the end counts, not what
    /// came and went.
    private static long change(List<Found> found, int column) {
        long most = 0;
        for (Found each : found) {
            Trend trend = each.trends().get(column);
            most = Math.max(most, Math.round(100 * Math.abs(trend.last() - trend.first()) / trend.largest()));
        }
        return most;
    }

    private static String padded(String words, int width) {
        return words + " ".repeat(width - words.length());
    }

    private static String line(String what, Found found, int column, PatientRun.Plan plan) {
        Trend trend = found.trends().get(column);
        String unit = plan.model().unit(found.columns().get(column));
        return what + "   " + trend.words(unit.equals("1") ? "" : unit, value -> time(value, plan));
    }

    private static String time(double value, PatientRun.Plan plan) {
        String unit = plan.timeUnit();
        return unit.equals("d")
                ? "day " + Trend.number(value)
                : Trend.number(value) + (unit.isEmpty() ? "" : " " + unit);
    }
}
