package org.immunarium.numerics.inference.sensitivity;

import java.util.Arrays;
import org.immunarium.numerics.functions.ElementaryFunctions;

/// Functions of the unit cube whose indices are known in closed form.
final class KnownFunctions {

    private KnownFunctions() {}

    /// Ishigami and Homma 1990 with a = 7, b = 0.1: sin x1 + a sin^2 x2 + b x3^4 sin x1, x from -pi to pi.
    static double ishigami(double[] unit) {
        double[] x = Arrays.stream(unit).map(u -> Math.PI * (2 * u - 1)).toArray();
        double sine = ElementaryFunctions.sin(x[1]);
        return ElementaryFunctions.sin(x[0]) * (1 + 0.1 * x[2] * x[2] * x[2] * x[2]) + 7 * sine * sine;
    }

    private static final double PI_4 = Math.PI * Math.PI * Math.PI * Math.PI;
    private static final double VARIANCE = 0.5 + 49.0 / 8 + 0.1 * PI_4 / 5 + 0.01 * PI_4 * PI_4 / 18;
    private static final double OF_FIRST = 0.5 * (1 + 0.1 * PI_4 / 5) * (1 + 0.1 * PI_4 / 5);
    private static final double TOGETHER = 0.01 * PI_4 * PI_4 * (1.0 / 18 - 1.0 / 50);

    static final double[] ISHIGAMI_FIRST = {OF_FIRST / VARIANCE, 49.0 / 8 / VARIANCE, 0};
    static final double[] ISHIGAMI_TOTAL = {(OF_FIRST + TOGETHER) / VARIANCE, 49.0 / 8 / VARIANCE, TOGETHER / VARIANCE};

    /// Sobol's g-function: the product of (|4 x - 2| + a) / (1 + a) (Saltelli and Sobol 1995).
    static double g(double[] unit, double[] a) {
        double product = 1;
        for (int i = 0; i < a.length; i++) {
            product *= (Math.abs(4 * unit[i] - 2) + a[i]) / (1 + a[i]);
        }
        return product;
    }

    static double gFirst(int i, double[] a) {
        return part(a[i]) / gVariance(a);
    }

    static double gTotal(int i, double[] a) {
        double product = part(a[i]);
        for (int j = 0; j < a.length; j++) {
            product *= j == i ? 1 : 1 + part(a[j]);
        }
        return product / gVariance(a);
    }

    private static double part(double a) {
        return 1 / (3 * (1 + a) * (1 + a));
    }

    private static double gVariance(double[] a) {
        return Arrays.stream(a).map(each -> 1 + part(each)).reduce(1, (x, y) -> x * y) - 1;
    }
}
