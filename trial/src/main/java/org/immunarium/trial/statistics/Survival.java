package org.immunarium.trial.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How long each of some patients was followed, and whether it ended with the event.
///
/// @param times  above 0, or 0, in one unit
/// @param events whether the event happened then; else the patient was censored
public record Survival(double[] times, boolean[] events) {

    /// @throws IllegalArgumentException if there are no patients, as many times as events are not there, or a
    ///     time is negative or not finite
    public Survival {
        if (times.length == 0 || times.length != events.length) {
            throw new IllegalArgumentException(times.length + " times and " + events.length + " events");
        }
        for (double time : times) {
            if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a time of " + time);
            }
        }
        times = times.clone();
        events = events.clone();
    }

    /// How many patients.
    public int size() {
        return times.length;
    }

    /// Patients in order of their times; those at one time in the order in which they are here.
    int[] order() {
        return IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> times[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Some of the patients.
    ///
    /// @param which places, each once
    public Survival only(int[] which) {
        boolean[] happened = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            happened[i] = events[which[i]];
        }
        return new Survival(Arrays.stream(which).mapToDouble(i -> times[i]).toArray(), happened);
    }

    /// How many events.
    public int eventCount() {
        int count = 0;
        for (boolean event : events) {
            count += event ? 1 : 0;
        }
        return count;
    }
}
