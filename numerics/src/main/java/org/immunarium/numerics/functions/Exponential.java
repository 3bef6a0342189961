package org.immunarium.numerics.functions;

import static java.lang.Math.fma;

/// exp, log and pow as polynomials in `fma`: pure functions of their arguments' bits, on every
/// machine.
///
/// | function | largest error | where |
/// |---|---|---|
/// | [#exp] | 0.8 ulp | everywhere; 1 ulp where the result is subnormal |
/// | [#log] | 0.9 ulp | everywhere |
/// | [#pow] | 0.8 ulp | everywhere; 1 ulp where the result is subnormal |
///
/// The bounds are tested against 60-digit references. [VectorExponential] evaluates the same
/// operations in the same order on vectors and gives the same bits.
///
/// A machine needs a fused multiply-add (x86-64 since 2013, every 64-bit Arm): without one
/// `Math.fma` gives the same bits but some hundred times slower.
///
/// *Method.* exp: x = k ln 2 + r with |r| <= ln 2 / 2, then 1 + r + r² q(r), q of degree 10. log: x
/// = 2^k m with m between the roots of 1/2 and 2, s = (m - 1) / (m + 1), then the odd series of 2
/// artanh s (Muller, *Elementary Functions*, 3rd ed., chapters 5 and 11). pow: the same series
/// carried in two doubles to a relative error below 2^-64, so that y log x is known to a small part
/// of an ulp of the result. The polynomials are minimax (Remez) for the relative error of the
/// function, rounded to doubles: exp 2^-63, log 2^-59, the series in pow 2^-66.
public final class Exponential {

    static final double LOG2_E = 0x1.71547652b82fep+0;
    static final double LN2 = 0x1.62e42fefa39efp-1;
    static final double LN2_REST = 0x1.abc9e3b39803fp-56;

    /// ln 2 in 41 bits, so that its product with an exponent is exact, and what is missing.
    static final double LN2_SHORT = 0x1.62e42fefa3000p-1;

    static final double LN2_SHORT_REST = 0x1.3de6af278ece6p-42;

    /// Adding and taking it away again rounds to an integer, which is left in the low bits of the sum.
    static final double ROUNDER = 0x1.8p52;

    static final double TWO_52 = 0x1p52;
    static final long TWO_52_BITS = 0x433L << 52;
    static final long ONE_BITS = 0x3ffL << 52;
    static final long ROOT_HALF_BITS = 0x3fe6a09e667f3bcdL;
    static final long MANTISSA_BITS = (1L << 52) - 1;

    /// The largest |x| for which 2^k and exp(x) are normal numbers.
    static final double EXP_LIMIT = 708;

    /// (exp(r) - 1 - r) / r², lowest power first.
    static final double E0 = 0.5;

    static final double E1 = 0x1.555555555555ap-3;
    static final double E2 = 0x1.5555555555530p-5;
    static final double E3 = 0x1.111111110efbcp-7;
    static final double E4 = 0x1.6c16c16c27019p-10;
    static final double E5 = 0x1.a01a01b26bd3dp-13;
    static final double E6 = 0x1.a01a0152711ebp-16;
    static final double E7 = 0x1.71ddf2691d694p-19;
    static final double E8 = 0x1.27e58cfed6ab3p-22;
    static final double E9 = 0x1.af686d8d2eb56p-26;
    static final double E10 = 0x1.1e670e91c62e0p-29;

    /// (2 artanh s - 2 s) / s³ in powers of s², lowest first.
    static final double L0 = 0x1.5555555555592p-1;

    static final double L1 = 0x1.999999997fd37p-2;
    static final double L2 = 0x1.24924941f8d10p-2;
    static final double L3 = 0x1.c71c5202b35dcp-3;
    static final double L4 = 0x1.7466405bc9cecp-3;
    static final double L5 = 0x1.39a19338c4466p-3;
    static final double L6 = 0x1.2f070577f82b1p-3;

    /// (2 artanh s - 2 s - 2/3 s³) / s⁵ in powers of s², lowest first.
    static final double P0 = 0x1.9999999999b30p-2;

