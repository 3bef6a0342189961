package org.immunarium.therapy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.immunarium.units.Ratio;
import org.immunarium.units.UnitException;

/// What has been read of a phase; says so when something is given twice or does not go together.
final class PhaseDraft {

    private final Consumer<String> problems;
    private Optional<Route> route = Optional.empty();
    private Optional<Span> over = Optional.empty();
    private Optional<Span> every = Optional.empty();
    private Optional<List<Integer>> days = Optional.empty();
    private Optional<List<Span>> times = Optional.empty();
    private Optional<Integer> count = Optional.empty();
    private Optional<Span> from = Optional.empty();
    private Optional<Span> until = Optional.empty();
    private Optional<Span> lasting = Optional.empty();
    private boolean untilProgression;
    private boolean once;
    private boolean bolus;
    private boolean infusion;

    PhaseDraft(Consumer<String> problems) {
        this.problems = problems;
    }

    void route(Route value) {
        route.ifPresent(before -> problems.accept(
                "the route is given twice, as " + before.abbreviation() + " and as " + value.abbreviation()));
        route = Optional.of(value);
    }

    void over(Span value) {
        over = set("the duration", over, value);
    }

    void every(Span value) {
        if (every.isPresent()) {
            problems.accept("two intervals are given, every " + every.get() + " and every " + value
                    + " (doses on days of a longer cycle are written d1-5 q3w)");
        }
        every = Optional.of(value);
    }

    void days(List<Integer> value) {
        days = set("the days", days, value);
    }

    void times(List<Span> value) {
        times = set("the times", times, value);
    }

    void count(int value) {
        count = set("the number of doses", count, value);
    }

    void from(Span value) {
        from = set("the start", from, value);
    }

    void until(Span value) {
        until = set("the end", until, value);
    }

    void lasting(Span value) {
        lasting = set("how long it goes on", lasting, value);
    }

    void untilProgression() {
        untilProgression = true;
    }

    void once() {
        once = true;
    }

    void bolus() {
        bolus = true;
    }

    void infusion() {
        infusion = true;
    }

    private <T> Optional<T> set(String what, Optional<T> before, T value) {
        if (before.isPresent()) {
            problems.accept(what + " is given twice, as " + before.get() + " and as " + value);
        }
        return Optional.of(value);
    }

    /// The phase, where route and duration that are not written are those of the phase before.
    Optional<Phase> build(Dose dose, List<Phase> before, boolean more) {
        Optional<Phase> last = before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
        Optional<Span> duration = over.or(() -> bolus ? Optional.empty() : last.flatMap(Phase::over));
        check(dose, duration, more);
        if (count.isPresent() && every.isEmpty()
                || days.isPresent() && daysBeyond()
                || times.isPresent() && (hasSchedule() || !Schedule.At.areRising(times.get()))) {
            return Optional.empty();
        }
        Schedule schedule = times.<Schedule>map(Schedule.At::new)
                .orElseGet(() -> new Schedule.Cycles(
                        days.orElse(List.of(1)),
                        every,
                        count.map(OptionalInt::of).orElse(OptionalInt.empty())));
        return Optional.of(new Phase(
                dose,
                route.or(() -> last.map(Phase::route)).orElse(Route.UNSPECIFIED),
                duration,
                schedule,
                from,
                until,
                lasting,
                untilProgression));
    }

    private void check(Dose dose, Optional<Span> duration, boolean more) {
        if (dose.isRate() && duration.isPresent()) {
            try {
                dose.over(duration.get().days());
            } catch (UnitException e) {
                problems.accept("the rate " + dose + " over " + duration.get() + " comes to " + e.reason());
            }
        }
        if (dose.isRate() && duration.isEmpty()) {
            problems.accept("the rate " + dose + " needs a duration, as in over 28 d");
        }
        if (infusion && duration.isEmpty()) {
            problems.accept("an infusion needs a duration, as in over 60 min");
        }
        if (bolus && over.isPresent()) {
            problems.accept("a bolus is given at once, but over " + over.get() + " is written");
        }
        if (once && (every.isPresent() || count.isPresent())) {
            problems.accept("once is given together with an interval or a number of doses");
        }
        times.ifPresent(this::checkTimes);
        if (count.isPresent() && every.isEmpty() && times.isEmpty()) {
            problems.accept("x " + count.get() + " needs an interval, as in q2w x " + count.get());
        }
        if (lasting.isPresent() && every.isEmpty() && times.isEmpty()) {
            problems.accept("for " + lasting.get() + " needs an interval, as in q2w for " + lasting.get()
                    + " (an infusion's duration is written over)");
        }
        if (more && every.isPresent() && count.isEmpty() && until.isEmpty() && lasting.isEmpty()) {
            problems.accept("what comes before then never ends: say how many doses (x 4), for or until");
        }
        if (days.isPresent() && daysBeyond()) {
            problems.accept("day " + days.get().getLast() + " is beyond a cycle of " + every.orElse(Span.ZERO));
        }
        if (from.isPresent()
                && until.isPresent()
                && until.get().days().compareTo(from.get().days()) <= 0) {
            problems.accept("until " + until.get() + " is not after from " + from.get());
        }
    }

    private void checkTimes(List<Span> given) {
        String written = new Schedule.At(given.subList(0, 1)).toString() + (given.size() > 1 ? ", …" : "");
        if (!Schedule.At.areRising(given)) {
            problems.accept("the times after \"at\" do not rise, expected each once and in order, as in at 0 d, 8 d");
        }
        if (hasSchedule()) {
            problems.accept("\"" + written + "\" says when each dose is given; an interval, days, a number of doses,"
                    + " from, until, for and once do not go with it");
        }
    }

    /// Whether something beside times says when doses are given.
    private boolean hasSchedule() {
        return every.isPresent()
                || days.isPresent()
                || count.isPresent()
                || from.isPresent()
                || until.isPresent()
                || lasting.isPresent()
                || once;
    }

    private boolean daysBeyond() {
        return every.isPresent()
                && days.isPresent()
                && every.get().days().compareTo(Ratio.of(days.get().getLast() - 1)) <= 0;
    }
}
