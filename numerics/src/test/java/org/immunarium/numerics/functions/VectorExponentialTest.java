package org.immunarium.numerics.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Vectors and columns give the bits of one number at a time.
class VectorExponentialTest {

    private static final int POINTS = 1 << 20;

    static List<VectorSpecies<Double>> species() {
        return List.of(
                DoubleVector.SPECIES_64, DoubleVector.SPECIES_128, DoubleVector.SPECIES_256, DoubleVector.SPECIES_512);
    }

    @ParameterizedTest
    @MethodSource("species")
    void everySpeciesGivesTheBitsOfTheScalarForm(VectorSpecies<Double> species) {
        int points = species == DoubleVector.SPECIES_PREFERRED ? POINTS : POINTS / 64;
        double[] powers = ordinary(points, -40, 40, 1);
        for (double[] x : List.of(ordinary(points, -700, 700, 2), anything(points / 8, 3))) {
            sameBits(species, VectorExponential::exp, Exponential::exp, x);
        }
        for (double[] x : List.of(positive(points, 4), anything(points / 8, 5))) {
            sameBits(species, VectorExponential::log, Exponential::log, x);
            sameBits(species, VectorExponential::pow, Exponential::pow, x, powers);
            sameBits(species, VectorExponential::pow, Exponential::pow, x, anything(points, 6));
        }
        double[] withZeros = positive(points / 8, 7);
        for (int i = 0; i < withZeros.length; i += 3) {
            withZeros[i] = i % 2 == 0 ? 0.0 : -0.0;
        }
        sameBits(species, VectorExponential::pow, Exponential::pow, withZeros, powers);
        for (int n = -6; n <= 6; n++) {
            int power = n;
            sameBits(
                    species,
                    v -> VectorExponential.powInt(v, power),
                    v -> Exponential.powInt(v, power),
                    anything(points / 64, 8));
        }
    }

    @Test
    void columnsOfAnyLengthGiveTheBitsOfTheScalarForm() {
        double[] x = positive(100, 9);
        double[] y = ordinary(100, -5, 5, 10);
        for (int length = 0; length < 40; length++) {
            double[] result = new double[x.length];
            ColumnExponential.exp(y, 3, result, 5, length);
            assertThat(bits(result)).isEqualTo(bits(expected(i -> Exponential.exp(y[i + 3]), length)));
            ColumnExponential.log(x, 3, result, 5, length);
            assertThat(bits(result)).isEqualTo(bits(expected(i -> Exponential.log(x[i + 3]), length)));
            ColumnExponential.pow(x, 3, y, 1, result, 5, length);
            assertThat(bits(result)).isEqualTo(bits(expected(i -> Exponential.pow(x[i + 3], y[i + 1]), length)));
        }
    }

    private static double[] expected(IntToDoubleFunction value, int length) {
        double[] expected = new double[100];
        for (int i = 0; i < length; i++) {
            expected[i + 5] = value.applyAsDouble(i);
        }
        return expected;
    }

    private static void sameBits(
            VectorSpecies<Double> species, UnaryOperator<DoubleVector> lanes, DoubleUnaryOperator one, double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i += species.length()) {
            lanes.apply(DoubleVector.fromArray(species, x, i)).intoArray(result, i);
        }
        int differing = firstDifference(result, i -> one.applyAsDouble(x[i]));
        assertThat(differing).as(() -> "at " + x[differing]).isEqualTo(-1);
    }

    private static void sameBits(
            VectorSpecies<Double> species,
            BinaryOperator<DoubleVector> lanes,
            DoubleBinaryOperator one,
            double[] x,
            double[] y) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i += species.length()) {
            lanes.apply(DoubleVector.fromArray(species, x, i), DoubleVector.fromArray(species, y, i))
                    .intoArray(result, i);
        }
        int differing = firstDifference(result, i -> one.applyAsDouble(x[i], y[i]));
        assertThat(differing)
                .as(() -> "at " + x[differing] + ", " + y[differing])
                .isEqualTo(-1);
    }

    private static int firstDifference(double[] result, IntToDoubleFunction expected) {
        return IntStream.range(0, result.length)
                .filter(i -> Double.doubleToLongBits(result[i]) != Double.doubleToLongBits(expected.applyAsDouble(i)))
                .findFirst()
                .orElse(-1);
    }

    private static long[] bits(double[] values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToLongBits(values[i]);
        }
        return bits;
    }

    private static double[] ordinary(int points, double low, double high, long seed) {
        return new SplittableRandom(seed).doubles(points, low, high).toArray();
    }

    private static double[] positive(int points, long seed) {
        return new SplittableRandom(seed)
                .doubles(points, -300, 300)
                .map(x -> Exponential.exp(x))
                .toArray();
    }

    /// Any bits at all: infinities, NaN and subnormal numbers among them.
    private static double[] anything(int points, long seed) {
        double[] x = new SplittableRandom(seed)
                .longs(points)
                .mapToDouble(Double::longBitsToDouble)
                .toArray();
        double[] special = {0.0, -0.0, 1, -1, 2, -2, 0.5, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE};
        for (int i = 0; i < x.length; i += 16) {
            x[i] = special[i / 16 % special.length];
            x[i + 1] = i % 32 == 0 ? Double.NaN : i % 64 == 16 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return x;
    }
}
