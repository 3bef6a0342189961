package org.immunarium.study.tissue.picture;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.study.tissue.frame.Frame;

/// What a picture needs to know of the cells of a frame, one of each a cell.
///
/// @param radius  µm
/// @param nucleus radius of the nucleus, µm
record SeenCells(double[] x, double[] y, double[] z, double[] radius, double[] nucleus, int[] type, int[] fate) {

    static SeenCells of(Frame frame) {
        double[] radius = frame.doubles("radius");
        double[] volume = frame.doubles("volume");
        double[] nuclear = frame.doubles("nuclear_volume");
        double[] nucleus = new double[radius.length];
        for (int i = 0; i < nucleus.length; i++) {
            nucleus[i] = nuclear[i] > 0 && volume[i] > 0
                    ? radius[i] * ElementaryFunctions.root(3, Math.min(1, nuclear[i] / volume[i]))
                    : 0;
        }
        return new SeenCells(
                frame.doubles("x"),
                frame.doubles("y"),
                frame.doubles("z"),
                radius,
                nucleus,
                frame.ints("type"),
                frame.ints("fate"));
    }

    int count() {
        return radius.length;
    }
}
