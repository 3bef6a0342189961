package org.immunarium.numerics.field;

/// What the Thomas algorithm needs to know of the matrix of a line, the same for all lines along an
/// axis: diagonal `1 + decay + r` for each neighbour, beside it `-r`.
///
/// With these the solution of `A z = x` takes no division: forward `y[i] = inverse[i] x[i] + coupling[i] y[i-1]`,
/// then backward `z[i] = y[i] + coupling[i] z[i+1]`.
///
/// @param inverse  the reciprocals of the pivots
/// @param coupling r times those
record ThomasFactors(double[] inverse, double[] coupling) {

    /// @param n     the number of voxels in a line
    /// @param r     D dt / h²
    /// @param decay the part of decay that falls to this axis, times dt
    /// @param lowHeld whether the first voxel is held at zero: `z = 0` is its row of the matrix
    /// @param highHeld whether the last is
    static ThomasFactors of(int n, double r, double decay, boolean lowHeld, boolean highHeld) {
        double[] inverse = new double[n];
        double[] coupling = new double[n];
        for (int i = 0; i < n; i++) {
            double low = i > 0 ? r * (1 - coupling[i - 1]) : 0;
            double high = i < n - 1 ? r : 0;
            boolean held = i == 0 && lowHeld || i == n - 1 && highHeld;
            inverse[i] = held ? 0 : 1 / (1 + decay + low + high);
            coupling[i] = r * inverse[i];
        }
        return new ThomasFactors(inverse, coupling);
    }
}
