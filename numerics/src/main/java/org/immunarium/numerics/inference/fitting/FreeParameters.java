package org.immunarium.numerics.inference.fitting;

import java.util.stream.IntStream;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.sampling.Bounds;

/// The parameters that are not fixed, as numbers without bounds, for searches that know none:
///
///     x = lower + (upper - lower) (1 + sin u) / 2
///
/// The way back takes u from -pi/2 to pi/2. A minimum on a bound is one in the middle of u, too (James and Roos
/// 1975, doi 10.1016/0010-4655(75)90039-9).
final class FreeParameters {

    /// Part of the width that a start keeps from its bounds: at a bound nothing changes with u.
    private static final double MARGIN = 1e-3;

    private final Bounds bounds;
    private final double[] fixed;
    private final int[] free;

    FreeParameters(Bounds bounds) {
        this.bounds = bounds;
        fixed = bounds.at(new double[bounds.size()]);
        free = IntStream.range(0, bounds.size())
                .filter(i -> bounds.width(i) > 0)
                .toArray();
    }

    int count() {
        return free.length;
    }

    /// All parameters.
    double[] bounded(double[] unbounded) {
        double[] parameters = fixed.clone();
        for (int i = 0; i < free.length; i++) {
            double lower = bounds.lower().get(free[i]);
            double share = 0.5 + 0.5 * ElementaryFunctions.sin(unbounded[i]);
            parameters[free[i]] = Math.clamp(
                    Math.fma(share, bounds.width(free[i]), lower),
                    lower,
                    bounds.upper().get(free[i]));
        }
        return parameters;
    }

    /// Where a search begins that is to begin at some parameters, or near them where they are at a bound.
    double[] unbounded(double[] parameters) {
        double[] unbounded = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            double share = (parameters[free[i]] - bounds.lower().get(free[i])) / bounds.width(free[i]);
            unbounded[i] = ElementaryFunctions.asin(2 * Math.clamp(share, MARGIN, 1 - MARGIN) - 1);
        }
        return unbounded;
    }

    /// All parameters, of the unit cube of the free ones.
    double[] ofUnit(double[] unit) {
        double[] parameters = fixed.clone();
        for (int i = 0; i < free.length; i++) {
            double lower = bounds.lower().get(free[i]);
            parameters[free[i]] = Math.clamp(
                    Math.fma(unit[i], bounds.width(free[i]), lower),
                    lower,
                    bounds.upper().get(free[i]));
        }
        return parameters;
    }

    /// The free ones in their unit cube.
    double[] unit(double[] parameters) {
        double[] unit = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            unit[i] = Math.clamp((parameters[free[i]] - bounds.lower().get(free[i])) / bounds.width(free[i]), 0, 1);
        }
        return unit;
    }
}
