package org.immunarium.numerics.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.immunarium.numerics.parallel.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientTest {

    static List<Grid> grids() {
        return List.of(
                new Grid(1, 1, 1, 20, 20, 20),
                new Grid(7, 1, 1, 20, 20, 20),
                new Grid(2, 9, 1, 20, 10, 5),
                new Grid(1, 3, 2, 20, 10, 5),
                new Grid(23, 19, 17, 20, 10, 5));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void aLinearFieldHasItsSlopesAlsoAtTheEnds(Grid grid) {
        double[] density = new double[grid.voxels()];
        for (int voxel = 0; voxel < density.length; voxel++) {
            density[voxel] = 3 * grid.x(voxel) - 2 * grid.y(voxel) + 0.5 * grid.z(voxel);
        }
        double[][] g = new double[3][grid.voxels()];
        try (Team team = new Team(1)) {
            new Gradient(grid, team).everywhere(density, g[0], g[1], g[2]);
        }
        for (int voxel = 0; voxel < density.length; voxel++) {
            assertThat(g[0][voxel]).isCloseTo(grid.nx() == 1 ? 0 : 3, within(1e-12));
            assertThat(g[1][voxel]).isCloseTo(grid.ny() == 1 ? 0 : -2, within(1e-12));
            assertThat(g[2][voxel]).isCloseTo(grid.nz() == 1 ? 0 : 0.5, within(1e-12));
        }
    }

    @Test
    void differencesAreCentralInside() {
        Grid grid = new Grid(4, 1, 1, 10, 20, 20);
        double[][] g = new double[3][4];
        try (Team team = new Team(1)) {
            new Gradient(grid, team).everywhere(new double[] {0, 1, 4, 9}, g[0], g[1], g[2]);
        }
        assertThat(g[0]).containsExactly(0.1, 0.2, 0.4, 0.5);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void someVoxelsHaveTheBitsOfAllOnAnyNumberOfThreads(Grid grid) {
        double[] density = new SplittableRandom(1).doubles(grid.voxels()).toArray();
        double[][] all = new double[3][grid.voxels()];
        int[] voxels =
                new SplittableRandom(2).ints(6000, 0, grid.voxels()).sorted().toArray();
        for (int threads : new int[] {1, 2, 3, 8}) {
            try (Team team = new Team(threads)) {
                Gradient gradient = new Gradient(grid, team);
                gradient.everywhere(density, all[0], all[1], all[2]);
                double[][] some = new double[3][voxels.length];
                gradient.at(density, voxels, voxels.length, some[0], some[1], some[2]);
                for (int axis = 0; axis < 3; axis++) {
                    for (int n = 0; n < voxels.length; n++) {
                        assertThat(some[axis][n]).isEqualTo(all[axis][voxels[n]]);
                    }
                }
            }
        }
    }

    @Test
    void columnsAndVoxelsOfAnotherGridAreRefused() {
        Grid grid = new Grid(3, 3, 3, 1, 1, 1);
        double[] column = new double[27];
        double[] longer = new double[28];
        try (Team team = new Team(1)) {
            Gradient gradient = new Gradient(grid, team);
            assertThatIllegalArgumentException().isThrownBy(() -> gradient.everywhere(longer, column, column, column));
            assertThatIllegalArgumentException().isThrownBy(() -> gradient.everywhere(column, column, longer, column));
            assertThatThrownBy(() -> gradient.at(column, new int[] {27}, 1, column, column, column))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
