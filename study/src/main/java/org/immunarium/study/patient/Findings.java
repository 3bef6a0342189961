package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.units.Quantity;

/// What a run found, in a few plain lines.
final class Findings {

    private static final int MOST_LINES = 5;
    private static final int DIGITS = 3;

    private Findings() {}

    /// A course that was made, without its rows: those of all variants may not fit into memory together.
    record Found(String title, List<Column> columns, List<Trait> traits) {

        static Found of(String title, Timecourse course) {
            List<Trait> traits = Arrays.stream(course.values())
                    .map(values -> Trait.of(course.times(), values))
                    .toList();
            return new Found(title, course.columns(), traits);
        }
    }

    /// What a column did.
    ///
    /// @param changes  whether it ever differs from its first value
    /// @param largest  of its absolute values
    /// @param lowestAt when it was lowest, between its start and its end; empty where it was so at one of them
    /// @param goneBy   from when on it was zero; empty where it ended above
    private record Trait(
            double first,
            double last,
            boolean changes,
            double largest,
            double lowest,
            OptionalDouble lowestAt,
            OptionalDouble goneBy) {

        static Trait of(double[] times, double[] values) {
            int last = values.length - 1;
            boolean changes = false;
            double largest = 0;
            int lowest = 0;
            int gone = last + 1;
            for (int i = 0; i <= last; i++) {
                changes |= values[i] != values[0];
                largest = Math.max(largest, Math.abs(values[i]));
                lowest = values[i] < values[lowest] ? i : lowest;
                gone = values[i] != 0 ? last + 1 : Math.min(gone, i);
            }
            boolean between = lowest > 0 && lowest < last;
            return new Trait(
                    values[0],
                    values[last],
                    changes,
                    largest,
                    values[lowest],
                    between ? OptionalDouble.of(times[lowest]) : OptionalDouble.empty(),
                    gone <= last ? OptionalDouble.of(times[gone]) : OptionalDouble.empty());
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
                        found.stream().anyMatch(each -> each.traits().get(i).changes()))
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
            Trait trait = each.traits().get(column);
            most = Math.max(most, Math.round(100 * Math.abs(trait.last() - trait.first()) / trait.largest()));
        }
        return most;
    }

    private static String padded(String words, int width) {
        return words + " ".repeat(width - words.length());
    }

    private static String line(String what, Found found, int column, PatientRun.Plan plan) {
        Trait trait = found.traits().get(column);
        String unit = plan.model().unit(found.columns().get(column));
        StringBuilder line = new StringBuilder(what).append("   ");
        line.append(number(trait.first())).append(" → ").append(number(trait.last()));
        line.append(unit.isEmpty() || unit.equals("1") ? "" : " " + unit);
        if (trait.goneBy().isPresent() && trait.first() > 0) {
            line.append("   gone by ").append(time(trait.goneBy().getAsDouble(), plan));
        } else if (trait.lowestAt().isPresent() && trait.lowest() < trait.last() / 2) {
            line.append("   lowest ").append(number(trait.lowest())).append(" at ");
            line.append(time(trait.lowestAt().getAsDouble(), plan));
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
