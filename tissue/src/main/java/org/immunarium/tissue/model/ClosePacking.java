package org.immunarium.tissue.model;

/// Places as near to each other as a distance allows: rows of triangles in the plane; in space layers
/// of them, each over the gaps of the one below (hexagonal close packing). One place is the middle of
/// the region.
public final class ClosePacking {

    /// Neighbours are this share of a diameter apart, so that they touch and press a little, as in the
    /// sample projects of PhysiCell (Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991).
    public static final double CLOSENESS = 0.95;

    /// From row to row, by the distance of neighbours.
    private static final double ROW = Math.sqrt(3) / 2;

    /// From layer to layer, by the distance of neighbours.
    private static final double LAYER = Math.sqrt(2.0 / 3);

    /// How far every other layer is shifted along y, by the distance of neighbours.
    private static final double SHIFT = Math.sqrt(3) / 6;

    private ClosePacking() {}

    /// Gets places one after the other.
    @FunctionalInterface
    public interface Places {
        void take(double x, double y, double z);
    }

    /// How many places there are about, in a region that is large beside the distance of neighbours.
    ///
    /// @param spacing the distance of neighbours, µm
    public static double estimate(Region region, double spacing, boolean flat) {
        double each = flat ? ROW * spacing * spacing : ROW * LAYER * spacing * spacing * spacing;
        return region.size(flat) / each;
    }

    /// All places in a region, layer by layer, row by row.
    ///
    /// @param spacing the distance of neighbours, µm
    /// @param flat    whether they are in the plane z = 0 only
    public static void fill(Region region, double spacing, boolean flat, Places places) {
        int layers = flat ? 0 : half(region, 2, LAYER * spacing);
        int rows = half(region, 1, ROW * spacing);
        int columns = half(region, 0, spacing);
        for (int layer = -layers; layer <= layers; layer++) {
            boolean shifted = (layer & 1) != 0;
            double z = region.z() + layer * (LAYER * spacing);
            for (int row = -rows; row <= rows; row++) {
                double y = region.y() + row * (ROW * spacing) + (shifted ? SHIFT * spacing : 0);
                boolean staggered = ((row + layer) & 1) != 0;
                for (int column = -columns; column <= columns; column++) {
                    double x = region.x() + (column + (staggered ? 0.5 : 0)) * spacing;
                    if (region.contains(x, y, z)) {
                        places.take(x, y, z);
                    }
                }
            }
        }
    }

    /// How many steps there may be from the middle to the end of a region, and one for shifts.
    private static int half(Region region, int axis, double step) {
        return (int) Math.ceil(region.reach(axis) / step) + 1;
    }
}
