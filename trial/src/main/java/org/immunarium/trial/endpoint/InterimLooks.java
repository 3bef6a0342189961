package org.immunarium.trial.endpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.immunarium.patient.response.Assessment;
import org.immunarium.patient.response.Response;
import org.immunarium.trial.endpoint.Outcome.TimeTo;
import org.immunarium.trial.statistics.GroupSequential;
import org.immunarium.trial.statistics.LogRank;
import org.immunarium.trial.statistics.Survival;

/// Looks at a trial while it goes on: at each, what would have been known on that day, and whether the arm was
/// so much better than the control that the trial could have been stopped.
///
/// A look comes when a share of all events of the two arms has happened. What is known then: who had come in,
/// events until then; who had none is censored then, or at the last visit before. Nothing of the patients'
/// treatment changes.
///
/// @param looks in the order of time, the last at the end
public record InterimLooks(List<Look> looks) {

    public InterimLooks {
        looks = List.copyOf(looks);
    }

    /// One of them.
    ///
    /// @param information share of all events, from 0 to 1
    /// @param day         since the trial opened
    /// @param events      so far, in both arms
    /// @param z           of the log-rank test: standard normal if nothing differs, above 0 where the arm does
    ///                    better; NaN where no event tells the arms apart
    /// @param boundary    from which on the trial could be stopped
    public record Look(double information, double day, int events, double z, double boundary) {

        /// Whether the trial could be stopped.
        public boolean isCrossed() {
            return z >= boundary;
        }
    }

    /// The first at which the trial could be stopped.
    public Optional<Look> stopped() {
        return looks.stream().filter(Look::isCrossed).findFirst();
    }

    /// Looks at an arm beside the control.
    ///
    /// @param endpoint that every patient has
    /// @param entry    of a patient, in d since the trial opened
    /// @param level    of the test at all looks together, one-sided
    /// @param shares   of events at looks before the last, rising, each above 0 and below 1
    /// @return empty where there are fewer events than looks
    public static <P extends Participant> Optional<InterimLooks> of(
            Endpoint endpoint,
            Collection<P> arm,
            Collection<P> control,
            ToDoubleFunction<P> entry,
            double level,
            double... shares) {
        List<Known<P>> patients = new ArrayList<>();
        arm.forEach(each -> patients.add(new Known<>(each, endpoint, entry.applyAsDouble(each), 1)));
        control.forEach(each -> patients.add(new Known<>(each, endpoint, entry.applyAsDouble(each), 0)));
        double[] days = patients.stream()
                .filter(each -> each.time().event())
                .mapToDouble(each -> each.entry() + each.time().time())
                .sorted()
                .toArray();
        int[] counts = Arrays.stream(shares)
                .mapToInt(share -> (int) Math.ceil(share * days.length))
                .toArray();
        int[] all = Arrays.copyOf(counts, counts.length + 1);
        all[counts.length] = days.length;
        for (int i = 0; i < all.length; i++) {
            if (all[i] < 1 || i > 0 && all[i] <= all[i - 1]) {
                return Optional.empty();
            }
        }
        GroupSequential design = GroupSequential.of(
                level,
                Arrays.stream(all)
                        .mapToDouble(count -> (double) count / days.length)
                        .toArray());
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            // All is known in the end, also of whom nothing happened to after the last event.
            double day = i == all.length - 1 ? Double.POSITIVE_INFINITY : days[all[i] - 1];
            looks.add(new Look(
                    design.information()[i], days[all[i] - 1], all[i], z(patients, day), design.boundaries()[i]));
        }
        return Optional.of(new InterimLooks(looks));
    }

    private static <P extends Participant> double z(List<Known<P>> patients, double day) {
        List<Known<P>> there =
                patients.stream().filter(each -> each.entry() < day).toList();
        List<TimeTo> times = there.stream().map(each -> each.until(day)).toList();
        boolean[] events = new boolean[times.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = times.get(i).event();
        }
        int[] groups = there.stream().mapToInt(Known::group).toArray();
        if (Arrays.stream(groups).distinct().count() < 2) {
            return Double.NaN;
        }
        LogRank test = LogRank.of(
                new Survival(times.stream().mapToDouble(TimeTo::time).toArray(), events),
                groups,
                there.stream().mapToInt(each -> each.patient().stratum()).toArray());
        double variance = test.variance()[1][1];
        return variance > 0 ? (test.expected()[1] - test.observed()[1]) / Math.sqrt(variance) : Double.NaN;
    }

    /// A patient, with the time to the event as it is known in the end.
    ///
    /// @param entry in d since the trial opened
    /// @param group 1 of the arm, 0 of the control
    private record Known<P extends Participant>(P patient, Endpoint endpoint, double entry, int group) {

        TimeTo time() {
            return endpoint.of(patient.outcome()).orElseThrow();
        }

        /// As it is known on a day.
        TimeTo until(double day) {
            TimeTo time = time();
            if (entry + time.time() <= day) {
                return time;
            }
            double followed = day - entry;
            return new TimeTo(
                    endpoint == Endpoint.OVERALL_SURVIVAL
                            ? followed
                            : patient.outcome().assessments().stream()
                                    .filter(each ->
                                            each.visit().time() <= followed && each.overall() != Response.NOT_EVALUABLE)
                                    .map(Assessment::visit)
                                    .mapToDouble(visit -> visit.time())
                                    .max()
                                    .orElse(0),
                    false);
        }
    }
}
