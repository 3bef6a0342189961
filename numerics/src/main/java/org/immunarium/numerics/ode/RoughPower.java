package org.immunarium.numerics.ode;

/// Powers to four digits, for choosing step sizes: a tenth of the cost of exact ones, and the same bits everywhere.
final class RoughPower {

    private RoughPower() {}

    /// x to the power p, within 2e-4 of it; for x above zero and finite, and |p log2 x| below 1000.
    static double of(double x, double p) {
        int exponent = Math.getExponent(x);
        double mantissa = x * Math.scalb(1.0, -exponent);
        return powerOfTwo(p * (exponent + logarithmOfTwo(mantissa)));
    }

    /// log2 m for 1 <= m < 2, from the series of artanh((m - 1) / (m + 1)).
    private static double logarithmOfTwo(double m) {
        double z = (m - 1) / (m + 1);
        double square = z * z;
        double series = Math.fma(Math.fma(Math.fma(1.0 / 7, square, 1.0 / 5), square, 1.0 / 3), square, 1);
        return 2.885390081777927 * z * series;
    }

    /// 2^y, from the series of exp(f ln 2) for the rest f of the nearest integer.
    private static double powerOfTwo(double y) {
        double whole = Math.rint(y);
        double f = (y - whole) * 0.6931471805599453;
        double series = Math.fma(Math.fma(Math.fma(Math.fma(1.0 / 24, f, 1.0 / 6), f, 0.5), f, 1), f, 1);
        return Math.scalb(series, (int) whole);
    }
}
