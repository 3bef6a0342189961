package org.immunarium.numerics.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.immunarium.numerics.field.DirichletNodes.Face;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against closed forms.
class LodDiffusionTest {

    private static final double OXYGEN = 1e5;

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "9, 1, 1, 1", "9, 7, 1, 2", "9, 1, 5, 2", "9, 7, 5, 3"})
    void decayIsSharedByTheAxes(int nx, int ny, int nz, int axes) {
        Grid grid = new Grid(nx, ny, nz, 20, 20, 20);
        double[] density = uniform(grid, 38);
        LodDiffusion diffusion = new LodDiffusion(grid, OXYGEN, 0.1, 0.01);
        for (int step = 0; step < 1000; step++) {
            diffusion.step(density);
        }
        double expected = 38 * StrictMath.pow(1 + 0.1 * 0.01 / axes, -1000 * axes);
        assertThat(density).hasSize(grid.voxels());
        for (double value : density) {
            assertThat(value).isCloseTo(expected, within(1e-10));
        }
        assertThat(expected).isCloseTo(38 * StrictMath.exp(-1), within(0.01));
    }

    /// A substance set free at the middle spreads as a Gaussian: amount (4 π D t)^(-d/2)
    /// exp(-|x|² / 4 D t).
    @ParameterizedTest
    @CsvSource({"101, 1, 1", "1, 101, 1", "61, 61, 1", "1, 61, 61", "41, 41, 41"})
    void aPointSourceSpreadsAsAGaussian(int nx, int ny, int nz) {
        double h = 10;
        Grid grid = new Grid(nx, ny, nz, h, h, h, -h * nx / 2, -h * ny / 2, -h * nz / 2);
        double d = 1000;
        double time = 1;
        int steps = 1000;
        double[] density = new double[grid.voxels()];
        density[grid.voxels() / 2] = 1;
        LodDiffusion diffusion = new LodDiffusion(grid, d, 0, time / steps);
        for (int step = 0; step < steps; step++) {
            diffusion.step(density);
        }
        double peak = StrictMath.pow(h / StrictMath.sqrt(4 * StrictMath.PI * d * time), grid.dimensions());
        double largest = 0;
        for (int voxel = 0; voxel < density.length; voxel++) {
            double square =
                    grid.x(voxel) * grid.x(voxel) + grid.y(voxel) * grid.y(voxel) + grid.z(voxel) * grid.z(voxel);
            double expected = peak * StrictMath.exp(-square / (4 * d * time));
            largest = Math.max(largest, Math.abs(density[voxel] - expected));
        }
        // h² / 8 over the variance, 2 D t, along each axis.
        assertThat(largest).isLessThan(grid.dimensions() * 0.0075 * peak);
    }

    /// In a steady state the held voxel lets go within a step, so that its value seems to be held
    /// r voxels further out: slope 1 / (n - 1 + 2 r) a voxel.
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 2.5})
    void aSteadyStateBetweenHeldFacesIsALine(double r) {
        int n = 21;
        Grid grid = new Grid(n, 6, 5, 20, 20, 20);
        DirichletNodes nodes =
                DirichletNodes.on(grid).face(Face.X_LOW, 1).face(Face.X_HIGH, 0).build();
        LodDiffusion diffusion = new LodDiffusion(grid, OXYGEN, 0, r * 400 / OXYGEN, nodes);
        double[] density = new double[grid.voxels()];
        for (int step = 0; step < 3000 / r; step++) {
            diffusion.step(density);
        }
        double slope = 1 / (n - 1 + 2 * r);
        for (int voxel = 0; voxel < density.length; voxel++) {
            int i = grid.i(voxel);
            double expected = i == 0 ? 1 : i == n - 1 ? 0 : 1 - (i + r) * slope;
            assertThat(density[voxel]).isCloseTo(expected, within(1e-9));
        }
    }

    /// cos(π (i + 1/2) / n) keeps its shape: a step divides it by 1 + 4 r sin²(π / 2 n).
    @Test
    void theErrorIsOfFirstOrderInTime() {
        int n = 20;
        Grid grid = new Grid(n, n, 1, 20, 20, 20);
        double rate = 2 * 4 * 10 * StrictMath.pow(StrictMath.sin(StrictMath.PI / (2 * n)), 2);
        double before = 0;
        for (int steps = 50; steps <= 400; steps *= 2) {
            double[] density = cosines(grid);
            double start = density[0];
            LodDiffusion diffusion = new LodDiffusion(grid, 4000, 0, 1.0 / steps);
            for (int step = 0; step < steps; step++) {
                diffusion.step(density);
            }
            double error = density[0] / start - StrictMath.exp(-rate);
            if (before > 0) {
                assertThat(before / error).isCloseTo(2, offset(0.03));
            }
            before = error;
        }
    }

    @Test
    void theErrorIsOfSecondOrderInSpace() {
        double before = 0;
        for (int n = 5; n <= 40; n *= 2) {
            Grid grid = new Grid(n, n, n, 200.0 / n, 200.0 / n, 200.0 / n);
            double[] density = cosines(grid);
            double start = density[0];
            double d = 1000;
            double dt = 1e-6;
            LodDiffusion diffusion = new LodDiffusion(grid, d, 0, dt);
            for (int step = 0; step < 20; step++) {
                diffusion.step(density);
            }
            double wave = StrictMath.PI / 200;
            double rate = StrictMath.log(start / density[0]) / (20 * dt);
            double error = Math.abs(rate - 3 * d * wave * wave);
            if (before > 0) {
                assertThat(before / error).isCloseTo(4, offset(0.15));
            }
            before = error;
        }
    }

    private static double[] cosines(Grid grid) {
        double[] density = new double[grid.voxels()];
        for (int voxel = 0; voxel < density.length; voxel++) {
            density[voxel] = cosine(grid.i(voxel), grid.nx())
                    * cosine(grid.j(voxel), grid.ny())
                    * cosine(grid.k(voxel), grid.nz());
        }
        return density;
    }

    private static double cosine(int i, int n) {
        return n == 1 ? 1 : StrictMath.cos(StrictMath.PI * (i + 0.5) / n);
    }

    private static double[] uniform(Grid grid, double value) {
        double[] density = new double[grid.voxels()];
        Arrays.fill(density, value);
        return density;
    }

    @Test
    void heldValuesMayChangeBetweenSteps() {
        Grid grid = new Grid(10, 10, 1, 20, 20, 20);
        DirichletNodes nodes =
                DirichletNodes.on(grid).face(Face.Y_LOW, 0).voxel(55, 3).build();
        assertThat(nodes.size()).isEqualTo(11);
        LodDiffusion diffusion = new LodDiffusion(grid, OXYGEN, 0, 0.01, nodes);
        double[] density = new double[grid.voxels()];
        diffusion.step(density);
        assertThat(density[55]).isEqualTo(3);
        nodes.setValue(10, 4);
        nodes.setValue(0, 2);
        diffusion.step(density);
        assertThat(density[55]).isEqualTo(4);
        assertThat(density[0]).isEqualTo(2);
        nodes.setValues(1);
        diffusion.step(density);
        assertThat(density[5]).isEqualTo(1);
        assertThat(nodes.value(10)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void numbersOutOfTheirRangeAreRefused(double wrong) {
        Grid grid = new Grid(3, 3, 3, 1, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LodDiffusion(grid, wrong, 0, 1))
                .withMessage("a diffusion coefficient of " + wrong + "; it is a finite number, zero or more");
        assertThatIllegalArgumentException().isThrownBy(() -> new LodDiffusion(grid, 1, wrong, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LodDiffusion(grid, 1, 1, wrong))
                .withMessage("a time step of " + wrong + "; it is a number above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new LodDiffusion(grid, 1, 1, 0));
    }

    @Test
    void nodesAndColumnsOfAnotherGridAreRefused() {
        Grid grid = new Grid(3, 3, 3, 1, 1, 1);
        DirichletNodes larger =
                DirichletNodes.on(new Grid(4, 4, 4, 1, 1, 1)).voxel(60, 1).build();
        assertThatIllegalArgumentException().isThrownBy(() -> new LodDiffusion(grid, 1, 0, 1, larger));
        assertThatIllegalArgumentException().isThrownBy(() -> new LodDiffusion(grid, 1, 0, 1).step(new double[28]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DirichletNodes.on(grid).voxel(2, Double.NaN));
    }
}
