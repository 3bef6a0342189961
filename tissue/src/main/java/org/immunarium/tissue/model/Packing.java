package org.immunarium.tissue.model;

/// How a region is filled with cells.
///
/// *Source*: the closeness of neighbours and the loose lattice are those of the sample projects of PhysiCell
/// (Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991).
public enum Packing {

    /// As near to each other as a distance allows: rows of triangles in the plane; in space layers
    /// of them, each over the gaps of the one below (hexagonal close packing). One place is the
    /// middle of the region. Neighbours are 0.95 diameters apart, so that they touch and press a
    /// little.
    CLOSE(0.95) {
        @Override
        public double estimate(Region region, double spacing, boolean flat) {
            double each = flat ? ROW * spacing * spacing : ROW * LAYER * spacing * spacing * spacing;
            return region.size(flat) / each;
        }

        @Override
        public void fill(Region region, double spacing, boolean flat, Places places) {
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
    },

    /// Rows along y, √3/2 of a distance from each other along x and z; every other row is shifted
    /// by half a distance along y, every other layer by a quarter along x. In the plane that is as
    /// near as can be; in space there is room for a fifth more. The first place is the region's
    /// lower corner. Neighbours in a row are a diameter apart.
    LOOSE(1) {
        @Override
        public double estimate(Region region, double spacing, boolean flat) {
            return region.size(flat) / (flat ? ROW * spacing * spacing : ROW * ROW * spacing * spacing * spacing);
        }

        @Override
        public void fill(Region region, double spacing, boolean flat, Places places) {
            double step = ROW * spacing;
            int layers = flat ? 0 : (int) (2 * region.reach(2) / step);
            int columns = (int) (2 * region.reach(0) / step);
            int rows = (int) (2 * region.reach(1) / spacing);
            double lowest = flat ? region.z() : region.z() - region.reach(2);
            for (int layer = 0; layer <= layers; layer++) {
                double z = lowest + layer * step;
                double shift = (layer & 1) * spacing / 4;
                for (int column = 0; column <= columns; column++) {
                    double x = region.x() - region.reach(0) + column * step + shift;
                    double stagger = (column & 1) * spacing / 2;
                    for (int row = 0; row <= rows; row++) {
                        double y = region.y() - region.reach(1) + row * spacing + stagger;
                        if (region.contains(x, y, z)) {
                            places.take(x, y, z);
                        }
                    }
                }
            }
        }
    };

    /// From row to row, by the distance of neighbours.
    private static final double ROW = Math.sqrt(3) / 2;

    /// From layer to layer, by the distance of neighbours.
    private static final double LAYER = Math.sqrt(2.0 / 3);

    /// How far every other layer is shifted along y, by the distance of neighbours.
    private static final double SHIFT = Math.sqrt(3) / 6;

    private final double closeness;

    Packing(double closeness) {
        this.closeness = closeness;
    }

    /// Gets places one after the other.
    @FunctionalInterface
    public interface Places {

        /// Takes the next one: its coordinates, µm.
        void take(double x, double y, double z);
    }

    /// The distance of neighbours by their diameter.
    public double closeness() {
        return closeness;
    }

    /// How many places there are about, in a region that is large beside the distance of neighbours.
    ///
    /// @param spacing the distance of neighbours, µm
    public abstract double estimate(Region region, double spacing, boolean flat);

    /// All places in a region, layer by layer, row by row.
    ///
    /// @param spacing the distance of neighbours, µm
    /// @param flat    whether they are in one plane only, that of the region's middle
    public abstract void fill(Region region, double spacing, boolean flat, Places places);

    /// How many steps there may be from the middle to the end of a region, and one for shifts.
    private static int half(Region region, int axis, double step) {
        return (int) Math.ceil(region.reach(axis) / step) + 1;
    }
}
