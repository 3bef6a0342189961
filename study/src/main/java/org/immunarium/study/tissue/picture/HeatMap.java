package org.immunarium.study.tissue.picture;

import org.immunarium.study.tissue.frame.Field;

/// One layer of a substance's voxels.
///
/// @param title  its name, with its unit
/// @param range  what its colours go from and to
/// @param nx     voxels across; likewise `ny`, upwards
/// @param values x fastest, from below
/// @param left   its edges, µm; likewise `bottom`, `right`, `top`
record HeatMap(
        String title,
        Range range,
        int nx,
        int ny,
        double[] values,
        double left,
        double bottom,
        double right,
        double top) {

    /// What colours go from and to.
    record Range(double low, double high) {

        /// Nothing yet.
        static final Range NONE = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        /// The same, wide enough for a substance.
        Range with(Field field) {
            double low = this.low;
            double high = this.high;
            for (double value : field.values()) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            return new Range(low, high);
        }

        /// From 0 where that is not far; of some width in any case.
        Range rounded() {
            if (!(high > low)) {
                return low == 0 || !Double.isFinite(low)
                        ? new Range(0, 1)
                        : new Range(Math.min(0, low), Math.max(0, low));
            }
            return low > 0 && low < high / 2 ? new Range(0, high) : this;
        }

        double part(double value) {
            return (value - low) / (high - low);
        }
    }

    /// The layer that a plane lies in.
    ///
    /// @param z of the plane, µm
    static HeatMap of(Field field, Range range, double z) {
        int layer = field.layer(z);
        int size = field.nx() * field.ny();
        double[] values = new double[size];
        System.arraycopy(field.values(), layer * size, values, 0, size);
        double left = field.lower()[0];
        double bottom = field.lower()[1];
        String unit = field.substance().unit();
        return new HeatMap(
                field.substance().name() + (unit.equals("1") ? "" : " [" + unit + "]"),
                range,
                field.nx(),
                field.ny(),
                values,
                left,
                bottom,
                left + field.nx() * field.spacing()[0],
                bottom + field.ny() * field.spacing()[1]);
    }

    /// Its colours, row by row from above.
    int[] pixels() {
        int[] pixels = new int[values.length];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                pixels[(ny - 1 - j) * nx + i] = Palette.background(range.part(values[j * nx + i]));
            }
        }
        return pixels;
    }
}
