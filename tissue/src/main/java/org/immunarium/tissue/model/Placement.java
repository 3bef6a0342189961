package org.immunarium.tissue.model;

import java.util.Map;

/// How cells come to be where they are, at the start or when they are given.
public sealed interface Placement {

    /// The number of the type of its cells.
    int type();

    /// How many cells it places.
    ///
    /// @param flat whether the domain is
    int cells(boolean flat);

    /// One cell at a place.
    ///
    /// @param type       the number of its type
    /// @param volume     µm³; NaN for its type's
    /// @param behaviours values that only this cell has, by place in the vocabulary; a rule for the same behaviour
    ///                   replaces them
    record Cell(int type, double x, double y, double z, double volume, Map<Integer, Double> behaviours)
            implements Placement {

        @Override
        public int cells(boolean flat) {
            return 1;
        }
    }

    /// Cells anywhere in the domain, each place as likely as any other, in a flat domain on the plane z = 0.
    ///
    /// @param type the number of their type
    record Scattered(int type, int count) implements Placement {

        @Override
        public int cells(boolean flat) {
            return count;
        }
    }

    /// Cells anywhere in a region, each place as likely as any other.
    ///
    /// @param type the number of their type
    record Within(int type, int count, Region region) implements Placement {

        @Override
        public int cells(boolean flat) {
            return count;
        }
    }

    /// A region full of cells.
    ///
    /// @param type    the number of their type
    /// @param spacing the distance of neighbours, µm, above 0
    record Packed(int type, Region region, Packing packing, double spacing) implements Placement {

        @Override
        public int cells(boolean flat) {
            int[] cells = new int[1];
            packing.fill(region, spacing, flat, (_, _, _) -> cells[0]++);
            return cells[0];
        }
    }

    /// Cells in the domain around those of a type that are there when these come, each place as likely as any other:
    /// nearer to their middle than `farthest`, and no nearer than `nearest`, each added to the distance of the
    /// outermost of them. Where there are none of them, their middle is that of the domain, and that distance 0.
    ///
    /// @param type     the number of their type
    /// @param around   the number of the type that they are put around
    /// @param nearest  µm, not negative
    /// @param farthest µm, above `nearest`; infinite for as far as the domain goes
    record Around(int type, int count, int around, double nearest, double farthest) implements Placement {

        @Override
        public int cells(boolean flat) {
            return count;
        }
    }
}
