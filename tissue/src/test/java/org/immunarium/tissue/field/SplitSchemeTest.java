package org.immunarium.tissue.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each substance takes steps of its own length, whatever those of others are.
final class SplitSchemeTest {

    private static final int SIGNAL = 1;

    private static double[] signal(int everyOfOxygen, int everyOfSignal, int threads) {
        TestTissue test = new TestTissue(100, false)
                .held(0)
                .substance("oxygen", 1e5, 0.1, 38, everyOfOxygen)
                .substance("signal", 1000, 0.1, 1, everyOfSignal)
                .type("tumor")
                .does("tumor", "oxygen uptake", 10)
                .does("tumor", "signal secretion", 1)
                .does("tumor", "signal secretion target", 1)
                .cell("tumor", 10, 10, 10)
                .cell("tumor", -50, 10, 30);
        try (Tissue tissue = test.start(1, threads)) {
            tissue.advanceTo(30);
            return tissue.fields().concentrations(SIGNAL).clone();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void doesNotDependOnTheStepsOfOthers(int threads) {
        double[] beside = signal(1, 10, threads);
        assertThat(beside).isEqualTo(signal(10, 10, 1)).isNotEqualTo(signal(1, 1, 1));
    }

    /// Errors of steps of 0.1, 0.05 and 0.02 min beside those of 0.01 min are as 9, 4 and 1.
    @Test
    void errorsAreOfTheOrderOfTheSteps() {
        double[] one = signal(1, 1, 1);
        double two = farthest(signal(1, 2, 1), one);
        assertThat(farthest(signal(1, 5, 1), one) / two).isCloseTo(4, within(0.4));
        assertThat(farthest(signal(1, 10, 1), one) / two).isCloseTo(9, within(1.5));
    }

    private static double farthest(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(voxel -> Math.abs(a[voxel] - b[voxel]))
                .max()
                .orElseThrow();
    }
}
