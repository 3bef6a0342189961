package org.immunarium.study.tissue.picture;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.tissue.frame.Frame;

/// A cut through a tissue along a plane of one z: of each cell that the plane meets, what it cuts out of it. Of
/// a flat tissue that is all there is.
final class Section {

    private Section() {}

    /// @param z     of the plane, µm
    /// @param title of the panel
    static Panel of(Frame frame, SeenCells cells, Optional<HeatMap> map, double z, String title) {
        double[] lower = frame.lower();
        double[] upper = frame.upper();
        int types = frame.types().size();
        int[] first = new int[Palette.FATES * types + 1];
        for (int i = 0; i < cells.count(); i++) {
            if (isCut(cells, i, z)) {
                first[rank(cells, i, types) + 1]++;
            }
        }
        for (int rank = 1; rank < first.length; rank++) {
            first[rank] += first[rank - 1];
        }
        int[] order = new int[first[first.length - 1]];
        for (int i = 0; i < cells.count(); i++) {
            if (isCut(cells, i, z)) {
                order[first[rank(cells, i, types)]++] = i;
            }
        }
        Discs discs = new Discs();
        for (int i : order) {
            discs.add(
                    cells.x()[i],
                    cells.y()[i],
                    cut(cells.radius()[i], cells.z()[i] - z),
                    cut(cells.nucleus()[i], cells.z()[i] - z),
                    Palette.style(cells.type()[i], cells.fate()[i], 0));
        }
        return new Panel(title, lower[0], lower[1], upper[0], upper[1], discs, map, List.of(), List.of());
    }

    private static double cut(double radius, double distance) {
        return Math.sqrt(Math.max(0, radius * radius - distance * distance));
    }

    private static boolean isCut(SeenCells cells, int cell, double z) {
        return Math.abs(cells.z()[cell] - z) < cells.radius()[cell];
    }

    /// The dead lie below the living, and all of one look lie together, which makes an SVG small.
    private static int rank(SeenCells cells, int cell, int types) {
        int fate = Math.clamp(cells.fate()[cell], 0, Palette.FATES - 1);
        return (Palette.FATES - 1 - fate) * types + Math.clamp(cells.type()[cell], 0, types - 1);
    }
}
