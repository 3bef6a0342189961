package org.immunarium.numerics.linear;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// LU factors of `shift * M - A` for one matrix a lane, all with the pattern of one [SymbolicLu].
///
/// M is a diagonal of ones and zeros. Pivots are static: nothing is exchanged, so that all lanes do the same
/// operations; a lane in which a pivot vanishes is reported by [#isRegular] and its solutions mean nothing. Every
/// operation is a fused multiply-add, a product or a quotient of the lane's own numbers in a fixed order, so a lane's
/// bits depend neither on the number of lanes nor on the neighbours. Nothing is allocated after construction.
///
/// How it works: the factors of `A - shift * M` are computed entry by entry (Crout's dot products) as [LuProgram]
/// lists them; L is kept negated and the pivots as negated reciprocals, so that factoring and solving need no negation
/// and only one division a pivot. Lanes go through the list as many at once as the machine's vectors hold, the rest
/// one by one.
public final class SparseLu {

    /// A pivot of which cancellation has left no more than this part of the entry it came from has vanished.
    private static final double CANCELLATION = 1e-13;

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private final int dimension;
    private final int lanes;
    private final int[] factorProgram;
    private final int[] forwardProgram;
    private final int[] backwardProgram;
    private final double[] factors;
    private final double[] work;
    private final double[] margin;

    /// @param symbolic the pattern's analysis
    /// @param shifted  the rows in which M has a one
    /// @param lanes    the number of matrices side by side, at least 1
    public SparseLu(SymbolicLu symbolic, boolean[] shifted, int lanes) {
        LuProgram program = LuProgram.of(symbolic, shifted, lanes);
        this.dimension = symbolic.dimension();
        this.lanes = lanes;
        this.factorProgram = program.factor();
        this.forwardProgram = program.forward();
        this.backwardProgram = program.backward();
        this.factors = new double[symbolic.entries() * lanes];
        this.work = new double[dimension * lanes];
        this.margin = new double[lanes];
    }

    /// Factors `shift * M - A` in every lane.
    ///
    /// @param entries the entries of A; entry `k` of lane `l` is at `[k * lanes + l]`
    /// @param shift   the shift of each lane, length `lanes`
    public void factor(double[] entries, double[] shift) {
        int lane = 0;
        for (; lane <= lanes - SPECIES.length(); lane += SPECIES.length()) {
            factorVector(entries, shift, lane);
        }
        for (; lane < lanes; lane++) {
            factorLane(entries, shift[lane], lane);
        }
    }

    /// Whether the last factorisation of a lane succeeded: no pivot vanished or was not finite.
    public boolean isRegular(int lane) {
        return margin[lane] > 0 && margin[lane] <= Double.MAX_VALUE;
    }

    /// Solves with the factors: `(shift * M - A) x = r` in every lane.
    ///
    /// @param right    r, length `dimension * lanes`
    /// @param solution receives x, length `dimension * lanes`; another array than `right`
    public void solve(double[] right, double[] solution) {
        int lane = 0;
        for (; lane <= lanes - SPECIES.length(); lane += SPECIES.length()) {
            solveVector(right, solution, lane);
        }
        for (; lane < lanes; lane++) {
            solveLane(right, solution, lane);
        }
    }

    private void factorLane(double[] entries, double shift, int lane) {
        int[] tape = factorProgram;
        double[] lu = factors;
        double smallest = Double.MAX_VALUE;
        int at = 0;
        int e = lane;
        for (int p = 0; p < dimension; p++) {
            int left = tape[at++];
            int right = tape[at++];
            for (int i = 0; i < left; i++) {
                int source = tape[at++];
                int end = 2 * tape[at++] + at;
                double sum = source < 0 ? 0.0 : entries[source + lane];
                for (; at < end; at += 2) {
                    sum = Math.fma(lu[tape[at] + lane], lu[tape[at + 1] + lane], sum);
                }
                lu[e] = sum * lu[tape[at++] + lane];
                e += lanes;
            }
            int source = tape[at++];
            int end = 2 * tape[at++] + at;
            double entry = source < 0 ? 0.0 : entries[source + lane];
            if (tape[end] != 0) {
                entry -= shift;
            }
            double pivot = entry;
            for (; at < end; at += 2) {
                pivot = Math.fma(lu[tape[at] + lane], lu[tape[at + 1] + lane], pivot);
            }
            at++;
            smallest = Math.min(smallest, Math.fma(-CANCELLATION, Math.abs(entry), Math.abs(pivot)));
            lu[e] = -1.0 / pivot;
            e += lanes;
            for (int i = 0; i < right; i++) {
                source = tape[at++];
                end = 2 * tape[at++] + at;
                double sum = source < 0 ? 0.0 : entries[source + lane];
                for (; at < end; at += 2) {
                    sum = Math.fma(lu[tape[at] + lane], lu[tape[at + 1] + lane], sum);
                }
                lu[e] = sum;
                e += lanes;
            }
        }
        margin[lane] = smallest;
    }

