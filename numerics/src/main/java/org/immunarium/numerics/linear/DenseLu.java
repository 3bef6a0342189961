package org.immunarium.numerics.linear;

/// LU factors of one dense matrix with partial pivoting, rows weighed by their largest entry.
///
/// For the few matrices that a [SparseLu] cannot factor with its static pivots. Nothing is allocated after
/// construction. Work grows with the cube of the dimension.
///
/// Source: Golub and Van Loan, *Matrix Computations* (4th ed. 2013), section 3.4.
public final class DenseLu {

    private final int dimension;
    private final double[] a;
    private final double[] scale;
    private final int[] row;
    private final double[] work;

    /// @param dimension the number of rows and columns
    public DenseLu(int dimension) {
        this.dimension = dimension;
        this.a = new double[dimension * dimension];
        this.scale = new double[dimension];
        this.row = new int[dimension];
        this.work = new double[dimension];
    }

    /// The matrix to factor, to be filled before [#factor]; row `i`, column `j` at `[i * dimension + j]`.
    public double[] matrix() {
        return a;
    }

    /// Factors [#matrix] in place.
    ///
    /// @return whether the matrix is regular: false if a column has no finite pivot other than zero
    public boolean factor() {
        int n = dimension;
        for (int i = 0; i < n; i++) {
            double largest = 0;
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(a[i * n + j]));
            }
            scale[i] = largest > 0 ? 1 / largest : 1;
            row[i] = i;
        }
        for (int k = 0; k < n; k++) {
            int best = k;
            double largest = -1;
            for (int i = k; i < n; i++) {
                double size = Math.abs(a[row[i] * n + k]) * scale[row[i]];
                if (size > largest) {
                    largest = size;
                    best = i;
                }
            }
            int chosen = row[best];
            row[best] = row[k];
            row[k] = chosen;
            double pivot = a[chosen * n + k];
            if (!(Math.abs(pivot) > 0 && Math.abs(pivot) <= Double.MAX_VALUE)) {
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                int r = row[i] * n;
                if (a[r + k] != 0) {
                    double factor = a[r + k] / pivot;
                    a[r + k] = factor;
                    int c = chosen * n;
                    for (int j = k + 1; j < n; j++) {
                        a[r + j] = Math.fma(-factor, a[c + j], a[r + j]);
                    }
                }
            }
        }
        return true;
    }

    /// Solves with the factors. `right` and `solution` may be columns of lanes: element `i` is at
    /// `[i * stride + offset]`.
    public void solve(double[] right, double[] solution, int stride, int offset) {
        int n = dimension;
        for (int i = 0; i < n; i++) {
            int r = row[i] * n;
            double sum = right[row[i] * stride + offset];
            for (int j = 0; j < i; j++) {
                sum = Math.fma(-a[r + j], work[j], sum);
            }
            work[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            int r = row[i] * n;
            double sum = work[i];
            for (int j = i + 1; j < n; j++) {
                sum = Math.fma(-a[r + j], work[j], sum);
            }
            work[i] = sum / a[r + i];
        }
        for (int i = 0; i < n; i++) {
            solution[i * stride + offset] = work[i];
        }
    }
}
