package org.immunarium.trial.statistics;

import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Normal;

/// How large a statistic has to be at each look at a trial, so that all looks together are wrong as seldom as one.
///
/// The error that may be made until a look is spent by how much is known then, as O'Brien and Fleming would: hardly
/// any at first. Looks need not be equally far apart. Nothing is stopped for futility.
///
/// *Equation*: with the information t from 0 to 1 and the quantile z of the normal distribution, of which the share
/// `level / 2` is above, as much is spent until t as
///
///     2 (1 - Phi(z / t^(1/2)))
///
/// and the boundary of a look is where the probability to cross it and none before is what is spent since the last.
///
/// *Source*: Lan and DeMets 1983, doi 10.1093/biomet/70.3.659; the integrals over the statistic of one look
/// after the other as in Armitage, McPherson and Rowe 1969, doi 10.2307/2343787, here by Simpson's rule, within
/// 1e-6.
///
/// @param information at each look, as a share of that at the last, 1
/// @param boundaries  of the standard normal statistic
/// @param spent       of the level until each look
public record GroupSequential(double[] information, double[] boundaries, double[] spent) {

    private static final Normal NORMAL = new Normal(0, 1);

    /// Below this nothing of the statistic is looked at: 1 in 1e15.
    private static final double LOWEST = -8;

    private static final double HIGHEST = 10;
    private static final int INTERVALS = 400;
    private static final int HALVINGS = 60;
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    /// Boundaries of looks.
    ///
    /// @param level       that is spent in all, one-sided, such as 0.025
    /// @param information at each look, rising to 1
    /// @throws IllegalArgumentException if it does not rise from above 0 to 1
    public static GroupSequential of(double level, double... information) {
        double before = 0;
        for (double each : information) {
            if (!(each > before)) {
                throw new IllegalArgumentException("information that rises from above 0 to 1 was expected");
            }
            before = each;
        }
        if (before != 1 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("information of 1 at the last look and a level between 0 and 1 were"
                    + " expected; found " + before + " and " + level);
        }
        double[] boundaries = new double[information.length];
        double[] spent = new double[information.length];
        double z = NORMAL.quantileFromAbove(level / 2);
        Density density = Density.FIRST;
        for (int look = 0; look < information.length; look++) {
            spent[look] = 2 * NORMAL.above(z / Math.sqrt(information[look]));
            double left = look == 0 ? spent[0] : spent[look] - spent[look - 1];
            boundaries[look] = boundary(density, information[look], left);
            density = density.next(information[look], boundaries[look]);
        }
        return new GroupSequential(information.clone(), boundaries, spent);
    }

    private static double boundary(Density density, double information, double probability) {
        double low = LOWEST;
        double high = HIGHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (density.above(information, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /// Of the statistic at a look where no boundary was crossed so far, on a grid up to its boundary.
    ///
    /// @param information at that look, 0 before the first
    /// @param at          values of the statistic
    /// @param mass        the density there times the weight of the rule
    private record Density(double information, double[] at, double[] mass) {

        /// Before the first look nothing is known.
        static final Density FIRST = new Density(0, new double[] {0}, new double[] {1});

        /// The probability that the statistic of the next look is above something.
        double above(double next, double boundary) {
            double spread = Math.sqrt(next - information);
            double sum = 0;
            for (int i = 0; i < at.length; i++) {
                sum += mass[i] * NORMAL.above((boundary * Math.sqrt(next) - at[i] * Math.sqrt(information)) / spread);
            }
            return sum;
        }

        /// That of the next look.
        Density next(double next, double boundary) {
            double spread = Math.sqrt(next - information);
            double step = (boundary - LOWEST) / INTERVALS;
            double[] there = new double[INTERVALS + 1];
            double[] masses = new double[INTERVALS + 1];
            for (int i = 0; i <= INTERVALS; i++) {
                there[i] = LOWEST + i * step;
                double sum = 0;
                for (int j = 0; j < at.length; j++) {
                    double z = (there[i] * Math.sqrt(next) - at[j] * Math.sqrt(information)) / spread;
                    sum += mass[j] * Exponential.exp(-0.5 * z * z) / ROOT_TWO_PI;
                }
                int weight = i == 0 || i == INTERVALS ? 1 : i % 2 == 1 ? 4 : 2;
                masses[i] = weight * step / 3 * sum * Math.sqrt(next) / spread;
            }
            return new Density(next, there, masses);
        }
    }
}
