package org.immunarium.numerics.functions;

import java.math.BigInteger;
import org.hipparchus.util.FastMath;

/// Every function that a formula can name, with the same bits on every machine.
///
/// exp, log and pow are [Exponential]'s. The rest is Hipparchus' `FastMath`, plain Java arithmetic
/// and tables (it calls nothing transcendental of `java.lang.Math`), within 1 ulp where it says so.
/// Angles are in radians. Outside a function's domain the answer is NaN; nothing here throws.
public final class ElementaryFunctions {

    /// The factorials that a double can hold: 0! to 170!, each rounded once.
    private static final double[] FACTORIALS = factorials();

    private ElementaryFunctions() {}

    public static double exp(double x) {
        return Exponential.exp(x);
    }

    /// The natural logarithm.
    public static double log(double x) {
        return Exponential.log(x);
    }

    public static double pow(double x, double y) {
        return Exponential.pow(x, y);
    }

    /// x to an integer power; see [Exponential#powInt].
    public static double powInt(double x, int n) {
        return Exponential.powInt(x, n);
    }

    /// e^x - 1, accurate near zero.
    public static double expm1(double x) {
        return FastMath.expm1(x);
    }

    /// log(1 + x), accurate near zero.
    public static double log1p(double x) {
        return FastMath.log1p(x);
    }

    /// The decimal logarithm, exact at powers of ten.
    public static double log10(double x) {
        return FastMath.log10(x);
    }

    /// The logarithm to a base. Base 10 is [#log10], base e [#log].
    public static double log(double base, double x) {
        return base == 10 ? log10(x) : base == Math.E ? log(x) : log(x) / log(base);
    }

    /// The n-th root: NaN for a negative x unless n is an odd integer.
    public static double root(double n, double x) {
        if (n == 2) {
            return Math.sqrt(x);
        }
        if (n == 3) {
            return FastMath.cbrt(x);
        }
        boolean odd = Math.abs(n % 2) == 1;
        return x < 0 && odd ? -pow(-x, 1 / n) : pow(x, 1 / n);
    }

    public static double sin(double x) {
        return FastMath.sin(x);
    }

    public static double cos(double x) {
        return FastMath.cos(x);
    }

    public static double tan(double x) {
        return FastMath.tan(x);
    }

    public static double sec(double x) {
        return 1 / FastMath.cos(x);
    }

    public static double csc(double x) {
        return 1 / FastMath.sin(x);
    }

    public static double cot(double x) {
        return 1 / FastMath.tan(x);
    }

    public static double asin(double x) {
        return FastMath.asin(x);
    }

    public static double acos(double x) {
        return FastMath.acos(x);
    }

    public static double atan(double x) {
        return FastMath.atan(x);
    }

    /// The angle of the point (x, y), from -pi to pi.
    public static double atan2(double y, double x) {
        return FastMath.atan2(y, x);
    }

    public static double asec(double x) {
        return FastMath.acos(1 / x);
    }

    public static double acsc(double x) {
        return FastMath.asin(1 / x);
    }

    /// The inverse cotangent between -pi/2 and pi/2, pi/2 at zero.
    public static double acot(double x) {
        return FastMath.atan(1 / x);
    }

    public static double sinh(double x) {
        return FastMath.sinh(x);
    }

    public static double cosh(double x) {
        return FastMath.cosh(x);
    }

    public static double tanh(double x) {
        return FastMath.tanh(x);
    }

    public static double sech(double x) {
        return 1 / FastMath.cosh(x);
    }

    public static double csch(double x) {
        return 1 / FastMath.sinh(x);
    }

    public static double coth(double x) {
        return 1 / FastMath.tanh(x);
    }

    public static double asinh(double x) {
        return FastMath.asinh(x);
    }

    public static double acosh(double x) {
        return FastMath.acosh(x);
    }

    public static double atanh(double x) {
        return FastMath.atanh(x);
    }

    public static double asech(double x) {
        return FastMath.acosh(1 / x);
    }

    public static double acsch(double x) {
        return FastMath.asinh(1 / x);
    }

    public static double acoth(double x) {
        return FastMath.atanh(1 / x);
    }

    /// n! for an integer n from 0, correctly rounded; infinite above 170, NaN for anything that is
    /// negative or no integer.
    public static double factorial(double n) {
        if (!(n >= 0) || n != Math.rint(n)) {
            return Double.NaN;
        }
        return n < FACTORIALS.length ? FACTORIALS[(int) n] : Double.POSITIVE_INFINITY;
    }

    private static double[] factorials() {
        double[] rounded = new double[171];
        BigInteger exact = BigInteger.ONE;
        rounded[0] = 1;
        for (int n = 1; n < rounded.length; n++) {
            exact = exact.multiply(BigInteger.valueOf(n));
            rounded[n] = exact.doubleValue();
        }
        return rounded;
    }
}
