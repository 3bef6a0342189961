package org.immunarium.numerics.inference.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.random.Distribution;
import org.immunarium.numerics.random.Uniform;

/// Parameters that are independent of each other, each with its distribution: where points of the unit cube lie
/// in it.
///
/// @param distributions one a parameter, at least one
public record ParameterSpace(List<Distribution> distributions) {

    public ParameterSpace {
        distributions = List.copyOf(distributions);
        if (distributions.isEmpty()) {
            throw new IllegalArgumentException("a space without parameters");
        }
    }

    /// Every parameter equally likely everywhere between its ends.
    public static ParameterSpace box(double[] lower, double[] upper) {
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(lower.length + " lower and " + upper.length + " upper ends");
        }
        List<Distribution> sides = new ArrayList<>();
        for (int i = 0; i < lower.length; i++) {
            sides.add(new Uniform(lower[i], upper[i]));
        }
        return new ParameterSpace(sides);
    }

    /// How many parameters there are.
    public int dimensions() {
        return distributions.size();
    }

    /// The parameters at a point of the unit cube: quantiles.
    public double[] at(double[] unit) {
        if (unit.length != dimensions()) {
            throw new IllegalArgumentException(unit.length + " coordinates of " + dimensions() + " parameters");
        }
        double[] point = new double[unit.length];
        for (int i = 0; i < unit.length; i++) {
            point[i] = distributions.get(i).quantile(unit[i]);
        }
        return point;
    }

    /// [#at] of each of several points.
    public double[][] at(double[][] units) {
        return Arrays.stream(units).map(this::at).toArray(double[][]::new);
    }
}
