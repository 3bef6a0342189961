package org.immunarium.numerics.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows become columns, whatever their number, and nothing beside them is touched.
final class TransposeTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1", "1, 20", "3, 7", "4, 4", "4, 75", "8, 8", "8, 9", "11, 75", "16, 16", "16, 75", "75, 16", "75, 5"
    })
    void rowsBecomeColumns(int rows, int columns) {
        int at = 3;
        int stride = columns + 2;
        int goal = 5;
        int goalStride = rows + 1;
        double[] from = new double[at + rows * stride];
        Arrays.setAll(from, k -> k);
        double[] to = new double[goal + columns * goalStride];
        Arrays.fill(to, -1);
        Transpose.copy(from, at, stride, to, goal, goalStride, rows, columns);
        double[] expected = new double[to.length];
        Arrays.fill(expected, -1);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                expected[goal + column * goalStride + row] = from[at + row * stride + column];
            }
        }
        assertThat(to).isEqualTo(expected);
    }
}
