package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.immunarium.tissue.cell.Column;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.cell.IntColumn;
import org.immunarium.tissue.cell.LongColumn;
import org.immunarium.tissue.model.Guidance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The number of threads does not matter to any bit of a tissue in which everything happens.
final class SameBitsTest {

    private static final double TIME = 90;

    private static TestTissue busy(boolean flat) {
        return new TestTissue(flat ? 200 : 80, flat)
                .wall()
                .substance("oxygen", 1e5, 0.1, 38)
                .substance("signal", 1000, 0.1, 0)
                .type("tumor")
                .type("T cell")
                .type("macrophage")
                .motile("T cell", new Guidance.Chemotaxis(1, true))
                .motile("macrophage", new Guidance.Weighted(true))
                .does("macrophage", "chemotactic response to signal", 1)
                .does("macrophage", "migration bias", 0.4)
                .does("macrophage", "phagocytose apoptotic cell", 0.05)
                .does("macrophage", "phagocytose tumor", 0.0005)
                .does("macrophage", "transform to T cell", 0.0005)
                .does("tumor", "oxygen uptake", 10)
                .does("tumor", "signal secretion", 1)
                .does("tumor", "signal secretion target", 1)
                .does("tumor", "cycle entry", 0.002)
                .does("tumor", "apoptosis", 0.001)
                .does("tumor", "fuse to tumor", 0.00001)
                .does("tumor", "cell attachment rate", 0.01)
                .does("tumor", "cell detachment rate", 0.01)
                .does("T cell", "attack tumor", 0.1)
                .does("T cell", "attack duration", 5)
                .does("T cell", "migration bias", 0.5)
                .rule("tumor", "damage", true, "apoptosis", 0.1, 3, 4)
                .rule("tumor", "pressure", false, "cycle entry", 0, 1, 4)
                .rule("T cell", "contact with tumor", false, "migration speed", 0.1, 0.5, 4)
                .scattered("tumor", flat ? 400 : 500)
                .scattered("T cell", 60)
                .scattered("macrophage", 40);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyNumberOfThreadsGivesTheSameBitsAsOne(boolean flat) {
        long one = digest(flat, 1);
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(digest(flat, threads)).as(threads + " threads").isEqualTo(one);
        }
    }

    private static long digest(boolean flat, int threads) {
        try (Tissue tissue = busy(flat).start(5, threads)) {
            tissue.advanceTo(TIME);
            long hash = Arrays.hashCode(tissue.fields().concentrations(0)) * 31L
                    + Arrays.hashCode(tissue.fields().concentrations(1));
            int[] order = IntStream.range(0, tissue.cells().count())
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> tissue.cells().id.values[i]))
                    .mapToInt(i -> i)
                    .toArray();
            for (Column column : tissue.cells().columns()) {
                for (int i : order) {
                    long bits = switch (column) {
                        case DoubleColumn numbers -> Double.doubleToRawLongBits(numbers.values[i]);
                        case IntColumn numbers -> numbers.values[i];
                        case LongColumn numbers -> numbers.values[i];
                    };
                    hash = 31 * hash + bits;
                }
            }
            return hash;
        }
    }
}
