package org.immunarium.numerics.inference.fitting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// How far a parameter can be from its best value when all others make up for it as well as they can, and the
/// interval where the likelihood is still high enough:
///
///     { p : min over the others of (-log L) <= -log L(best) + z^2 / 2 }
///
/// with z the normal quantile of the confidence; z^2 is that of chi-squared with one degree of freedom. The
/// interval has its confidence as data grow many, whatever parameter is used in place of p, and its end is open
/// where the data do not bound the parameter (Raue et al. 2009, doi 10.1093/bioinformatics/btp358; Venzon and
/// Moolgavkar 1988, doi 10.2307/2347496).
///
/// Cost: for each end a walk of some ten searches, each begun where the one before ended.
///
/// @param <F>        the negative logarithm of a likelihood
/// @param search of the other parameters
/// @param rise   how much the negative logarithm may rise within an interval, above 0
public record ProfileLikelihood<F extends Objective>(F objective, Bounds bounds, LocalSearch<F> search, double rise) {

    /// Of an end, as a part of the rise that bounds the interval.
    private static final double ACCURACY = 1e-4;

    private static final int MOST_SEARCHES = 60;

    /// The first step, as a part of the parameter's width; each further is twice as long.
    private static final double FIRST_STEP = 1e-4;

    public ProfileLikelihood {
        if (!(rise > 0 && rise <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a rise of " + rise + ", not above 0");
        }
    }

    /// Profiles whose intervals have a confidence as data grow many: the rise is half of the quantile of
    /// chi-squared with one degree of freedom.
    ///
    /// @param confidence between 0 and 1, such as 0.95
    public static <F extends Objective> ProfileLikelihood<F> ofConfidence(
            F objective, Bounds bounds, LocalSearch<F> search, double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence of " + confidence + ", not between 0 and 1");
        }
        double z = new Normal(0, 1).quantileFromAbove((1 - confidence) / 2);
        return new ProfileLikelihood<>(objective, bounds, search, z * z / 2);
    }

    /// A value of the parameter, with the others that suit it best.
    public record Point(double value, Minimum best) {}

    /// What the data tell of a parameter.
    ///
    /// @param low      the lower end; the bound where [#lowOpen]
    /// @param high     the upper end; the bound where [#highOpen]
    /// @param lowOpen  whether the parameter can go down to its bound
    /// @param highOpen whether it can go up to its bound
    /// @param points   of the profile, by ascending value
    public record Profile(double low, double high, boolean lowOpen, boolean highOpen, List<Point> points) {

        /// The lowest point: lower than the best that it began with where that was no minimum.
        public Point lowest() {
            return points.stream()
                    .min(Comparator.comparingDouble(each -> each.best().value()))
                    .orElseThrow();
        }
    }

    /// The profile of a parameter.
    ///
    /// @param best the minimum of the objective over all parameters
    /// @throws IllegalArgumentException if the objective is not finite there
    public Profile of(int parameter, Minimum best) {
        if (!Double.isFinite(best.value())) {
            throw new IllegalArgumentException("a profile around a value of " + best.value());
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(best.parameters().get(parameter), best));
        double low = end(parameter, bounds.lower().get(parameter), best, points);
        double high = end(parameter, bounds.upper().get(parameter), best, points);
        points.sort(Comparator.comparingDouble(Point::value));
        return new Profile(
                Double.isNaN(low) ? bounds.lower().get(parameter) : low,
                Double.isNaN(high) ? bounds.upper().get(parameter) : high,
                Double.isNaN(low),
                Double.isNaN(high),
                points);
    }

    /// Where the profile crosses the limit on the way from the best to a bound; NaN where it does not. Walks
    /// outwards in steps that double, then narrows the last one.
    private double end(int parameter, double bound, Minimum best, List<Point> points) {
        double inside = best.parameters().get(parameter);
        double riseInside = 0;
        double outside = Double.NaN;
        double riseOutside = Double.NaN;
        Minimum near = best;
        double step = FIRST_STEP * bounds.width(parameter);
        for (int searches = 0; searches < MOST_SEARCHES; searches++) {
            boolean walks = Double.isNaN(outside);
            if (walks && inside == bound) {
                return Double.NaN;
            }
            double value = walks
                    ? Math.clamp(bound, inside - step, inside + step)
                    : inside + (outside - inside) * share(riseInside, riseOutside, searches);
            near = search.minimum(
                    objective,
                    bounds.fixing(parameter, value),
                    moved(near, parameter, value),
                    new RandomStream(searches, 0, parameter, Purpose.SEARCH));
            points.add(new Point(value, near));
            double risen = near.value() - best.value();
            if (Math.abs(risen - rise) <= ACCURACY * rise) {
                return value;
            }
            if (risen < rise) {
                inside = value;
                riseInside = risen;
                step *= 2;
            } else {
                outside = value;
                riseOutside = risen;
            }
        }
        return inside;
    }

    /// Where between inside and outside the limit is, if the root of the rise grows evenly, as that of a
    /// parabola does. Every third time the middle, lest one side stays where it is for long.
    private double share(double riseInside, double riseOutside, int searches) {
        if (searches % 3 == 2 || !Double.isFinite(riseOutside)) {
            return 0.5;
        }
        double low = Math.sqrt(Math.max(0, riseInside));
        double high = Math.sqrt(riseOutside);
        return Math.clamp((Math.sqrt(rise) - low) / (high - low), 0.01, 0.99);
    }

    private static double[] moved(Minimum from, int parameter, double value) {
        double[] start = from.point();
        start[parameter] = value;
        return start;
    }
}
