package org.immunarium.numerics.field;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// By how much diffusion and decay change each voxel in a time, from the voxel and its neighbours:
/// `D t ∇²ρ - λ t ρ`. Beyond a face lies the voxel's own density.
///
/// @param r0    D t / h² of the first axis; likewise `r1` of the second and `r2` of the last
/// @param decay λ t
record Stencil(Axes axes, double r0, double r1, double r2, double decay) {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /// @param dt D t
    static Stencil of(Axes axes, double dt, double decay) {
        return new Stencil(
                axes, dt / (axes.h0() * axes.h0()), dt / (axes.h1() * axes.h1()), dt / (axes.h2() * axes.h2()), decay);
    }

    /// Writes the changes in a plane.
    void apply(double[] density, double[] change, int plane) {
        int n0 = axes.n0();
        int n1 = axes.n1();
        int below = plane > 0 ? axes.plane() : 0;
        int above = plane < axes.planes() - 1 ? axes.plane() : 0;
        for (int j = 0; j < n1; j++) {
            int row = plane * axes.plane() + j * n0;
            row(density, change, row, j > 0 ? n0 : 0, j < n1 - 1 ? n0 : 0, below, above);
        }
    }

    /// A row; the others are the distances of its neighbours along the second and the last axis.
    private void row(double[] a, double[] change, int row, int back, int ahead, int below, int above) {
        int last = row + axes.n0() - 1;
        change[row] = at(a, row, 0, axes.n0() > 1 ? 1 : 0, back, ahead, below, above);
        change[last] = at(a, last, axes.n0() > 1 ? 1 : 0, 0, back, ahead, below, above);
        int i = row + 1;
        for (; i <= last - LANES; i += LANES) {
            DoubleVector here = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector x = neighbours(a, i, 1, 1, here).mul(r0);
            DoubleVector y = neighbours(a, i, back, ahead, here);
            DoubleVector z = neighbours(a, i, below, above, here);
            DoubleVector sum = y.fma(DoubleVector.broadcast(SPECIES, r1), x);
            sum = z.fma(DoubleVector.broadcast(SPECIES, r2), sum);
            here.fma(DoubleVector.broadcast(SPECIES, -decay), sum).intoArray(change, i);
        }
        for (; i < last; i++) {
            change[i] = at(a, i, 1, 1, back, ahead, below, above);
        }
    }

    private static DoubleVector neighbours(double[] a, int at, int less, int more, DoubleVector here) {
        return DoubleVector.fromArray(SPECIES, a, at - less)
                .sub(here)
                .add(DoubleVector.fromArray(SPECIES, a, at + more).sub(here));
    }

    private double at(double[] a, int at, int left, int right, int back, int ahead, int below, int above) {
        double here = a[at];
        double x = a[at - left] - here + (a[at + right] - here);
        double y = a[at - back] - here + (a[at + ahead] - here);
        double z = a[at - below] - here + (a[at + above] - here);
        return Math.fma(here, -decay, Math.fma(z, r2, Math.fma(y, r1, x * r0)));
    }
}
