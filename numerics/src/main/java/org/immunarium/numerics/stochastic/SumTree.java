package org.immunarium.numerics.stochastic;

/// Non-negative weights with their sums in a binary tree: changing one weight and choosing by
/// weight both take a time that grows with the logarithm of their number.
///
/// Every sum is that of its two parts, always in the same order, so it depends on the weights only,
/// not on how they came about, and no rounding error accumulates.
final class SumTree {

    private final int leaves;
    /// Node i has the parts 2 i and 2 i + 1; the root is 1, the weights begin at `leaves`.
    private final double[] sum;

    SumTree(int size) {
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, 2 * size - 1)));
        sum = new double[2 * leaves];
    }

    void setAll(double[] weights) {
        System.arraycopy(weights, 0, sum, leaves, weights.length);
        for (int i = leaves - 1; i > 0; i--) {
            sum[i] = sum[2 * i] + sum[2 * i + 1];
        }
    }

    void set(int index, double weight) {
        int i = leaves + index;
        sum[i] = weight;
        for (i >>= 1; i > 0; i >>= 1) {
            sum[i] = sum[2 * i] + sum[2 * i + 1];
        }
    }

    double total() {
        return sum[1];
    }

    /// The index at which the running sum of weights passes `share` of the total: each index with a
    /// probability proportional to its weight when `share` is uniform on (0, 1). Never an index
    /// without weight unless all are so.
    int find(double share) {
        double rest = share * sum[1];
        int i = 1;
        while (i < leaves) {
            double left = sum[2 * i];
            if (sum[2 * i + 1] == 0 || (rest < left && left > 0)) {
                i = 2 * i;
            } else {
                i = 2 * i + 1;
                rest -= left;
            }
        }
        return i - leaves;
    }
}
