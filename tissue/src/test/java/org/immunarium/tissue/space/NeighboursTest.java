package org.immunarium.tissue.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is near whom, against all pairs looked at one by one.
final class NeighboursTest {

    /// Of lists, µm.
    private static final double SKIN = 3;

    private static TestTissue scattered(boolean flat) {
        return new TestTissue(flat ? 150 : 60, flat)
                .type("small")
                .type("large")
                .does("large", "relative maximum adhesion distance", 2.5)
                .scattered("small", 200)
                .scattered("large", 60)
                // Outside of the domain, beside one that is at its edge.
                .cell("small", flat ? 149 : 59, 0, 0)
                .cell("small", flat ? 160 : 70, 0, 0);
    }

    private static double distance(Cells cells, int i, int j) {
        double dx = cells.x.values[i] - cells.x.values[j];
        double dy = cells.y.values[i] - cells.y.values[j];
        double dz = cells.z.values[i] - cells.z.values[j];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private static List<Integer> listed(Neighbours neighbours, int cell) {
        return Arrays.stream(neighbours.list(cell), neighbours.first(cell), neighbours.end(cell))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 3", "false, 1", "false, 3"})
    void listsHoldAllWhoAreNearAndNobodyElse(boolean flat, int threads) {
        try (Tissue tissue = scattered(flat).start(1, threads)) {
            Cells cells = tissue.cells();
            long total = 0;
            for (int i = 0; i < cells.count(); i++) {
                List<Integer> near = new ArrayList<>();
                for (int j = 0; j < cells.count(); j++) {
                    double far = cells.span.values[i] + cells.span.values[j] + SKIN;
                    if (j != i && distance(cells, i, j) < far) {
                        near.add(j);
                    }
                }
                assertThat(listed(tissue.neighbours(), i)).containsExactlyInAnyOrderElementsOf(near);
                total += near.size();
            }
            assertThat(tissue.neighbours().total()).isEqualTo(total);
        }
    }

    @Test
    void listsServeUntilACellHasMovedOrGrownByHalfOfTheSkin() {
        try (Tissue tissue = scattered(true).start(1, 2)) {
            Neighbours neighbours = tissue.neighbours();
            Cells cells = tissue.cells();
            assertThat(neighbours.update(0)).isFalse();
            cells.x.values[7] += 1.4;
            assertThat(neighbours.update(0)).isFalse();
            cells.span.values[7] += 0.2;
            assertThat(neighbours.update(0)).isTrue();
            assertThat(neighbours.update(0)).isFalse();
            cells.y.values[9] -= 1.6;
            assertThat(neighbours.update(0)).isTrue();
            cells.remove(3);
            assertThat(neighbours.isCurrent()).isFalse();
            assertThat(neighbours.update(0)).isTrue();
        }
    }

    @Test
    void whoIsListedAndInWhichOrderDependsOnPlacesAndIdsAlone() {
        try (Tissue one = scattered(false).start(1, 1);
                Tissue three = scattered(false).start(1, 3)) {
            // Other indices, the same cells.
            Cells cells = three.cells();
            int[] order = IntStream.range(0, cells.count())
                    .map(i -> cells.count() - 1 - i)
                    .toArray();
            try (Team team = new Team(1)) {
                cells.sort(order, team);
            }
            three.neighbours().update(0);
            for (int i = 0; i < one.cells().count(); i++) {
                int other = TestTissue.find(three, one.cells().id.values[i]);
                assertThat(ids(three, other)).isEqualTo(ids(one, i));
            }
        }
    }

    private static List<Long> ids(Tissue tissue, int cell) {
        return listed(tissue.neighbours(), cell).stream()
                .map(j -> tissue.cells().id.values[j])
                .toList();
    }

    @Test
    void cellsTouchWithinTheSumOfTheirReaches() {
        TestTissue test =
                new TestTissue(200, true).type("cell").cell("cell", 0, 0, 0).cell("cell", 20, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            double reaches = tissue.cells().reach.values[0] + tissue.cells().reach.values[1];
            int second = TestTissue.find(tissue, 1);
            assertThat(tissue.neighbours().touch(0, 1)).isTrue();
            tissue.cells().x.values[second] = reaches + 1e-9;
            assertThat(tissue.neighbours().touch(0, 1)).isFalse();
            tissue.cells().x.values[second] = reaches - 1e-9;
            assertThat(tissue.neighbours().touch(1, 0)).isTrue();
        }
    }

    @Test
    void listsForWhichThereIsNoRoomAreRefused() {
        Cells cells = new Cells();
        for (int i = 0; i < 100; i++) {
            int cell = cells.create();
            cells.span.values[cell] = 10;
        }
        try (Team team = new Team(1)) {
            Neighbours roomy = new Neighbours(
                    cells, new TestTissue(50, true).type("cell").model().domain(), team);
            assertThat(roomy.update(0)).isTrue();
            assertThat(roomy.total()).isEqualTo(9_900);
            Neighbours narrow = new Neighbours(
                    cells, new TestTissue(50, true).type("cell").model().domain(), team, 60_000);
            assertThatExceptionOfType(NumericalFailure.class)
                    .isThrownBy(() -> narrow.update(12))
                    .withMessageStartingWith("at time 12 min: \"neighbours\": more than 5625 cells would be listed");
        }
    }
}