    private void factorVector(double[] entries, double[] shift, int lane) {
        int[] tape = factorProgram;
        double[] lu = factors;
        DoubleVector shifts = DoubleVector.fromArray(SPECIES, shift, lane);
        DoubleVector smallest = DoubleVector.broadcast(SPECIES, Double.MAX_VALUE);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector cancellation = DoubleVector.broadcast(SPECIES, -CANCELLATION);
        int at = 0;
        int e = lane;
        for (int p = 0; p < dimension; p++) {
            int left = tape[at++];
            int right = tape[at++];
            for (int i = 0; i < left; i++) {
                int source = tape[at++];
                int end = 2 * tape[at++] + at;
                DoubleVector sum = source < 0 ? zero : DoubleVector.fromArray(SPECIES, entries, source + lane);
                for (; at < end; at += 2) {
                    sum = DoubleVector.fromArray(SPECIES, lu, tape[at] + lane)
                            .fma(DoubleVector.fromArray(SPECIES, lu, tape[at + 1] + lane), sum);
                }
                sum.mul(DoubleVector.fromArray(SPECIES, lu, tape[at++] + lane)).intoArray(lu, e);
                e += lanes;
            }
            int source = tape[at++];
            int end = 2 * tape[at++] + at;
            DoubleVector entry = source < 0 ? zero : DoubleVector.fromArray(SPECIES, entries, source + lane);
            if (tape[end] != 0) {
                entry = entry.sub(shifts);
            }
            DoubleVector pivot = entry;
            for (; at < end; at += 2) {
                pivot = DoubleVector.fromArray(SPECIES, lu, tape[at] + lane)
                        .fma(DoubleVector.fromArray(SPECIES, lu, tape[at + 1] + lane), pivot);
            }
            at++;
            smallest = smallest.min(entry.abs().fma(cancellation, pivot.abs()));
            DoubleVector.broadcast(SPECIES, -1.0).div(pivot).intoArray(lu, e);
            e += lanes;
            for (int i = 0; i < right; i++) {
                source = tape[at++];
                end = 2 * tape[at++] + at;
                DoubleVector sum = source < 0 ? zero : DoubleVector.fromArray(SPECIES, entries, source + lane);
                for (; at < end; at += 2) {
                    sum = DoubleVector.fromArray(SPECIES, lu, tape[at] + lane)
                            .fma(DoubleVector.fromArray(SPECIES, lu, tape[at + 1] + lane), sum);
                }
                sum.intoArray(lu, e);
                e += lanes;
            }
        }
        smallest.intoArray(margin, lane);
    }

    private void solveLane(double[] right, double[] solution, int lane) {
        double[] lu = factors;
        double[] y = work;
        int[] tape = forwardProgram;
        int at = 0;
        for (int p = 0; p < dimension; p++) {
            double sum = right[tape[at++] + lane];
            int end = 2 * tape[at++] + at;
            for (; at < end; at += 2) {
                sum = Math.fma(lu[tape[at] + lane], y[tape[at + 1] + lane], sum);
            }
            y[p * lanes + lane] = sum;
        }
        tape = backwardProgram;
        at = 0;
        for (int p = 0; p < dimension; p++) {
            int column = tape[at++];
            double sum = y[tape[at++] + lane];
            double reciprocal = lu[tape[at++] + lane];
            int end = 2 * tape[at++] + at;
            for (; at < end; at += 2) {
                sum = Math.fma(lu[tape[at] + lane], solution[tape[at + 1] + lane], sum);
            }
            solution[column + lane] = sum * reciprocal;
        }
    }

    private void solveVector(double[] right, double[] solution, int lane) {
        double[] lu = factors;
        double[] y = work;
        int[] tape = forwardProgram;
        int at = 0;
        for (int p = 0; p < dimension; p++) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, right, tape[at++] + lane);
            int end = 2 * tape[at++] + at;
            for (; at < end; at += 2) {
                sum = DoubleVector.fromArray(SPECIES, lu, tape[at] + lane)
                        .fma(DoubleVector.fromArray(SPECIES, y, tape[at + 1] + lane), sum);
            }
            sum.intoArray(y, p * lanes + lane);
        }
        tape = backwardProgram;
        at = 0;
        for (int p = 0; p < dimension; p++) {
            int column = tape[at++];
            DoubleVector sum = DoubleVector.fromArray(SPECIES, y, tape[at++] + lane);
            DoubleVector reciprocal = DoubleVector.fromArray(SPECIES, lu, tape[at++] + lane);
            int end = 2 * tape[at++] + at;
            for (; at < end; at += 2) {
                sum = DoubleVector.fromArray(SPECIES, lu, tape[at] + lane)
                        .fma(DoubleVector.fromArray(SPECIES, solution, tape[at + 1] + lane), sum);
            }
            sum.mul(reciprocal).intoArray(solution, column + lane);
        }
    }
}
