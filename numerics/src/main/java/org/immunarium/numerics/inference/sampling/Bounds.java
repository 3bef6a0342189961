package org.immunarium.numerics.inference.sampling;

import java.util.List;
import java.util.stream.IntStream;

/// Between which values parameters lie, both ends included. One whose ends are the same is fixed.
///
/// @param lower finite
/// @param upper finite, not below `lower`
public record Bounds(List<Double> lower, List<Double> upper) {

    public Bounds {
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
        if (lower.size() != upper.size() || lower.isEmpty()) {
            throw new IllegalArgumentException(lower.size() + " lower and " + upper.size() + " upper bounds");
        }
        for (int i = 0; i < lower.size(); i++) {
            double width = upper.get(i) - lower.get(i);
            if (!(width >= 0) || Double.isInfinite(width)) {
                throw new IllegalArgumentException(
                        "bounds " + lower.get(i) + " and " + upper.get(i) + "; two finite ones in order were expected");
            }
        }
    }

    /// The same bounds for each of several parameters.
    public static Bounds cube(int parameters, double lower, double upper) {
        return new Bounds(
                IntStream.range(0, parameters).mapToObj(_ -> lower).toList(),
                IntStream.range(0, parameters).mapToObj(_ -> upper).toList());
    }

    /// How many parameters there are.
    public int size() {
        return lower.size();
    }

    /// Upper less lower.
    public double width(int parameter) {
        return upper.get(parameter) - lower.get(parameter);
    }

    /// Whether parameters are within them.
    public boolean hold(double[] parameters) {
        return IntStream.range(0, size()).allMatch(i -> lower.get(i) <= parameters[i] && parameters[i] <= upper.get(i));
    }

    /// The same with one parameter fixed.
    public Bounds fixing(int parameter, double value) {
        return new Bounds(replaced(lower, parameter, value), replaced(upper, parameter, value));
    }

    private static List<Double> replaced(List<Double> values, int place, double value) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> i == place ? Double.valueOf(value) : values.get(i))
                .toList();
    }

    /// The parameters at a point of the unit cube.
    public double[] at(double[] unit) {
        double[] parameters = new double[size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Math.clamp(Math.fma(unit[i], width(i), lower.get(i)), lower.get(i), upper.get(i));
        }
        return parameters;
    }
}
