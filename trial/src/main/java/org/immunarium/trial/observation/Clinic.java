package org.immunarium.trial.observation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.immunarium.equations.simulation.Controller;
import org.immunarium.equations.simulation.Decision;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Recorded;

/// Looks at one patient at each visit: stops treatment for progression, gives what comes after it, and ends the course
/// of who has died or left.
///
/// The first columns of what is recorded are the diameters of all lesions, in cm, at [Observation#looks].
public final class Clinic implements Controller {

    private static final double MILLIMETRES = 10;

    private final Observation observation;
    private final long patient;
    private final int lesions;
    private final StopRule rule;
    private final DoubleFunction<List<Intervention>> after;
    private final double[] visits;
    /// Diameters at the visits so far, in mm.
    private final List<double[]> measured = new ArrayList<>();

    private Optional<Double> stopped = Optional.empty();

    /// @param lesions  how many
    /// @param duration of the longest follow-up, in d
    /// @param after    what is given from the time of stopping on, all that is due then and later
    public Clinic(
            Observation observation,
            long patient,
            int lesions,
            double duration,
            StopRule rule,
            DoubleFunction<List<Intervention>> after) {
        this.observation = observation;
        this.patient = patient;
        this.lesions = lesions;
        this.rule = rule;
        this.after = after;
        visits = observation.visits().times(observation.seed(), patient, duration);
    }

    /// When doses that are given until progression ended; empty where they did not.
    public Optional<Double> stopped() {
        return stopped;
    }

    @Override
    public double[] times() {
        return visits.clone();
    }

    @Override
    public Decision decide(double time, double[] present, Recorded past) {
        measured.add(Arrays.stream(present, 0, lesions)
                .map(each -> MILLIMETRES * each)
                .toArray());
        double[] times = new double[past.count()];
        double[][] values = new double[lesions][times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = past.time(i);
            for (int lesion = 0; lesion < lesions; lesion++) {
                values[lesion][i] = past.value(lesion, i);
            }
        }
        Observation.Seen seen = seen(times, values);
        if (seen.until() <= time) {
            return Decision.END;
        }
        if (stopped.isEmpty()) {
            stopped = rule.stops(seen.visits());
            if (stopped.isPresent()) {
                return new Decision.Give(after.apply(time));
            }
        }
        return Decision.GO_ON;
    }

    /// What was seen of the patient so far, or in the end.
    ///
    /// @param looks  that were made
    /// @param values what was recorded, `[column][look]`
    public Observation.Seen seen(double[] looks, double[][] values) {
        double[] sums = new double[looks.length];
        double[] scanned = new double[1 + measured.size()];
        double[][] diameters = new double[lesions][scanned.length];
        System.arraycopy(visits, 0, scanned, 1, measured.size());
        for (int lesion = 0; lesion < lesions; lesion++) {
            for (int i = 0; i < looks.length; i++) {
                sums[i] += MILLIMETRES * values[lesion][i];
            }
            diameters[lesion][0] = MILLIMETRES * values[lesion][0];
            for (int i = 0; i < measured.size(); i++) {
                diameters[lesion][1 + i] = measured.get(i)[lesion];
            }
        }
        return observation.of(patient, Course.of(looks, sums, scanned, diameters));
    }
}
