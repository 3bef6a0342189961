package org.immunarium.numerics.inference.sampling;

import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Points in the unit cube of which each coordinate falls into each of `count` equal intervals exactly once
/// (McKay, Beckman and Conover 1979, doi 10.2307/1268522).
///
/// The mean of a function over such points has a smaller variance than over independent ones, the more so the
/// nearer the function is to a sum of functions of one coordinate each.
public final class LatinHypercube {

    private LatinHypercube() {}

    /// A sample: coordinate d of point i is (p_d(i) + u) / count, where p_d is a random permutation and u uniform
    /// between 0 and 1.
    ///
    /// @param count      of points, at least 1
    /// @param dimensions at least 1
    /// @param seed       the same seed gives the same points
    /// @return `[count][dimensions]`, each between 0 and 1, the ends left out
    public static double[][] points(int count, int dimensions, long seed) {
        if (count < 1 || dimensions < 1) {
            throw new IllegalArgumentException(count + " points in " + dimensions + " dimensions");
        }
        double[][] points = new double[count][dimensions];
        int[] places = new int[count];
        for (int d = 0; d < dimensions; d++) {
            RandomStream random = new RandomStream(seed, 0, d, Purpose.SAMPLING);
            for (int i = 0; i < count; i++) {
                int other = random.nextInt(i + 1);
                places[i] = places[other];
                places[other] = i;
            }
            for (int i = 0; i < count; i++) {
                points[i][d] = (places[i] + random.nextDouble()) / count;
            }
        }
        return points;
    }
}
