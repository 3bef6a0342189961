package org.immunarium.numerics.inference.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Elementary effects: how much an answer changes when one parameter alone moves by half of its range, from many
/// places.
///
/// The effect of parameter i at x is
///
///     d_i(x) = (f(x + h e_i) - f(x)) / h
///
/// with x in the unit cube and h = 1/2 or -1/2. Over all of them: `mu` is the mean (effects of both signs
/// cancel), `mu*` the mean of |d_i| (0: the parameter does nothing), `sigma` the standard deviation (0: the
/// effect is the same everywhere, so that the parameter acts linearly and by itself).
///
/// Effects come from trajectories: k + 1 points, each differing from the one before in one parameter, which come in
/// random order. Points lie in the middles of `levels` equal cells, so that none is at an end, where
/// distributions may have no finite quantile.
///
/// Cost: trajectories x (k + 1) evaluations. Morris 1991, doi 10.2307/1269043; `mu*`: Campolongo, Cariboni and
/// Saltelli 2007, doi 10.1016/j.envsoft.2006.10.004.
public final class Morris {

    private final int dimensions;
    private final double[][] points;

    /// For each trajectory, the parameter that each of its steps moves.
    private final int[][] moved;

    /// What a parameter does, in the unit of the answer for the parameter's whole range.
    ///
    /// @param effects how many there were
    public record Effects(Estimate mu, Estimate muStar, Estimate sigma, int effects) {}

    /// Lays trajectories.
    ///
    /// @param dimensions   parameters, at least 1
    /// @param trajectories at least 2
    /// @param levels       even, at least 2; 4 is usual
    /// @param seed         the same seed gives the same points
    public Morris(int dimensions, int trajectories, int levels, long seed) {
        if (dimensions < 1 || trajectories < 2 || levels < 2 || levels % 2 != 0) {
            throw new IllegalArgumentException(trajectories + " trajectories of " + dimensions + " parameters on "
                    + levels + " levels; at least 2 trajectories and an even number of levels were expected");
        }
        this.dimensions = dimensions;
        points = new double[trajectories * (dimensions + 1)][];
        moved = new int[trajectories][dimensions];
        for (int t = 0; t < trajectories; t++) {
            lay(t, levels, new RandomStream(seed, 0, t, Purpose.SAMPLING));
        }
    }

    private void lay(int t, int levels, RandomStream random) {
        double[] x = new double[dimensions];
        int[] order = moved[t];
        for (int i = 0; i < dimensions; i++) {
            x[i] = (random.nextInt(levels) + 0.5) / levels;
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        int first = t * (dimensions + 1);
        points[first] = x.clone();
        for (int step = 0; step < dimensions; step++) {
            x[order[step]] += x[order[step]] < 0.5 ? 0.5 : -0.5;
            points[first + step + 1] = x.clone();
        }
    }

    /// Where the model is to be evaluated.
    ///
    /// @return `[trajectories x (dimensions + 1)][dimensions]` in the unit cube
    public double[][] points() {
        return Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    }

    /// What each parameter does.
    ///
    /// @param answers   of the model at [#points]; what is not finite is left out with the effects that need it
    /// @param bootstrap over trajectories
    public List<Effects> effects(double[] answers, Bootstrap bootstrap) {
        if (answers.length != points.length) {
            throw new IllegalArgumentException(answers.length + " answers at " + points.length + " points");
        }
        List<Effects> effects = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            double[] own = effectsOf(i, answers);
            effects.add(new Effects(
                    bootstrap.of(own.length, members -> mean(own, members, d -> d)),
                    bootstrap.of(own.length, members -> mean(own, members, Math::abs)),
                    bootstrap.of(own.length, members -> deviation(own, members)),
                    own.length));
        }
        return effects;
    }

    private double[] effectsOf(int parameter, double[] answers) {
        double[] effects = new double[moved.length];
        int count = 0;
        for (int t = 0; t < moved.length; t++) {
            for (int step = 0; step < dimensions; step++) {
                if (moved[t][step] == parameter) {
                    int before = t * (dimensions + 1) + step;
                    double way = points[before + 1][parameter] - points[before][parameter];
                    double effect = (answers[before + 1] - answers[before]) / way;
                    if (Double.isFinite(effect)) {
                        effects[count++] = effect;
                    }
                }
            }
        }
        return Arrays.copyOf(effects, count);
    }

    private static double mean(double[] effects, int[] members, DoubleUnaryOperator what) {
        double sum = 0;
        for (int member : members) {
            sum += what.applyAsDouble(effects[member]);
        }
        return sum / members.length;
    }

    private static double deviation(double[] effects, int[] members) {
        double mean = mean(effects, members, d -> d);
        double variance = mean(effects, members, d -> (d - mean) * (d - mean));
        return Math.sqrt(variance * members.length / (members.length - 1));
    }
}
