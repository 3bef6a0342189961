package org.immunarium.benchmarks.trials;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.trial.statistics.Estimate;

/// An arm of a virtual trial, and a thousand trials of the real one's size whose patients are drawn of it, with
/// replacement: what chance makes of one trial.
///
/// Values are those of all simulated patients; intervals hold 95 % of the trials that were drawn. They are not how
/// well the values are known, and say nothing of how right the model is. The same bits come of any number of
/// threads.
///
/// @param patients as simulated
/// @param size     how many the real trial has in this arm
/// @param place    of the arm in its trial: no two arms are drawn with the same random numbers
record ResampledArm(List<SimulatedPatient> patients, int size, int place) {

    /// How many trials are drawn.
    static final int TRIALS = 1000;

    private static final long SEED = 1;
    private static final double TAIL = 0.025;

    ResampledArm {
        patients = List.copyOf(patients);
    }

    /// The patients of one trial.
    List<SimulatedPatient> draw(int trial) {
        RandomStream random = new RandomStream(SEED, place, trial, Purpose.RESAMPLING);
        return IntStream.range(0, size)
                .mapToObj(_ -> patients.get(random.nextInt(patients.size())))
                .toList();
    }

    /// Several quantities of the arm, with their intervals.
    ///
    /// @param quantities of some patients; NaN for what is above all others, as a median that is not reached
    Estimate[] estimates(Function<List<SimulatedPatient>, double[]> quantities) {
        double[] values = quantities.apply(patients);
        double[][] drawn = IntStream.range(0, TRIALS)
                .parallel()
                .mapToObj(trial -> quantities.apply(draw(trial)))
                .toArray(double[][]::new);
        Estimate[] estimates = new Estimate[values.length];
        Arrays.setAll(
                estimates,
                i -> estimate(
                        values[i], Arrays.stream(drawn).mapToDouble(of -> of[i]).toArray()));
        return estimates;
    }

    /// A quantity of this arm and another.
    Estimate estimate(ResampledArm other, ToDoubleBiFunction<List<SimulatedPatient>, List<SimulatedPatient>> quantity) {
        double[] drawn = IntStream.range(0, TRIALS)
                .parallel()
                .mapToDouble(trial -> quantity.applyAsDouble(draw(trial), other.draw(trial)))
                .toArray();
        return estimate(quantity.applyAsDouble(patients, other.patients), drawn);
    }

    /// NaN is sorted last.
    private static Estimate estimate(double value, double[] drawn) {
        double[] sorted = Arrays.stream(drawn).sorted().toArray();
        int below = (int) (TAIL * sorted.length);
        return new Estimate(value, sorted[below], sorted[sorted.length - 1 - below]);
    }
}
