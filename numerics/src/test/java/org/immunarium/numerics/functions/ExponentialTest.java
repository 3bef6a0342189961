package org.immunarium.numerics.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.dfp.DfpMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stated error bounds against 60-digit references (Hipparchus' Dfp), and the special cases of
/// IEEE 754-2019.
class ExponentialTest {

    private static final DfpField DIGITS = new DfpField(60);
    private static final int POINTS = 2_000;

    private final SplittableRandom random = new SplittableRandom(20261124);

    @Test
    void expIsWithinItsBoundOverItsWholeRange() {
        assertThat(worst(Exponential::exp, DfpMath::exp, () -> random.nextDouble(-708, 709.78)))
                .isLessThan(0.8);
        assertThat(worst(Exponential::exp, DfpMath::exp, () -> random.nextDouble(-1, 1)))
                .isLessThan(0.8);
        assertThat(worst(Exponential::exp, DfpMath::exp, () -> signed(Math.scalb(1.0, random.nextInt(-60, 0)))))
                .isLessThan(0.8);
        assertThat(worst(Exponential::exp, DfpMath::exp, () -> random.nextDouble(-745.13, -708)))
                .isLessThan(1.0);
    }

    @Test
    void logIsWithinItsBoundForAllPositiveNumbers() {
        assertThat(worst(Exponential::log, DfpMath::log, this::positive)).isLessThan(0.9);
        assertThat(worst(Exponential::log, DfpMath::log, () -> random.nextDouble(0.3, 4)))
                .isLessThan(0.9);
        assertThat(worst(
                        Exponential::log,
                        DfpMath::log,
                        () -> 1 + signed(Math.scalb(random.nextDouble(1, 2), random.nextInt(-52, -3)))))
                .isLessThan(0.9);
    }

    @Test
    void powIsWithinItsBoundForAllResults() {
        double worstNormal = 0;
        double worstSubnormal = 0;
        for (int i = 0; i < POINTS; i++) {
            double x = i % 2 == 0 ? positive() : random.nextDouble(0.5, 2);
            double y = i % 4 < 2 ? random.nextDouble(-745, 709.7) / Math.log(x) : random.nextDouble(-20, 20);
            double power = Exponential.pow(x, y);
            if (power != 0 && !Double.isInfinite(power)) {
                double error = ulps(power, DfpMath.exp(DfpMath.log(dfp(x)).multiply(dfp(y))));
                if (power >= Double.MIN_NORMAL) {
                    worstNormal = Math.max(worstNormal, error);
                } else {
                    worstSubnormal = Math.max(worstSubnormal, error);
                }
            }
        }
        assertThat(worstNormal).isLessThan(0.8);
        assertThat(worstSubnormal).isLessThan(1.0);
    }

    @Test
    void powersThatAreDoublesAreExact() {
        for (int n = -1074; n < 1024; n++) {
            assertThat(Exponential.pow(2, n)).isEqualTo(Math.scalb(1.0, n));
        }
        for (int x = 1; x < 1000; x++) {
            assertThat(Exponential.pow(x, 2)).isEqualTo((double) x * x);
            assertThat(Exponential.pow(x, 5)).isEqualTo((double) x * x * x * x * x);
            assertThat(Exponential.pow((double) x * x, 0.5)).isEqualTo(x);
            assertThat(Exponential.pow(x, 1)).isEqualTo(x);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "-0.0, 1",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, 0",
        "710, Infinity",
        "709.782712893384, 1.7976931348622732e+308",
        "-745.1332191019411, 4.9e-324",
        "-745.14, 0",
        "1e300, Infinity",
        "-1e300, 0",
        "4.9e-324, 1"
    })
    void expAtItsEdges(double x, Double expected) {
        assertThat(Exponential.exp(x)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "0, -Infinity",
        "-0.0, -Infinity",
        "-1, NaN",
        "-Infinity, NaN",
        "Infinity, Infinity",
        "NaN, NaN",
        "4.9e-324, -744.4400719213812",
        "1.7976931348623157e308, 709.782712893384"
    })
    void logAtItsEdges(double x, Double expected) {
        assertThat(Exponential.log(x)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // anything to the power 0, and 1 to any power
        "NaN, 0, 1",
        "0, -0.0, 1",
        "-Infinity, 0, 1",
        "1, NaN, 1",
        "1, Infinity, 1",
        "1, -Infinity, 1",
        // minus one
        "-1, Infinity, 1",
        "-1, -Infinity, 1",
        "-1, 3, -1",
        "-1, 4, 1",
        "-1, 0.5, NaN",
        "-1, 9007199254740991, -1",
        "-1, 9007199254740992, 1",
        "-1, NaN, NaN",
        // zeros
        "0, 2, 0",
        "-0.0, 3, -0.0",
        "-0.0, 2, 0",
        "-0.0, 0.5, 0",
        "0, -1, Infinity",
        "-0.0, -1, -Infinity",
        "-0.0, -2, Infinity",
        "-0.0, -0.5, Infinity",
        "0, Infinity, 0",
        "0, -Infinity, Infinity",
        "0, NaN, NaN",
        // infinities
        "Infinity, 2, Infinity",
        "Infinity, -2, 0",
        "-Infinity, 3, -Infinity",
        "-Infinity, 2, Infinity",
        "-Infinity, 0.5, Infinity",
        "-Infinity, -1, -0.0",
        "-Infinity, -2, 0",
        "0.5, Infinity, 0",
        "0.5, -Infinity, Infinity",
        "2, Infinity, Infinity",
        "2, -Infinity, 0",
        "-2, Infinity, Infinity",
        // negative numbers
        "-2, 3, -8",
        "-2, -3, -0.125",
        "-2, 0.5, NaN",
        "-8, 0.3333333333333333, NaN",
        // out of range
        "10, 309, Infinity",
        "10, -324, 0",
        "-10, 309, -Infinity",
        "0.999, 1e300, 0",
        "1.001, 1e300, Infinity",
        "2, 1e-320, 1",
        "NaN, 1, NaN",
        "2, NaN, NaN"
    })
    void powAtItsEdges(double x, double y, Double expected) {
        assertThat(Exponential.pow(x, y)).isEqualTo(expected);
    }

    @Test
    void smallIntegerPowersAreCloseToPow() {
        for (int n = -6; n <= 6; n++) {
            for (int i = 0; i < 1000; i++) {
                double x = signed(random.nextDouble(0.01, 100));
                double power = Exponential.pow(x, n);
                assertThat(Math.abs(Exponential.powInt(x, n) - power)).isLessThanOrEqualTo(3 * Math.ulp(power));
            }
        }
    }

    private interface Points {
        double next();
    }

    /// The largest error in ulp over random points.
    private static double worst(DoubleUnaryOperator function, UnaryOperator<Dfp> exact, Points points) {
        double worst = 0;
        for (int i = 0; i < POINTS; i++) {
            double x = points.next();
            worst = Math.max(worst, ulps(function.applyAsDouble(x), exact.apply(dfp(x))));
        }
        return worst;
    }

    private static double ulps(double computed, Dfp exact) {
        Dfp ulp = dfp(Math.ulp(exact.toDouble()));
        return Math.abs(dfp(computed).subtract(exact).divide(ulp).toDouble());
    }

    private static Dfp dfp(double x) {
        return DIGITS.newDfp(x);
    }

    /// Any positive number, subnormal ones included.
    private double positive() {
        return Double.longBitsToDouble(random.nextLong(1, Double.doubleToRawLongBits(Double.POSITIVE_INFINITY)));
    }

    private double signed(double x) {
        return random.nextBoolean() ? x : -x;
    }
}
