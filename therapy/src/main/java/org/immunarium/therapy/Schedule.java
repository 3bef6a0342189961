package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.immunarium.units.Ratio;

/// When doses are given, from the start of a phase: on certain days of a cycle that repeats.
///
/// @param days   days of the cycle, counted from 1, in rising order; `[1]` where none are written
/// @param cycle  how long a cycle is; empty if there is only one
/// @param cycles how many cycles; empty if they go on
public record Schedule(List<Integer> days, Optional<Span> cycle, OptionalInt cycles) {

    /// One dose.
    public static final Schedule ONCE = new Schedule(List.of(1), Optional.empty(), OptionalInt.empty());

    /// @throws IllegalArgumentException if days are not positive and rising, or none, or the
    ///     cycle or the number of cycles is not positive
    public Schedule {
        days = List.copyOf(days);
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

    public static Schedule every(Span cycle) {
        return new Schedule(List.of(1), Optional.of(cycle), OptionalInt.empty());
    }

    /// The shortest time between the starts of two doses, in days; empty where there is only one.
    public Optional<Ratio> shortestGap() {
        List<Ratio> gaps = new ArrayList<>();
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

    /// As a regimen has it: `d1,8 q3w x 6`; empty for one dose.
    @Override
    public String toString() {
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
