package org.immunarium.trial.observation;

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
        double[] all = observation.visits().times(duration);
        visits = Arrays.copyOfRange(all, 1, all.length);
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
        int looks = past.count();
        double[] times = new double[looks + 1];
        double[][] diameters = new double[lesions][looks + 1];
        for (int i = 0; i < looks; i++) {
            times[i] = past.time(i);
            for (int lesion = 0; lesion < lesions; lesion++) {
                diameters[lesion][i] = MILLIMETRES * past.value(lesion, i);
            }
        }
        times[looks] = time;
        for (int lesion = 0; lesion < lesions; lesion++) {
            diameters[lesion][looks] = MILLIMETRES * present[lesion];
        }
        Observation.Seen seen = observation.of(patient, times, diameters);
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

    /// What was seen of the patient in the end.
    ///
    /// @param times  of the looks that were made
    /// @param values what was recorded, `[column][look]`
    public Observation.Seen seen(double[] times, double[][] values) {
        double[][] diameters = new double[lesions][times.length];
        for (int lesion = 0; lesion < lesions; lesion++) {
            for (int i = 0; i < times.length; i++) {
                diameters[lesion][i] = MILLIMETRES * values[lesion][i];
            }
        }
        return observation.of(patient, times, diameters);
    }
}
