package org.immunarium.units;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// An exact fraction: what unit factors, exponents and dose times are counted in, so that nothing drifts.
///
/// Always in lowest terms with a positive denominator, so equal values are equal objects.
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

    public static final Ratio ZERO = of(0);
    public static final Ratio ONE = of(1);

    /// Digits kept where a root is not a fraction.
    private static final int ROOT_DIGITS = 40;

    /// @throws ArithmeticException if the denominator is zero
    public Ratio {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a fraction with denominator 0");
        }
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Ratio of(long value) {
        return new Ratio(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Ratio of(BigDecimal value) {
        return value.scale() >= 0
                ? new Ratio(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Ratio(value.unscaledValue().multiply(BigInteger.TEN.pow(-value.scale())), BigInteger.ONE);
    }

    /// The decimal that a number prints as: 0.1 is one tenth, not the binary fraction nearest to it.
    ///
    /// @throws ArithmeticException if the value is not finite
    public static Ratio ofDecimal(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException(value + " is not a fraction");
        }
        return of(BigDecimal.valueOf(value));
    }

    /// The simplest fraction within a relative 1e-12 of a number, so that 0.333333333333333 is a third.
    ///
    /// @throws ArithmeticException if the value is not finite
    public static Ratio nearest(double value) {
        Ratio exact = ofDecimal(value);
        double tolerance = 1e-12 * Math.abs(value);
        // Convergents of the continued fraction: h/k.
        BigInteger h = BigInteger.ONE;
        BigInteger k = BigInteger.ZERO;
        BigInteger hBefore = BigInteger.ZERO;
        BigInteger kBefore = BigInteger.ONE;
        Ratio rest = exact;
        while (true) {
            BigInteger whole = rest.floor();
            BigInteger hNext = whole.multiply(h).add(hBefore);
            BigInteger kNext = whole.multiply(k).add(kBefore);
            hBefore = h;
            kBefore = k;
            h = hNext;
            k = kNext;
            Ratio convergent = new Ratio(h, k);
            Ratio fraction = rest.minus(new Ratio(whole, BigInteger.ONE));
            if (fraction.signum() == 0 || Math.abs(convergent.minus(exact).doubleValue()) <= tolerance) {
                return convergent;
            }
            rest = ONE.over(fraction);
        }
    }

    /// 10 to a whole power.
    public static Ratio powerOfTen(int exponent) {
        return of(10).pow(exponent);
    }

    public Ratio plus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Ratio minus(Ratio other) {
        return plus(other.negated());
    }

    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Ratio times(long other) {
        return times(of(other));
    }

    /// @throws ArithmeticException if the other is zero
    public Ratio over(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Ratio negated() {
        return new Ratio(numerator.negate(), denominator);
    }

    /// A whole power.
    ///
    /// @throws ArithmeticException for a negative power of zero
    public Ratio pow(int exponent) {
        return exponent >= 0
                ? new Ratio(numerator.pow(exponent), denominator.pow(exponent))
                : new Ratio(denominator.pow(-exponent), numerator.pow(-exponent));
    }

    /// A power, exact where the result is a fraction, else correct to 40 digits.
    ///
    /// @throws ArithmeticException for a root of a negative number, or a negative power of zero
    public Ratio pow(Ratio exponent) {
        int degree = exponent.denominator.intValueExact();
        Ratio power = pow(exponent.numerator.intValueExact());
        if (degree == 1 || power.signum() == 0) {
            return power;
        }
        if (power.signum() < 0) {
            throw new ArithmeticException("a root of the negative number " + power);
        }
        BigInteger top = root(power.numerator, degree);
        BigInteger bottom = root(power.denominator, degree);
        if (top.pow(degree).equals(power.numerator) && bottom.pow(degree).equals(power.denominator)) {
            return new Ratio(top, bottom);
        }
        int magnitude = (power.denominator.bitLength() - power.numerator.bitLength()) / 3 / degree;
        int digits = ROOT_DIGITS + Math.max(0, magnitude);
        BigInteger scaled =
                power.numerator.multiply(BigInteger.TEN.pow(digits * degree)).divide(power.denominator);
        return new Ratio(root(scaled, degree), BigInteger.TEN.pow(digits));
    }

    /// The whole part of a root, by Newton's method from above.
    private static BigInteger root(BigInteger value, int degree) {
        if (value.signum() == 0) {
            return value;
        }
        BigInteger n = BigInteger.valueOf(degree);
        BigInteger guess = BigInteger.ONE.shiftLeft(value.bitLength() / degree + 1);
        while (true) {
            BigInteger next = guess.multiply(n.subtract(BigInteger.ONE))
                    .add(value.divide(guess.pow(degree - 1)))
                    .divide(n);
            if (next.compareTo(guess) >= 0) {
                return guess;
            }
            guess = next;
        }
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /// The largest whole number that is not larger.
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /// The nearest double.
    public double doubleValue() {
        if (isWhole()) {
            return numerator.doubleValue();
        }
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /// `3`, `2.5` where the decimals end within ten digits, else `1/3`.
    @Override
    public String toString() {
        if (isWhole()) {
            return numerator.toString();
        }
        BigDecimal decimal = new BigDecimal(numerator).divide(new BigDecimal(denominator), new MathContext(10));
        return of(decimal).equals(this) ? decimal.stripTrailingZeros().toPlainString() : numerator + "/" + denominator;
    }
}
