package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Ratio;

/// One drug and when it is given: phases, one after the other.
///
/// @param drug   its name, as written
/// @param phases at least one; each but the last ends by itself, or the next says when it starts
public record Regimen(String drug, List<Phase> phases) {

    /// More doses than any course of treatment has: beyond, an interval was probably mistyped.
    public static final int MOST_DOSES = 1_000_000;

    /// @throws IllegalArgumentException if there are no phases
    public Regimen {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a regimen without doses");
        }
    }

    /// All doses that start before a time, in order.
    ///
    /// @param horizon in days
    /// @param index   the number that administrations carry as their regimen
    /// @throws InvalidInputException if a phase has more than [#MOST_DOSES]
    public List<Administration> expand(Ratio horizon, int index) {
        List<Administration> doses = new ArrayList<>();
        Ratio start = Ratio.ZERO;
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            start = phase.from().map(Span::days).orElse(start);
            Ratio next = expand(phase, start, horizon, index, doses);
            // A single dose has no interval of its own: the next phase's takes its place (a loading dose).
            if (phase.schedule().interval().isEmpty() && i + 1 < phases.size()) {
                next = next.plus(
                        phases.get(i + 1).schedule().interval().map(Span::days).orElse(Ratio.ZERO));
            }
            start = next;
        }
        doses.sort(Administration.ORDER);
        for (int i = 0; i < doses.size(); i++) {
            doses.set(i, doses.get(i).withNumber(i + 1));
        }
        return doses;
    }

    /// How many doses start before a time, or more: each phase as if it began at the start.
    ///
    /// @param horizon in days
    Ratio atMost(Ratio horizon) {
        Ratio sum = Ratio.ZERO;
        for (Phase phase : phases) {
            sum = sum.plus(atMost(phase, horizon));
        }
        return sum;
    }

    private static Ratio atMost(Phase phase, Ratio horizon) {
        Ratio end = end(phase, Ratio.ZERO)
                .filter(each -> each.compareTo(horizon) < 0)
                .orElse(horizon);
        return switch (phase.schedule()) {
            case Schedule.At(List<Span> times) -> Ratio.of(times.size());
            case Schedule.Cycles cycles ->
                cycles(cycles, end).times(cycles.days().size());
        };
    }

    /// Cycles within a time, or those that are asked for where they are fewer.
    private static Ratio cycles(Schedule.Cycles schedule, Ratio days) {
        Optional<Ratio> asked = schedule.count().stream().mapToObj(Ratio::of).findFirst();
        Optional<Ratio> fit = schedule.interval().map(each -> days.over(each.days()));
        if (fit.isEmpty()) {
            return Ratio.of(1);
        }
        return asked.filter(each -> each.compareTo(fit.get()) < 0).orElse(fit.get());
    }

    /// Adds a phase's doses and gives the time at which the phase after it starts.
    private Ratio expand(Phase phase, Ratio start, Ratio horizon, int index, List<Administration> doses) {
        return switch (phase.schedule()) {
            case Schedule.At(List<Span> times) -> {
                for (Span time : times) {
                    if (time.days().compareTo(horizon) < 0) {
                        add(phase, phase.given(), time.days(), index, doses);
                    }
                }
                yield times.getLast().days();
            }
            case Schedule.Cycles cycles -> expand(phase, cycles, start, horizon, index, doses);
        };
    }

    private Ratio expand(
            Phase phase, Schedule.Cycles cycles, Ratio start, Ratio horizon, int index, List<Administration> doses) {
        Optional<Ratio> end = end(phase, start);
        checkCount(cycles, end, start, horizon);
        Dose dose = phase.given();
        Ratio cycleStart = start;
        for (int cycle = 0; ; cycle++) {
            if (cycles.interval().isEmpty() && cycle == 1) {
                return start.plus(Ratio.of(cycles.days().getLast() - 1));
            }
            boolean over = cycle == cycles.count().orElse(-1);
            if (over || end.isPresent() && cycleStart.compareTo(end.get()) >= 0 || cycleStart.compareTo(horizon) >= 0) {
                return cycleStart;
            }
            for (int day : cycles.days()) {
                Ratio time = cycleStart.plus(Ratio.of(day - 1));
                if (time.compareTo(horizon) < 0 && (end.isEmpty() || time.compareTo(end.get()) < 0)) {
                    add(phase, dose, time, index, doses);
                }
            }
            cycleStart = cycleStart.plus(cycles.interval().map(Span::days).orElse(Ratio.ZERO));
        }
    }

    private static Optional<Ratio> end(Phase phase, Ratio start) {
        Optional<Ratio> until = phase.until().map(Span::days);
        Optional<Ratio> lasting = phase.lasting().map(span -> start.plus(span.days()));
        return until.isPresent() && lasting.isPresent()
                ? Optional.of(until.get().compareTo(lasting.get()) < 0 ? until.get() : lasting.get())
                : until.or(() -> lasting);
    }

    /// Refuses before anything is expanded what would come to too many doses.
    private void checkCount(Schedule.Cycles schedule, Optional<Ratio> end, Ratio start, Ratio horizon) {
        if (schedule.interval().isEmpty()) {
            return;
        }
        Ratio last = end.filter(e -> e.compareTo(horizon) < 0).orElse(horizon);
        Ratio cycles = cycles(schedule, last.minus(start));
        if (cycles.times(schedule.days().size()).compareTo(Ratio.of(MOST_DOSES)) > 0) {
            throw new InvalidInputException(
                    Problem.of("regimen \"" + this + "\"", "has more than " + MOST_DOSES + " doses within the study"));
        }
    }

    private void add(Phase phase, Dose dose, Ratio time, int index, List<Administration> doses) {
        doses.add(new Administration(
                time, drug, dose, phase.duration(), phase.route(), index, doses.size() + 1, phase.untilProgression()));
    }

    /// Whether it ends by itself.
    public boolean isFinite() {
        return phases.getLast().isFinite();
    }

    /// As [RegimenText] reads it: `nivolumab 3 mg/kg IV over 60 min q2w x 26`.
    @Override
    public String toString() {
        String name = drug.chars().anyMatch(c -> Character.isWhitespace(c) || c == '+') || startsWithNumber(drug)
                ? "\"" + drug + "\""
                : drug;
        return name + " " + phases.stream().map(Phase::toString).collect(Collectors.joining(" then "));
    }

    private static boolean startsWithNumber(String name) {
        return !name.isEmpty() && (Character.isDigit(name.charAt(0)) || name.charAt(0) == '.');
    }
}
