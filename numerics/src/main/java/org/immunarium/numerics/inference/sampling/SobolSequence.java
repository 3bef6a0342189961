package org.immunarium.numerics.inference.sampling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.random.SobolSequenceGenerator;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Sobol's sequence in the unit cube, scrambled: as evenly spread as the plain one, yet each point by itself is
/// uniformly distributed, so that means over it have no bias and several seeds tell the error.
///
/// The sequence is Hipparchus', with the direction numbers of Joe and Kuo 2008 (doi 10.1137/070709359). It is
/// scrambled as Owen has it (1995, doi 10.1007/978-1-4612-2552-2_19): a binary digit of a coordinate is turned
/// over or not by a random bit of its own for each string of the digits before it. Take powers of two of points
/// from the start: only these are balanced.
///
/// A point is a function of the seed, its number and its coordinate alone.
public final class SobolSequence {

    /// The most dimensions that there are direction numbers for.
    public static final int MOST_DIMENSIONS = 21_201;

    /// Digits that are scrambled: eight groups of six, as a 64-bit number has a bit for each of the 63 strings
    /// of less than six digits.
    private static final int GROUPS = 8;

    private static final int DIGITS_OF_GROUP = 6;
    private static final int DIGITS = GROUPS * DIGITS_OF_GROUP;

    /// Of each number of dimensions, as direction numbers take long to read.
    private static final Map<Integer, SobolSequenceGenerator> KNOWN = new ConcurrentHashMap<>();

    private final int dimensions;
    private final RandomStream random;
    private final SobolSequenceGenerator plain;

    /// @param dimensions from 1 to [#MOST_DIMENSIONS]
    /// @param seed       of the scrambling
    public SobolSequence(int dimensions, long seed) {
        this(dimensions, seed, new SobolSequenceGenerator(within(dimensions)));
    }

    private SobolSequence(int dimensions, long seed, SobolSequenceGenerator plain) {
        this.dimensions = dimensions;
        random = new RandomStream(seed, 0, 0, Purpose.SAMPLING);
        this.plain = plain;
    }

    private static int within(int dimensions) {
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    dimensions + " dimensions of a Sobol sequence, which has 1 to " + MOST_DIMENSIONS);
        }
        return dimensions;
    }

    /// The first points.
    ///
    /// @return `[count][dimensions]`, each between 0 and 1, the ends left out
    public static double[][] points(int count, int dimensions, long seed) {
        SobolSequence sequence = new SobolSequence(dimensions, seed);
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = sequence.next();
        }
        return points;
    }

    /// A point by its number, on any thread.
    ///
    /// @param number counted from 0
    public static double[] point(int number, int dimensions, long seed) {
        SobolSequenceGenerator plain = KNOWN.computeIfAbsent(within(dimensions), SobolSequenceGenerator::new);
        double[] point;
        synchronized (plain) {
            point = plain.skipTo(number);
        }
        return new SobolSequence(dimensions, seed, plain).scrambled(point);
    }

    /// The next point.
    public double[] next() {
        return scrambled(plain.nextVector());
    }

    private double[] scrambled(double[] point) {
        for (int d = 0; d < dimensions; d++) {
            long digits = scrambled((long) (point[d] * (1L << DIGITS)), d);
            point[d] = (digits + 0.5) / (1L << DIGITS);
        }
        return point;
    }

    private long scrambled(long digits, int dimension) {
        long result = 0;
        for (int group = 0; group < GROUPS; group++) {
            // The digits before this group, with a one in front: another number for each string of any length.
            int left = DIGITS - group * DIGITS_OF_GROUP;
            random.restart(0, dimension, Purpose.SAMPLING, 1L << group * DIGITS_OF_GROUP | digits >>> left);
            long flips = random.nextLong();
            int place = 1;
            for (int k = 1; k <= DIGITS_OF_GROUP; k++) {
                long digit = digits >>> (left - k) & 1;
                result = result << 1 | digit ^ flips >>> place & 1;
                place = place << 1 | (int) digit;
            }
        }
        return result;
    }
}
