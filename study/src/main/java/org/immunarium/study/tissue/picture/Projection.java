package org.immunarium.study.tissue.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.study.tissue.frame.Frame;

/// All cells of a tissue as seen from outside: from the front, a little from the right and above,
/// without perspective. What is far is paler; the edges of the domain are drawn.
final class Projection {

    private static final double AZIMUTH = Math.toRadians(28);
    private static final double ELEVATION = Math.toRadians(24);

    /// Steps of depth by which cells are ordered.
    private static final double STEPS = 1 << 30;

    private final double[] across;
    private final double[] up;
    private final double[] towards;

    private Projection() {
        double cosA = ElementaryFunctions.cos(AZIMUTH);
        double sinA = ElementaryFunctions.sin(AZIMUTH);
        double cosE = ElementaryFunctions.cos(ELEVATION);
        double sinE = ElementaryFunctions.sin(ELEVATION);
        across = new double[] {cosA, sinA, 0};
        up = new double[] {-sinA * sinE, cosA * sinE, cosE};
        towards = new double[] {sinA * cosE, -cosA * cosE, sinE};
    }

    /// @param title of the panel
    static Panel of(Frame frame, SeenCells cells, String title) {
        return new Projection().panel(frame, cells, title);
    }

    private Panel panel(Frame frame, SeenCells cells, String title) {
        double[][] corners = corners(frame.lower(), frame.upper());
        double[] left = extent(corners, across);
        double[] bottom = extent(corners, up);
        int count = cells.count();
        double[] depth = depth(cells);
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) (nearness(cells, i, depth) * STEPS) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        Discs discs = new Discs();
        for (long each : order) {
            int i = (int) each;
            double near = nearness(cells, i, depth);
            int haze = Math.clamp((int) ((1 - near) * Palette.DEPTHS), 0, Palette.DEPTHS - 1);
            discs.add(
                    along(across, cells.x()[i], cells.y()[i], cells.z()[i]),
                    along(up, cells.x()[i], cells.y()[i], cells.z()[i]),
                    cells.radius()[i],
                    0,
                    Palette.style(cells.type()[i], cells.fate()[i], haze));
        }
        List<double[]> behind = new ArrayList<>();
        List<double[]> front = new ArrayList<>();
        edges(corners, behind, front);
        double margin = 0.01 * (left[1] - left[0]);
        return new Panel(
                title,
                left[0] - margin,
                bottom[0] - margin,
                left[1] + margin,
                bottom[1] + margin,
                discs,
                Optional.empty(),
                behind,
                front);
    }

    /// How far away the farthest and the nearest cell are.
    private double[] depth(SeenCells cells) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cells.count(); i++) {
            double at = along(towards, cells.x()[i], cells.y()[i], cells.z()[i]);
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        return new double[] {low, high > low ? high : low + 1};
    }

    /// From 0, the farthest cell, to 1, the nearest.
    private double nearness(SeenCells cells, int i, double[] depth) {
        double at = along(towards, cells.x()[i], cells.y()[i], cells.z()[i]);
        return Math.clamp((at - depth[0]) / (depth[1] - depth[0]), 0, 1);
    }

    private static double along(double[] axis, double x, double y, double z) {
        return axis[0] * x + axis[1] * y + axis[2] * z;
    }

    private static double along(double[] axis, double[] point) {
        return along(axis, point[0], point[1], point[2]);
    }

    /// Bits 0, 1, 2 of a corner's number say whether x, y, z are the upper ones.
    private static double[][] corners(double[] lower, double[] upper) {
        double[][] corners = new double[8][3];
        for (int k = 0; k < 8; k++) {
            for (int axis = 0; axis < 3; axis++) {
                corners[k][axis] = (k >> axis & 1) == 0 ? lower[axis] : upper[axis];
            }
        }
        return corners;
    }

    private static double[] extent(double[][] corners, double[] axis) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] corner : corners) {
            double at = along(axis, corner);
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        return new double[] {low, high};
    }

    /// Edges that meet in the farthest corner are hidden by a full domain; the others are not.
    private void edges(double[][] corners, List<double[]> behind, List<double[]> front) {
        int farthest = 0;
        for (int k = 1; k < 8; k++) {
            if (along(towards, corners[k]) < along(towards, corners[farthest])) {
                farthest = k;
            }
        }
        for (int k = 0; k < 8; k++) {
            for (int axis = 0; axis < 3; axis++) {
                int other = k | 1 << axis;
                if (other != k) {
                    double[] line = {
                        along(across, corners[k]),
                        along(up, corners[k]),
                        along(across, corners[other]),
                        along(up, corners[other])
                    };
                    (k == farthest || other == farthest ? behind : front).add(line);
                }
            }
        }
    }
}
