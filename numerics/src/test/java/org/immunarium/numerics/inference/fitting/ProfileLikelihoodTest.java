package org.immunarium.numerics.inference.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.fitting.ProfileLikelihood.Point;
import org.immunarium.numerics.inference.fitting.ProfileLikelihood.Profile;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

final class ProfileLikelihoodTest {

    private static final LevenbergMarquardt SQUARES = new LevenbergMarquardt(200, 1e-12, 1e-7);
    private static final RandomStream RANDOM = new RandomStream(1, 0, 0, Purpose.SEARCH);

    private static <F extends Objective> Profile profile(
            F objective, LocalSearch<F> search, Bounds bounds, int parameter, double... start) {
        return ProfileLikelihood.ofConfidence(objective, bounds, search, 0.95)
                .of(parameter, search.minimum(objective, bounds, start, RANDOM));
    }

    /// A straight line through five points with errors of 1: the interval of the slope is that of textbooks,
    /// 1.959964 divided by the root of the squares of x around their mean.
    @Test
    void ofALineItIsTheTextbooksInterval() {
        double[] y = {1.2, 1.9, 4.1, 3.7, 6.3};
        LeastSquares line = new LeastSquares(p -> {
            double[] residuals = new double[5];
            for (int i = 0; i < 5; i++) {
                residuals[i] = p[0] + p[1] * i - y[i];
            }
            return residuals;
        });
        Profile slope = profile(line, SQUARES, Bounds.cube(2, -20, 20), 1, 0, 0);
        assertThat(slope.low()).isCloseTo(1.2 - 1.959964 / Math.sqrt(10), within(1e-3));
        assertThat(slope.high()).isCloseTo(1.2 + 1.959964 / Math.sqrt(10), within(1e-3));
        assertThat(slope.points()).isSortedAccordingTo(java.util.Comparator.comparingDouble(Point::value));
        assertThat(slope.lowest().value()).isCloseTo(1.2, within(1e-5));
    }

    /// n = 10 deaths in 40 years: -log L = 40 r - 10 log r. Its interval is not symmetric; the ends solve
    /// 40 r - 10 log r = that at 0.25, plus 1.920729.
    @Test
    void ofARateItIsNotSymmetric() {
        Objective deaths = p -> 40 * p[0] - 10 * ElementaryFunctions.log(p[0]);
        Profile rate = profile(deaths, new NelderMead(2000, 1e-12), Bounds.cube(1, 1e-3, 2), 0, 0.7);
        double limit = deaths.at(new double[] {0.25}) + 1.920729;
        assertThat(deaths.at(new double[] {rate.low()})).isCloseTo(limit, within(1e-3));
        assertThat(deaths.at(new double[] {rate.high()})).isCloseTo(limit, within(1e-3));
        assertThat(rate.low()).isCloseTo(0.1257, within(1e-3));
        assertThat(rate.high()).isCloseTo(0.4385, within(1e-3));
        assertThat(rate.points()).hasSizeLessThan(50);
    }

    @Test
    void whatOnlyAProductTellsIsOpen() {
        LeastSquares product = new LeastSquares(p -> new double[] {10 * (p[0] * p[1] - 1), 0.1 * (p[2] - 1)});
        Bounds bounds = Bounds.cube(3, 0.1, 10);
        Profile factor = profile(product, SQUARES, bounds, 0, 2, 0.7, 3);
        assertThat(factor.lowOpen()).isTrue();
        assertThat(factor.highOpen()).isTrue();
        assertThat(factor.low()).isEqualTo(0.1);
        Profile other = profile(product, SQUARES, bounds.fixing(0, 1), 1, 1, 0.7, 3);
        assertThat(other.lowOpen()).isFalse();
        assertThat(other.high()).isCloseTo(1.1959964, within(1e-3));
    }

    @Test
    void aProfileAroundNoMinimumIsRefused() {
        Minimum none = Minimum.of(new double[] {0.5}, Double.POSITIVE_INFINITY, 1, false);
        Objective flat = _ -> 0;
        ProfileLikelihood<Objective> profile =
                ProfileLikelihood.ofConfidence(flat, Bounds.cube(1, 0, 1), new NelderMead(10, 1e-6), 0.95);
        assertThatThrownBy(() -> profile.of(0, none)).hasMessageContaining("Infinity");
        assertThatThrownBy(
                        () -> ProfileLikelihood.ofConfidence(flat, Bounds.cube(1, 0, 1), new NelderMead(10, 1e-6), 95))
                .hasMessageContaining("a confidence of 95");
    }
}
