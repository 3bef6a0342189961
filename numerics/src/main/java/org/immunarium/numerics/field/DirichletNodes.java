package org.immunarium.numerics.field;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Voxels in which a substance is held at a value, whatever happens around them: a list, so that
/// what it costs grows with the nodes and not with the grid.
///
/// Values may be changed between steps, as where a drug's concentration in the blood is held at the
/// grid's faces.
public final class DirichletNodes {

    /// A face of the grid.
    public enum Face {
        /// The lower end of x.
        X_LOW,
        /// The upper end of x.
        X_HIGH,
        /// The lower end of y.
        Y_LOW,
        /// The upper end of y.
        Y_HIGH,
        /// The lower end of z.
        Z_LOW,
        /// The upper end of z.
        Z_HIGH
    }

    private final int[] voxels;
    private final double[] values;

    private DirichletNodes(int[] voxels, double[] values) {
        this.voxels = voxels;
        this.values = values;
    }

    /// No nodes: no substance passes the grid's faces.
    public static DirichletNodes none() {
        return new DirichletNodes(new int[0], new double[0]);
    }

    /// Nodes on a grid, to be named.
    public static Builder on(Grid grid) {
        return new Builder(grid);
    }

    /// Names nodes; of two values for a voxel the later counts.
    public static final class Builder {

        private final Grid grid;
        private final TreeMap<Integer, Double> nodes = new TreeMap<>();

        private Builder(Grid grid) {
            this.grid = grid;
        }

        /// Holds a voxel.
        ///
        /// @throws IndexOutOfBoundsException if the grid has no such voxel
        /// @throws IllegalArgumentException if the value is not finite
        public Builder voxel(int voxel, double value) {
            if (voxel < 0 || voxel >= grid.voxels()) {
                throw new IndexOutOfBoundsException("voxel " + voxel + " of " + grid.voxels());
            }
            nodes.put(voxel, finite(value));
            return this;
        }

        /// Holds the voxels at a face of the grid.
        ///
        /// @throws IllegalArgumentException if the value is not finite
        public Builder face(Face face, double value) {
            finite(value);
            for (int voxel = 0; voxel < grid.voxels(); voxel++) {
                boolean there = switch (face) {
                    case X_LOW -> grid.i(voxel) == 0;
                    case X_HIGH -> grid.i(voxel) == grid.nx() - 1;
                    case Y_LOW -> grid.j(voxel) == 0;
                    case Y_HIGH -> grid.j(voxel) == grid.ny() - 1;
                    case Z_LOW -> grid.k(voxel) == 0;
                    case Z_HIGH -> grid.k(voxel) == grid.nz() - 1;
                };
                if (there) {
                    nodes.put(voxel, value);
                }
            }
            return this;
        }

        /// The nodes named so far.
        public DirichletNodes build() {
            int[] voxels = new int[nodes.size()];
            double[] values = new double[nodes.size()];
            int n = 0;
            for (Map.Entry<Integer, Double> node : nodes.entrySet()) {
                voxels[n] = node.getKey();
                values[n++] = node.getValue();
            }
            return new DirichletNodes(voxels, values);
        }
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a substance cannot be held at " + value);
        }
        return value;
    }

    /// The number of nodes.
    public int size() {
        return voxels.length;
    }

    /// The voxel of a node; nodes are in the order of voxels.
    public int voxel(int node) {
        return voxels[node];
    }

    /// The value of a node.
    public double value(int node) {
        return values[node];
    }

    /// Changes the value of a node.
    ///
    /// @throws IllegalArgumentException if the value is not finite
    public void setValue(int node, double value) {
        values[node] = finite(value);
    }

    /// Changes the value of all nodes.
    ///
    /// @throws IllegalArgumentException if the value is not finite
    public void setValues(double value) {
        Arrays.fill(values, finite(value));
    }

    /// Puts the values into a column.
    public void impose(double[] density) {
        impose(density, 0, voxels.length);
    }

    /// Puts the values of nodes `from` to `to - 1` into a column.
    void impose(double[] density, int from, int to) {
        for (int node = from; node < to; node++) {
            density[voxels[node]] = values[node];
        }
    }

    /// Puts the values of the nodes that a part of a list names into a column.
    void impose(double[] density, int[] list, int from, int to) {
        for (int k = from; k < to; k++) {
            density[voxels[list[k]]] = values[list[k]];
        }
    }

    /// Puts zero where nodes from voxel `from` to voxel `to - 1` are.
    void clear(double[] column, int from, int to) {
        for (int node = firstFrom(from); node < voxels.length && voxels[node] < to; node++) {
            column[voxels[node]] = 0;
        }
    }

    /// The first node at or above a voxel; the number of nodes if there is none.
    int firstFrom(int voxel) {
        int at = Arrays.binarySearch(voxels, voxel);
        return at < 0 ? -1 - at : at;
    }
}
