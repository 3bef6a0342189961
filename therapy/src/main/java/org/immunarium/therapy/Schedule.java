package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.immunarium.units.Ratio;

/// When the doses of a phase are given.
public sealed interface Schedule {

    /// One dose.
    Schedule ONCE = new Cycles(List.of(1), Optional.empty(), OptionalInt.empty());

    /// How long a cycle is that comes again; empty where none does.
    Optional<Span> interval();

    /// Whether it ends by itself.
    boolean isFinite();

    /// The shortest time between the starts of two doses, in days; empty where there is only one.
    Optional<Ratio> shortestGap();

    /// From the start of a phase, on certain days of a cycle that comes again.
    ///
    /// @param days     of the cycle, counted from 1, in rising order; `[1]` where none are written
    /// @param interval how long a cycle is; empty if there is only one
    /// @param count    how many cycles; empty if they go on
    record Cycles(List<Integer> days, Optional<Span> interval, OptionalInt count) implements Schedule {

        /// @throws IllegalArgumentException if days are not positive and rising, or none, or if
        ///     the interval or the number of cycles is not positive
        public Cycles {
            days = List.copyOf(days);
            for (int i = 0; i < days.size(); i++) {
                if (days.get(i) < (i == 0 ? 1 : days.get(i - 1) + 1)) {
                    throw new IllegalArgumentException("days " + days + " are not rising from 1");
                }
            }
            if (days.isEmpty()
                    || interval.isPresent() && interval.get().number().signum() == 0
                    || count.isPresent() && count.getAsInt() < 1) {
                throw new IllegalArgumentException(
                        "a schedule without days, without cycles, or with cycles of no length");
            }
        }

        @Override
        public boolean isFinite() {
            return interval.isEmpty() || count.isPresent();
        }

        @Override
        public Optional<Ratio> shortestGap() {
            List<Ratio> gaps = new ArrayList<>();
            for (int i = 1; i < days.size(); i++) {
                gaps.add(Ratio.of(days.get(i) - days.get(i - 1)));
            }
            if (count.orElse(2) > 1) {
                interval.ifPresent(length -> gaps.add(length.days().minus(Ratio.of(days.getLast() - days.getFirst()))));
            }
            return gaps.stream().min(Ratio::compareTo);
        }

        /// As a regimen has it: `d1,8 q3w x 6`; empty for one dose.
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            if (!days.equals(List.of(1))) {
                text.append(days.stream().map(String::valueOf).collect(Collectors.joining(",", "d", "")));
            }
            interval.ifPresent(
                    c -> text.append(text.isEmpty() ? "" : " ").append('q').append(interval(c)));
            count.ifPresent(
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

    /// At times of their own.
    ///
    /// @param times after time zero, rising; at least one
    record At(List<Span> times) implements Schedule {

        /// @throws IllegalArgumentException if there are none, or they are not rising
        public At {
            times = List.copyOf(times);
            if (times.isEmpty() || !areRising(times)) {
                throw new IllegalArgumentException("times " + times + " are not rising");
            }
        }

        static boolean areRising(List<Span> times) {
            for (int i = 1; i < times.size(); i++) {
                if (times.get(i).days().compareTo(times.get(i - 1).days()) <= 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Optional<Span> interval() {
            return Optional.empty();
        }

        @Override
        public boolean isFinite() {
            return true;
        }

        @Override
        public Optional<Ratio> shortestGap() {
            List<Ratio> gaps = new ArrayList<>();
            for (int i = 1; i < times.size(); i++) {
                gaps.add(times.get(i).days().minus(times.get(i - 1).days()));
            }
            return gaps.stream().min(Ratio::compareTo);
        }

        /// As a regimen has it: `at 0 d, 8 d`.
        @Override
        public String toString() {
            return times.stream().map(Span::toString).collect(Collectors.joining(", ", "at ", ""));
        }
    }
}
