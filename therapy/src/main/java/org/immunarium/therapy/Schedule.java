package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.immunarium.units.Ratio;

/// When doses are given: from the start of a phase on certain days of a cycle that repeats, or at times of their own.
///
/// @param days   days of the cycle, counted from 1, in rising order; `[1]` where none are written
/// @param cycle  how long a cycle is; empty if there is only one
/// @param cycles how many cycles; empty if they go on
/// @param times  times after time zero, rising; where there are some, days and cycles say nothing
public record Schedule(List<Integer> days, Optional<Span> cycle, OptionalInt cycles, List<Span> times) {

    /// One dose.
    public static final Schedule ONCE = new Schedule(List.of(1), Optional.empty(), OptionalInt.empty());

    /// @throws IllegalArgumentException if days are not positive and rising, or none, or the
    ///     cycle or the number of cycles is not positive; if times are not rising, or stand beside days or cycles
    public Schedule {
        days = List.copyOf(days);
        times = List.copyOf(times);
        if (!areRising(times)
                || !times.isEmpty() && (!days.equals(List.of(1)) || cycle.isPresent() || cycles.isPresent())) {
            throw new IllegalArgumentException("times " + times + " are not rising, or stand beside cycles");
        }
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i) < (i == 0 ? 1 : days.get(i - 1) + 1)) {
                throw new IllegalArgumentException("days " + days + " are not rising from 1");
            }
        }
        if (days.isEmpty()
                || cycle.isPresent() && cycle.get().number().signum() == 0
                || cycles.isPresent() && cycles.getAsInt() < 1) {
            throw new IllegalArgumentException("a schedule without days, without cycles, or with cycles of no length");
        }
    }

    /// By days and cycles.
    public Schedule(List<Integer> days, Optional<Span> cycle, OptionalInt cycles) {
        this(days, cycle, cycles, List.of());
    }

    /// A dose at each of some times after time zero, which rise.
    public static Schedule at(List<Span> times) {
        return new Schedule(List.of(1), Optional.empty(), OptionalInt.empty(), times);
    }

    static boolean areRising(List<Span> times) {
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).days().compareTo(times.get(i - 1).days()) <= 0) {
                return false;
            }
        }
        return true;
    }

    public static Schedule every(Span cycle) {
        return new Schedule(List.of(1), Optional.of(cycle), OptionalInt.empty());
    }

    /// The shortest time between the starts of two doses, in days; empty where there is only one.
    public Optional<Ratio> shortestGap() {
        List<Ratio> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(times.get(i).days().minus(times.get(i - 1).days()));
        }
        for (int i = 1; i < days.size(); i++) {
            gaps.add(Ratio.of(days.get(i) - days.get(i - 1)));
        }
        if (cycles.orElse(2) > 1) {
            cycle.ifPresent(length -> gaps.add(length.days().minus(Ratio.of(days.getLast() - days.getFirst()))));
        }
        return gaps.stream().min(Ratio::compareTo);
    }

    public Schedule times(int cycles) {
        return new Schedule(days, cycle, OptionalInt.of(cycles));
    }

    /// As a regimen has it: `d1,8 q3w x 6`, `at 0 d, 8 d`; empty for one dose.
    @Override
    public String toString() {
        if (!times.isEmpty()) {
            return times.stream().map(Span::toString).collect(Collectors.joining(", ", "at ", ""));
        }
        StringBuilder text = new StringBuilder();
        if (!days.equals(List.of(1))) {
            text.append(days.stream().map(String::valueOf).collect(Collectors.joining(",", "d", "")));
        }
        cycle.ifPresent(c -> text.append(text.isEmpty() ? "" : " ").append('q').append(interval(c)));
        cycles.ifPresent(
                n -> text.append(text.isEmpty() ? "" : " ").append("x ").append(n));
        return text.toString();
    }

    private static String interval(Span cycle) {
        return switch (cycle.unit()) {
            case HOUR, DAY, WEEK -> cycle.number() + cycle.unit().symbol();
            case MONTH -> cycle.number() + "m";
            case SECOND, MINUTE, YEAR -> cycle.number() + " " + cycle.unit().symbol();
        };
    }
}
