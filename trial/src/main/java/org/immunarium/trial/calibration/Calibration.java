package org.immunarium.trial.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.immunarium.numerics.inference.fitting.Minimum;
import org.immunarium.numerics.inference.fitting.NelderMead;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Makes arms of virtual trials do as real ones did: by how often each plausible patient is met ([Prevalence]),
/// and by hazards that are not the tumour's own ([Hazards]).
///
/// Hazards are searched for by a simplex; for each that is tried, the best weights are found.
public final class Calibration {

    private static final double TOLERANCE = 1e-4;

    private final List<List<PlausibleLives>> courses;
    private final List<Aim> aims;
    private final int groups;
    private final double smoothness;
    private final Function<double[], List<Hazards>> hazards;

    /// @param courses    of all plausible patients, by therapy
    /// @param aims       arms of real trials
    /// @param groups     how many groups of patients there are
    /// @param smoothness from 0 on: the more, the more patients stay in play
    /// @param hazards    of each setting, from the numbers that are searched for
    public Calibration(
            List<List<PlausibleLives>> courses,
            List<Aim> aims,
            int groups,
            double smoothness,
            Function<double[], List<Hazards>> hazards) {
        this.courses = courses.stream().map(List::copyOf).toList();
        this.aims = List.copyOf(aims);
        this.groups = groups;
        this.smoothness = smoothness;
        this.hazards = hazards;
    }

    /// What was found.
    ///
    /// @param numbers   of the hazards
    /// @param weights   `[group][patient]`, each group's sum to 1
    /// @param simulated `[aim][point]`, of all targets of the aim one after the other
    /// @param loss      what was minimised
    /// @param converged whether the search came to an end
    public record Found(double[] numbers, double[][] weights, double[][] simulated, double loss, boolean converged) {

        /// As how many patients of equal weight those of a group count (Kish 1965).
        public double effective(int group) {
            return 1 / Arrays.stream(weights[group]).map(w -> w * w).sum();
        }
    }

    private int patients() {
        return courses.getFirst().size();
    }

    /// Searches.
    ///
    /// @param bounds of the hazards' numbers
    /// @param start  within them
    /// @param most   how many hazards are tried
    /// @param watch  is told of each
    public Found fitted(Bounds bounds, double[] start, int most, long seed, DoubleConsumer watch) {
        double[][] warm = {new double[groups * patients()]};
        double[] best = {Double.POSITIVE_INFINITY};
        Minimum minimum = new NelderMead(most, TOLERANCE)
                .minimum(
                        numbers -> {
                            Minimum weights = prevalence(numbers).fitted(warm[0]);
                            if (weights.value() < best[0]) {
                                best[0] = weights.value();
                                warm[0] = weights.point();
                            }
                            watch.accept(best[0]);
                            return weights.value();
                        },
                        bounds,
                        start,
                        new RandomStream(seed, 0, 0, Purpose.SEARCH));
        return at(minimum.point(), minimum.converged());
    }

    /// The best weights for some hazards, from equal ones on: what is found does not depend on the search before.
    private Found at(double[] numbers, boolean converged) {
        Prevalence prevalence = prevalence(numbers);
        Minimum minimum = prevalence.fitted(new double[groups * patients()]);
        double[][] weights = IntStream.range(0, groups)
                .mapToObj(g -> prevalence.weights(minimum.point(), g))
                .toArray(double[][]::new);
        double[][] simulated = IntStream.range(0, aims.size())
                .mapToObj(a -> prevalence.simulated(a, weights))
                .toArray(double[][]::new);
        return new Found(numbers, weights, simulated, minimum.value(), converged && minimum.converged());
    }

    private Prevalence prevalence(double[] numbers) {
        List<Hazards> settings = hazards.apply(numbers);
        List<Expected> expected = new ArrayList<>();
        for (Aim aim : aims) {
            expected.add(Expected.of(aim, courses.get(aim.course()), settings.get(aim.setting())));
        }
        return new Prevalence(aims, expected, groups, patients(), smoothness);
    }
}