    static final double P1 = 0x1.2492492457caap-2;
    static final double P2 = 0x1.c71c722d76d78p-3;
    static final double P3 = 0x1.745ce9dd6885cp-3;
    static final double P4 = 0x1.3b1eed2b8233bp-3;
    static final double P5 = 0x1.0f7fce19892b9p-3;
    static final double P6 = 0x1.0e43b6b7a4635p-3;
    static final double TWO_THIRDS = 0x1.5555555555555p-1;
    static final double TWO_THIRDS_REST = 0x1.5555555555555p-55;

    private Exponential() {}

    /// e to the power x; +0 below -745.13, infinite above 709.78, NaN for NaN.
    public static double exp(double x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            return extremeExp(x, 0);
        }
        double shifted = fma(x, LOG2_E, ROUNDER);
        double k = shifted - ROUNDER;
        double r = fma(k, -LN2_REST, fma(k, -LN2, x));
        return expOfReduced(r, 0) * powerOfTwo(shifted);
    }

    /// exp(x + rest) where exp(x) may leave the range of normal numbers: the power of two is
    /// applied in two halves.
    private static double extremeExp(double x, double rest) {
        if (x > 710) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < -746) {
            return 0;
        }
        double k = fma(x, LOG2_E, ROUNDER) - ROUNDER;
        double half = fma(k, 0.5, ROUNDER);
        double otherHalf = (k - (half - ROUNDER)) + ROUNDER;
        double whole = fma(k, -LN2, x);
        double tail = fma(k, -LN2_REST, rest);
        double r = whole + tail;
        return expOfReduced(r, (whole - r) + tail) * powerOfTwo(half) * powerOfTwo(otherHalf);
    }

    /// exp(r + rest) for |r| <= 0.35 and a rest below an ulp of r.
    private static double expOfReduced(double r, double rest) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = fma(fma(E3, r, E2), r2, fma(E1, r, E0));
        double middle = fma(fma(E7, r, E6), r2, fma(E5, r, E4));
        double high = fma(E10, r2, fma(E9, r, E8));
        double q = fma(high, r4 * r4, fma(middle, r4, low));
        double sum = 1 + r;
        return sum + fma(r2, q, fma(rest, sum, (1 - sum) + r));
    }

    /// 2^k for a k that was rounded by adding [#ROUNDER].
    private static double powerOfTwo(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE_BITS);
    }

    /// The natural logarithm; minus infinity at zero, NaN below it.
    public static double log(double x) {
        if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
            return logOfNormal(x, 0);
        }
        if (x > 0) {
            return x < 1 ? logOfNormal(x * 0x1p54, -54) : x;
        }
        return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }

    /// log(x 2^shift) for a normal x.
    private static double logOfNormal(double x, double shift) {
        long bits = Double.doubleToRawLongBits(x) + (ONE_BITS - ROOT_HALF_BITS);
        double k = Double.longBitsToDouble((bits >>> 52) | TWO_52_BITS) - (TWO_52 + 1023) + shift;
        double f = Double.longBitsToDouble((bits & MANTISSA_BITS) + ROOT_HALF_BITS) - 1;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double q = fma(fma(fma(L6, w, fma(L5, z, L4)), w, fma(L3, z, L2)), w, fma(L1, z, L0));
        double halfSquare = 0.5 * f * f;
        double correction = fma(s, fma(z, q, halfSquare), fma(k, LN2_SHORT_REST, -halfSquare));
        double kLn2 = k * LN2_SHORT;
        double sum = kLn2 + f;
        return sum + (((kLn2 - sum) + f) + correction);
    }

    /// x to the power y, with the special cases of IEEE 754-2019 (C's `pow`): 1 where y is 0 or x
    /// is 1, whatever the other is, and where x is -1 and y infinite; NaN where x is negative and
    /// finite and y finite but no integer.
    ///
    /// `Math.pow` differs in one thing: 1 to an infinite or undefined power and -1 to an infinite
    /// are NaN there.
    public static double pow(double x, double y) {
        if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE && Math.abs(y) <= 0x1p100) {
            return powOfNormal(x, 0, y);
        }
        return specialPow(x, y);
    }

    /// (x 2^shift)^y for a normal, positive x and |y| <= 2^100.
    private static double powOfNormal(double x, double shift, double y) {
        long bits = Double.doubleToRawLongBits(x) + (ONE_BITS - ROOT_HALF_BITS);
        double k = Double.longBitsToDouble((bits >>> 52) | TWO_52_BITS) - (TWO_52 + 1023) + shift;
        double m = Double.longBitsToDouble((bits & MANTISSA_BITS) + ROOT_HALF_BITS);

        // s = (m - 1) / (m + 1) in two doubles
        double f = m - 1;
        double d = m + 1;
        double inverse = 1 / d;
        double s = f * inverse;
        double sRest = fma(-s, (1 - d) + m, fma(-s, d, f)) * inverse;

        // z = s², w = s³, q = 2/3 + z p(z)
        double z = s * s;
        double zRest = fma(s + s, sRest, fma(s, s, -z));
        double w = s * z;
        double wRest = fma(s, zRest, fma(sRest, z, fma(s, z, -w)));
        double z2 = z * z;
        double p = z * fma(fma(fma(P6, z2, fma(P5, z, P4)), z2, fma(P3, z, P2)), z2, fma(P1, z, P0));
        double q = TWO_THIRDS + p;
        double qRest = ((TWO_THIRDS - q) + p) + TWO_THIRDS_REST;
        double t = w * q;
        double tRest = fma(w, qRest, fma(wRest, q, fma(w, q, -t)));

        // log x = k ln 2 + 2 s + w q
        double kLn2 = k * LN2_SHORT;
        double sum = fma(2, s, kLn2);
        double sumRest = fma(2, s, kLn2 - sum);
        double high = sum + t;
        double low = ((sum - high) + t) + (sumRest + (fma(2, sRest, tRest) + k * LN2_SHORT_REST));

        // y log x
        double e = high * y;
        double eRest = fma(low, y, fma(high, y, -e));
        if (!(Math.abs(e) <= EXP_LIMIT)) {
            return extremeExp(e, eRest);
        }
        double shifted = fma(e, LOG2_E, ROUNDER);
        double n = shifted - ROUNDER;
        double whole = fma(n, -LN2, e);
        double tail = fma(n, -LN2_REST, eRest);
        double r = whole + tail;
        return expOfReduced(r, (whole - r) + tail) * powerOfTwo(shifted);
    }

    private static double specialPow(double x, double y) {
        if (y == 0 || x == 1) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        double size = Math.abs(x);
        boolean negative = Double.doubleToRawLongBits(x) < 0;
        boolean integer = Math.rint(y) == y;
        if (negative && !integer && size != 0 && size <= Double.MAX_VALUE) {
            return Double.NaN;
        }
        double magnitude = powOfSize(size, y);
        boolean odd = integer && Math.abs(y) < 0x1p53 && Math.rint(y * 0.5) != y * 0.5;
        return negative && odd ? -magnitude : magnitude;
    }

    /// size^y for a size that is not negative; neither is NaN, and y is not zero.
    private static double powOfSize(double size, double y) {
        if (size == 1) {
            return 1;
        }
        if (size == 0 || size > Double.MAX_VALUE || Math.abs(y) > 0x1p100) {
            return size > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        return size < Double.MIN_NORMAL ? powOfNormal(size * 0x1p54, -54, y) : powOfNormal(size, 0, y);
    }

    /// x to an integer power: products in a fixed order up to |n| = 4 (at most 2 ulp while neither
    /// the result nor its inverse is subnormal), [#pow] beyond.
    public static double powInt(double x, int n) {
        return switch (n) {
            case 0 -> 1;
            case 1 -> x;
            case 2 -> x * x;
            case 3 -> x * x * x;
            case 4 -> (x * x) * (x * x);
            case -1 -> 1 / x;
            case -2 -> 1 / (x * x);
            case -3 -> 1 / (x * x * x);
            case -4 -> 1 / ((x * x) * (x * x));
            default -> pow(x, n);
        };
    }
}
