package org.immunarium.study.tissue.picture;

import java.util.List;
import java.util.Optional;

/// A tissue seen from one side, in µm, upwards.
///
/// @param title  what stands above it; empty where it is the only one
/// @param left   its edges; likewise `bottom`, `right`, `top`
/// @param discs  cells, back to front
/// @param map    the substance behind them
/// @param behind lines behind the cells: x and y of both ends
/// @param front  lines before the cells
record Panel(
        String title,
        double left,
        double bottom,
        double right,
        double top,
        Discs discs,
        Optional<HeatMap> map,
        List<double[]> behind,
        List<double[]> front) {

    double width() {
        return right - left;
    }

    double height() {
        return top - bottom;
    }
}
