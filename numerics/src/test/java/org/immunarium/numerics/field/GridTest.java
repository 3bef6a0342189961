package org.immunarium.numerics.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

    private static final Grid GRID = new Grid(4, 3, 5, 20, 10, 5, -40, -15, 100);

    @Test
    void theCentreOfEveryVoxelIsInIt() {
        for (int voxel = 0; voxel < GRID.voxels(); voxel++) {
            assertThat(GRID.voxelAt(GRID.x(voxel), GRID.y(voxel), GRID.z(voxel)))
                    .isEqualTo(voxel);
            assertThat(GRID.voxel(GRID.i(voxel), GRID.j(voxel), GRID.k(voxel))).isEqualTo(voxel);
        }
        assertThat(GRID.voxels()).isEqualTo(60);
        assertThat(GRID.voxelVolume()).isEqualTo(1000);
        assertThat(GRID.voxel(1, 0, 0)).isEqualTo(1);
        assertThat(GRID.voxel(0, 1, 0)).isEqualTo(4);
        assertThat(GRID.voxel(0, 0, 1)).isEqualTo(12);
    }

    @Test
    void facesBelongToTheUpperVoxelAndTheUpperFaceToTheLast() {
        assertThat(GRID.voxelAt(-40, -15, 100)).isZero();
        assertThat(GRID.voxelAt(-20, -15, 100)).isEqualTo(1);
        assertThat(GRID.voxelAt(40, 15, 125)).isEqualTo(59);
    }

    @Test
    void aPlaceOutsideOrNotANumberIsRefused() {
        assertThat(GRID.contains(40.001, 0, 110)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GRID.voxelAt(40.001, 0, 110))
                .withMessage(
                        "(40.001, 0.0, 110.0) is outside the grid, -40.0 to 40.0 by -15.0 to 15.0 by 100.0 to 125.0");
        assertThatIllegalArgumentException().isThrownBy(() -> GRID.voxelAt(Double.NaN, 0, 110));
        assertThatThrownBy(() -> GRID.voxel(4, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void lengthsAreNumbersAboveZero(double length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(2, 2, 2, 1, length, 1))
                .withMessage("dy = " + length + ": a voxel's length is a number above 0");
    }

    @Test
    void impossibleGridsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(0, 1, 1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(2000, 2000, 2000, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(1, 1, 1, 1, 1, 1, 0, Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(1, 1, 1, 1e-200, 1e-200, 1e-200));
    }

    @Test
    void dimensionsAreTheAxesThatAreNotFlat() {
        assertThat(GRID.dimensions()).isEqualTo(3);
        assertThat(new Grid(1, 7, 1, 1, 1, 1).dimensions()).isEqualTo(1);
        assertThat(new Grid(1, 1, 1, 1, 1, 1).dimensions()).isZero();
    }
}
