package org.immunarium.trial.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.immunarium.patient.response.Visit;

/// How a trial looks at its patients: all that chance adds to a patient's course follows from the seed and the
/// patient's number, so that it is the same in whichever arm.
///
/// @param visits     when lesions are measured
/// @param followUp   when patients come and leave
/// @param death      why they die
/// @param newLesions lesions besides those of the model; empty for none
public record Observation(
        long seed, VisitPlan visits, FollowUp followUp, DeathHazard death, Optional<NewLesions> newLesions) {

    /// Between visits patients are looked at for side effects and the risk to die, every so many days.
    private static final double LOOKS = 7;

    /// What is seen of a patient.
    ///
    /// @param visits that were made, baseline first
    /// @param death  when; infinite where it is not known
    /// @param end    of follow-up for any other reason
    public record Seen(List<Visit> visits, double death, double end) {

        public Seen {
            visits = List.copyOf(visits);
        }

        /// When nothing more is seen.
        public double until() {
            return Math.min(death, end);
        }
    }

    /// All times at which a patient is looked at: visits, every week, and the end.
    ///
    /// @param duration of the longest follow-up, in d
    public double[] looks(double duration) {
        int looks = (int) Math.floor(duration / LOOKS);
        DoubleStream weeks = IntStream.rangeClosed(0, looks).mapToDouble(i -> i * LOOKS);
        DoubleStream scans = Arrays.stream(visits.times(duration));
        return DoubleStream.concat(DoubleStream.concat(scans, weeks), DoubleStream.of(duration))
                .sorted()
                .distinct()
                .toArray();
    }

    /// What is seen of a patient until the last of some looks.
    ///
    /// @param times     the first of [#looks], one at least
    /// @param diameters as they are, in mm, `[lesion][look]`
    public Seen of(long patient, double[] times, double[][] diameters) {
        double[] sums = new double[times.length];
        for (double[] lesion : diameters) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += lesion[i];
            }
        }
        double died = death.death(seed, patient, times, sums);
        double end = followUp.end(seed, patient);
        double until = Math.min(died, end);
        double another = newLesions
                .map(each -> each.first(seed, patient, times, sums))
                .orElse(Double.POSITIVE_INFINITY);
        double[] made = visits.times(Math.min(times[times.length - 1], until));
        int[] rows = Arrays.stream(made)
                .mapToInt(time -> Arrays.binarySearch(times, time))
                .toArray();
        double[][] at = Arrays.stream(diameters)
                .map(row -> Arrays.stream(rows).mapToDouble(i -> row[i]).toArray())
                .toArray(double[][]::new);
        List<Visit> seen = visits.visits(seed, patient, made, at).stream()
                .map(visit -> visit.time() >= another ? visit.withNewLesion() : visit)
                .toList();
        return new Seen(seen, died, end);
    }
}
