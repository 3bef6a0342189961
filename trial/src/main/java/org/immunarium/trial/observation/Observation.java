package org.immunarium.trial.observation;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.immunarium.patient.response.Scans;
import org.immunarium.patient.response.Visit;

/// How a trial looks at its patients: all that chance adds to a patient's course follows from the seed and the
/// patient's number, so that it is the same in whichever arm.
///
/// @param visits     when lesions are measured
/// @param followUp   when patients come and leave
/// @param death      why they die
/// @param newLesions lesions besides those of the model; empty for none
/// @param newFrom    the diameter from which on a lesion of the model that was not seen at baseline is a new one,
///                   in mm
public record Observation(
        long seed,
        VisitPlan visits,
        FollowUp followUp,
        DeathHazard death,
        Optional<NewLesions> newLesions,
        double newFrom) {

    /// Of patients with a tumour that is measured, in whom [Scans#NEW] says what a new lesion is.
    public Observation(
            long seed, VisitPlan visits, FollowUp followUp, DeathHazard death, Optional<NewLesions> newLesions) {
        this(seed, visits, followUp, death, newLesions, Scans.NEW);
    }

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

    /// The times at which every patient is looked at: the start, every week, and the end.
    ///
    /// @param duration of the longest follow-up, in d
    public static double[] looks(double duration) {
        int looks = (int) Math.floor(duration / LOOKS);
        return DoubleStream.concat(
                        IntStream.rangeClosed(0, looks).mapToDouble(i -> i * LOOKS), DoubleStream.of(duration))
                .distinct()
                .toArray();
    }

    /// What is seen of a patient until now.
    ///
    /// @param course of the lesions until now
    public Seen of(long patient, Course course) {
        double died = death.death(seed, patient, course.times(), course.sums());
        double end = followUp.end(seed, patient);
        double until = Math.min(died, end);
        double another = newLesions
                .map(each -> each.first(seed, patient, course.times(), course.sums()))
                .orElse(Double.POSITIVE_INFINITY);
        List<Visit> seen = visits.visits(seed, patient, course.scanned(), course.diameters(), newFrom).stream()
                .filter(visit -> visit.time() <= until)
                .map(visit -> visit.time() >= another ? visit.withNewLesion() : visit)
                .toList();
        return new Seen(seen, died, end);
    }
}
