package org.immunarium.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sparse and dense factorisations against EJML, lanes against one lane, and what cannot be factored.
class SparseLuTest {

    /// Matrices of one random pattern: entries by lane, a shift a lane, the same laid out densely.
    private static final class Matrices {
        final int n;
        final int lanes;
        final int[] rowStart;
        final int[] column;
        final double[] entries;
        final double[] shift;
        final double[] right;
        final boolean[] shifted;

        Matrices(int n, int lanes, double density, long seed) {
            this.n = n;
            this.lanes = lanes;
            SplittableRandom pattern = new SplittableRandom(seed);
            int[] start = new int[n + 1];
            int[] columns = new int[n * n];
            int next = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (pattern.nextDouble() < density) {
                        columns[next++] = j;
                    }
                }
                start[i + 1] = next;
            }
            rowStart = start;
            column = Arrays.copyOf(columns, next);
            entries = new double[next * lanes];
            shift = new double[lanes];
            right = new double[n * lanes];
            shifted = new boolean[n];
            Arrays.fill(shifted, true);
            for (int l = 0; l < lanes; l++) {
                SplittableRandom values = new SplittableRandom(seed + 1000 + l);
                shift[l] = 3 + values.nextDouble();
                for (int k = 0; k < next; k++) {
                    entries[k * lanes + l] = values.nextDouble() - 0.5;
                }
                for (int i = 0; i < n; i++) {
                    right[i * lanes + l] = values.nextDouble();
                }
            }
        }

        DMatrixRMaj dense(int lane) {
            DMatrixRMaj matrix = new DMatrixRMaj(n, n);
            for (int i = 0; i < n; i++) {
                for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                    matrix.set(i, column[k], -entries[k * lanes + lane]);
                }
                if (shifted[i]) {
                    matrix.add(i, i, shift[lane]);
                }
            }
            return matrix;
        }

        double[] solve() {
            SparseLu lu = new SparseLu(SymbolicLu.analyse(n, rowStart, column, shifted), shifted, lanes);
            lu.factor(entries, shift);
            double[] solution = new double[n * lanes];
            lu.solve(right, solution);
            for (int l = 0; l < lanes; l++) {
                assertThat(lu.isRegular(l)).isTrue();
            }
            return solution;
        }

        double[] solveWithEjml(int lane) {
            DMatrixRMaj b = new DMatrixRMaj(n, 1);
            for (int i = 0; i < n; i++) {
                b.set(i, 0, right[i * lanes + lane]);
            }
            DMatrixRMaj x = new DMatrixRMaj(n, 1);
            assertThat(CommonOps_DDRM.solve(dense(lane), b, x)).isTrue();
            return x.getData();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 11, 16})
    void solutionsAgreeWithEjmlInEveryLane(int lanes) {
        for (int n : new int[] {1, 2, 7, 40}) {
            Matrices matrices = new Matrices(n, lanes, 0.12, 5);
            double[] solution = matrices.solve();
            for (int l = 0; l < lanes; l++) {
                double[] expected = matrices.solveWithEjml(l);
                for (int i = 0; i < n; i++) {
                    assertThat(solution[i * lanes + l]).isCloseTo(expected[i], offset(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 19})
    void aLanesBitsDoNotDependOnTheNumberOfLanes(int lanes) {
        double[] together = new Matrices(30, lanes, 0.1, 9).solve();
        double[] alone = new Matrices(30, 1, 0.1, 9).solve();
        for (int i = 0; i < 30; i++) {
            assertThat(together[i * lanes]).isEqualTo(alone[i]);
        }
    }

    @Test
    void anArrowIsOrderedWithoutFill() {
        int n = 20;
        int[] rowStart = new int[n + 1];
        int[] column = new int[3 * n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0) {
                for (int j = 0; j < n; j++) {
                    column[next++] = j;
                }
            } else {
                column[next++] = 0;
                column[next++] = i;
            }
            rowStart[i + 1] = next;
        }
        boolean[] shifted = new boolean[n];
        Arrays.fill(shifted, true);
        assertThat(SymbolicLu.analyse(n, rowStart, Arrays.copyOf(column, next), shifted)
                        .entries())
                .isEqualTo(next);
    }

    @Test
    void rowsWithoutADiagonalArePairedWithOtherColumns() {
        // 0 = y1 - 2, 0 = y0 - 3 y1: both diagonals of -A are zero or not the ones to pivot on.
        int[] rowStart = {0, 1, 2};
        int[] column = {1, 0};
        boolean[] algebraic = {false, false};
        SymbolicLu symbolic = SymbolicLu.analyse(2, rowStart, column, algebraic);
        SparseLu lu = new SparseLu(symbolic, algebraic, 1);
        lu.factor(new double[] {2, 4}, new double[] {1});
        double[] solution = new double[2];
        lu.solve(new double[] {1, 1}, solution);
        assertThat(solution).containsExactly(-0.25, -0.5);
    }

    @Test
    void aSingularLaneIsReportedAndLeavesTheOthersAlone() {
        SymbolicLu symbolic = SymbolicLu.analyse(2, new int[] {0, 2, 4}, new int[] {0, 1, 0, 1}, new boolean[2]);
        SparseLu lu = new SparseLu(symbolic, new boolean[2], 3);
        lu.factor(new double[] {1, 1, 1, 2, 2, Double.NaN, 3, 3, 3, 6, 1, 1}, new double[] {1, 1, 1});
        assertThat(lu.isRegular(0)).isFalse();
        assertThat(lu.isRegular(1)).isTrue();
        assertThat(lu.isRegular(2)).isFalse();
        double[] solution = new double[6];
        lu.solve(new double[] {1, -3, 1, 1, -4, 1}, solution);
        assertThat(solution[1]).isCloseTo(1, offset(1e-14));
        assertThat(solution[4]).isCloseTo(1, offset(1e-14));
    }

    @Test
    void theDenseFactorisationExchangesRows() {
        DenseLu lu = new DenseLu(3);
        System.arraycopy(new double[] {0, 2, 1, 1, 0, 0, 3, 0, 1}, 0, lu.matrix(), 0, 9);
        assertThat(lu.factor()).isTrue();
        double[] solution = new double[6];
        lu.solve(new double[] {0, 7, 0, 1, 0, 6}, solution, 2, 1);
        assertThat(solution).containsExactly(0, 1, 0, 2, 0, 3);
        Arrays.fill(lu.matrix(), 1);
        assertThat(lu.factor()).isFalse();
    }
}
