package org.immunarium.study.tissue.picture;

import java.util.Arrays;

/// Cells as they are seen, back to front: places, radii and looks, one of each a cell. Lengths in
/// µm.
final class Discs {

    double[] x = new double[16];
    double[] y = new double[16];
    double[] radius = new double[16];

    /// Of the nucleus; 0 where none is seen.
    double[] nucleus = new double[16];

    /// See [Palette#style].
    int[] style = new int[16];

    private int count;

    void add(double atX, double atY, double ofRadius, double ofNucleus, int inStyle) {
        if (count == style.length) {
            int room = 2 * count;
            x = Arrays.copyOf(x, room);
            y = Arrays.copyOf(y, room);
            radius = Arrays.copyOf(radius, room);
            nucleus = Arrays.copyOf(nucleus, room);
            style = Arrays.copyOf(style, room);
        }
        x[count] = atX;
        y[count] = atY;
        radius[count] = ofRadius;
        nucleus[count] = ofNucleus;
        style[count++] = inStyle;
    }

    int count() {
        return count;
    }
}
