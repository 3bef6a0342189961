package org.immunarium.tissue.model;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.RandomStream;

/// A part of space that cells are placed in at the start; in a flat domain what the plane z = 0 cuts
/// out of it, and its middle lies in that plane. All lengths are in µm.
public sealed interface Region {

    /// Where its middle is.
    double x();

    /// Where its middle is.
    double y();

    /// Where its middle is.
    double z();

    /// How far it reaches from its middle along an axis, to both sides.
    ///
    /// @param axis 0 for x, 1 for y, 2 for z
    double reach(int axis);

    /// Whether a place is in it.
    boolean contains(double x, double y, double z);

    /// Its volume, µm³; of what is in the plane, its area, µm².
    double size(boolean flat);

    /// Draws a place in it, each as likely as any other.
    ///
    /// @param place gets x, y and z
    void draw(RandomStream random, boolean flat, double[] place);

    /// All that is nearer to its middle than a radius: a sphere, or in the plane a disc.
    ///
    /// @param radius above 0
    record Ball(double x, double y, double z, double radius) implements Region {

        private Shell whole() {
            return new Shell(x, y, z, 0, radius);
        }

        @Override
        public double reach(int axis) {
            return radius;
        }

        @Override
        public boolean contains(double px, double py, double pz) {
            return whole().contains(px, py, pz);
        }

        @Override
        public double size(boolean flat) {
            return whole().size(flat);
        }

        @Override
        public void draw(RandomStream random, boolean flat, double[] place) {
            whole().draw(random, flat, place);
        }
    }

    /// What is between two radii: a shell, or in the plane a ring.
    ///
    /// @param inner not negative
    /// @param outer above it
    record Shell(double x, double y, double z, double inner, double outer) implements Region {

        @Override
        public double reach(int axis) {
            return outer;
        }

        @Override
        public boolean contains(double px, double py, double pz) {
            double dx = px - x;
            double dy = py - y;
            double dz = pz - z;
            double square = dx * dx + dy * dy + dz * dz;
            return square >= inner * inner && square < outer * outer;
        }

        @Override
        public double size(boolean flat) {
            return flat
                    ? Math.PI * (outer * outer - inner * inner)
                    : 4 * Math.PI / 3 * (outer * outer * outer - inner * inner * inner);
        }

        /// The distance from the middle by inversion of its distribution, then a direction.
        @Override
        public void draw(RandomStream random, boolean flat, double[] place) {
            double share = random.nextDouble();
            double distance = flat
                    ? Math.sqrt(inner * inner + share * (outer * outer - inner * inner))
                    : ElementaryFunctions.root(
                            3, inner * inner * inner + share * (outer * outer * outer - inner * inner * inner));
            distance = Math.clamp(distance, inner, outer);
            double angle = 2 * Math.PI * random.nextDouble();
            double up = flat ? 0 : 2 * random.nextDouble() - 1;
            double across = Math.sqrt(1 - up * up) * distance;
            place[0] = x + across * ElementaryFunctions.cos(angle);
            place[1] = y + across * ElementaryFunctions.sin(angle);
            place[2] = z + up * distance;
        }
    }

    /// A box, or in the plane a rectangle, with sides along the axes.
    ///
    /// @param width  along x, above 0
    /// @param height along y, above 0
    /// @param depth  along z, above 0; 0 where it is of the plane only
    record Box(double x, double y, double z, double width, double height, double depth) implements Region {

        @Override
        public double reach(int axis) {
            return (axis == 0 ? width : axis == 1 ? height : depth) / 2;
        }

        @Override
        public boolean contains(double px, double py, double pz) {
            return Math.abs(px - x) <= width / 2 && Math.abs(py - y) <= height / 2 && Math.abs(pz - z) <= depth / 2;
        }

        @Override
        public double size(boolean flat) {
            return width * height * (flat ? 1 : depth);
        }

        @Override
        public void draw(RandomStream random, boolean flat, double[] place) {
            place[0] = x + (random.nextDouble() - 0.5) * width;
            place[1] = y + (random.nextDouble() - 0.5) * height;
            place[2] = flat ? z : z + (random.nextDouble() - 0.5) * depth;
        }
    }
}
