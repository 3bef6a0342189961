package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.random.Uniform;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.api.Test;

/// Where cells are put, and what each of them is like.
final class ArrivalsTest {

    @Test
    void aTissuePlacesCellsInTheOrderAsked() {
        TestTissue tissue = new TestTissue(200, true)
                .type("a")
                .type("b")
                .packed("a", new Region.Ball(0, 0, 0, 50), 16)
                .within("b", 30, new Region.Shell(0, 0, 0, 100, 120));
        try (Tissue one = tissue.start(7, 1);
                Tissue two = tissue.start(7, 2)) {
            int packed = one.cells().count() - 30;
            assertThat(packed).isGreaterThan(20);
            for (int i = 0; i < one.cells().count(); i++) {
                double x = one.cells().x.values[i];
                double y = one.cells().y.values[i];
                double distance = Math.sqrt(x * x + y * y);
                assertThat(one.cells().type.values[i]).isEqualTo(one.cells().id.values[i] < packed ? 0 : 1);
                if (one.cells().type.values[i] == 0) {
                    assertThat(distance).isLessThan(50);
                } else {
                    assertThat(distance).isBetween(100.0, 120.0);
                }
                assertThat(two.cells().x.values[i]).isEqualTo(x);
            }
        }
    }

    @Test
    void cellsThatAreGivenComeAroundThoseThatAreThere() {
        TestTissue test = new TestTissue(300, false)
                .wall()
                .type("tumor")
                .type("T cell")
                .packed("tumor", new Region.Ball(50, 0, 0, 60), 16);
        Treatment treatment = new Treatment(
                List.of(),
                List.of(
                        new Treatment.Infusion(0, new Placement.Around(1, 200, 0, 50, Double.POSITIVE_INFINITY)),
                        new Treatment.Infusion(12, new Placement.Around(1, 200, 0, 20, 40))),
                List.of());
        try (Tissue tissue = test.start(treatment, 1, 1)) {
            int tumour = tissue.cells().count() - 200;
            assertThat(distances(tissue, tumour, tumour + 200)).allMatch(d -> d >= 105);
            assertThat(distances(tissue, tumour, tumour + 200)).anyMatch(d -> d >= 250);
            tissue.advanceTo(12);
            tissue.advance();
            assertThat(tissue.cells().count()).isEqualTo(tumour + 400);
            assertThat(distances(tissue, tumour + 200, tumour + 400)).allMatch(d -> d > 70 && d < 101);
        }
    }

    /// From (50, 0, 0), of cells with these ids.
    private static List<Double> distances(Tissue tissue, long from, long to) {
        return IntStream.range(0, tissue.cells().count())
                .filter(i -> tissue.cells().id.values[i] >= from && tissue.cells().id.values[i] < to)
                .mapToObj(i -> {
                    double x = tissue.cells().x.values[i] - 50;
                    double y = tissue.cells().y.values[i];
                    double z = tissue.cells().z.values[i];
                    return Math.sqrt(x * x + y * y + z * z);
                })
                .toList();
    }

    @Test
    void whereThereIsNoRoomAroundThemIsTold() {
        TestTissue test = new TestTissue(50, true).type("tumor").type("T cell").cell("tumor", 0, 0, 0);
        Treatment treatment = new Treatment(
                List.of(), List.of(new Treatment.Infusion(0, new Placement.Around(1, 1, 0, 80, 90))), List.of());
        assertThatThrownBy(() -> test.start(treatment, 1, 1))
                .isInstanceOf(NumericalFailure.class)
                .hasMessageContaining("T cell");
    }

    @Test
    void whatVariesIsDrawnForEachCellAndTheSameOnAnyNumberOfThreads() {
        TestTissue test = new TestTissue(300, true)
                .variable("oncoprotein")
                .type("tumor")
                .varies("tumor", "custom:oncoprotein", new Uniform(1, 3), false)
                .scattered("tumor", 1000);
        try (Tissue one = test.start(1, 1);
                Tissue two = test.start(1, 2)) {
            int place = one.behaviours().vocabulary().place(Behaviour.CUSTOM);
            double sum = 0;
            double square = 0;
            for (int i = 0; i < 1000; i++) {
                double value = one.behaviours().of(place, i);
                assertThat(value).isBetween(1.0, 3.0);
                assertThat(two.behaviours().of(place, i)).isEqualTo(value);
                sum += value / 1000;
                square += (value - 2) * (value - 2) / 1000;
            }
            assertThat(sum).isCloseTo(2, within(0.08));
            assertThat(square).isCloseTo(1 / 3.0, within(0.05));
        }
    }

    @Test
    void aCellMayHaveASizeAndBehavioursOfItsOwn() {
        TestTissue test = new TestTissue(300, true).type("tumor");
        int speed = test.model().behaviours().place(Behaviour.MIGRATION_SPEED);
        Beginning beginning = Beginning.of(List.of(
                new Placement.Cell(0, 0, 0, 0, 1000, Map.of(speed, 5.0)),
                new Placement.Cell(0, 50, 0, 0, Double.NaN, Map.of())));
        try (Tissue tissue = new Tissue(test.model(), beginning, 1, 0, 1)) {
            int own = TestTissue.find(tissue, 0);
            int usual = TestTissue.find(tissue, 1);
            assertThat(tissue.cells().volume.values[own]).isCloseTo(1000, within(1e-9));
            assertThat(tissue.cells().volume.values[usual]).isCloseTo(2494, within(1e-9));
            assertThat(tissue.behaviours().of(speed, own)).isEqualTo(5);
            assertThat(tissue.behaviours().of(speed, usual)).isEqualTo(1);
        }
    }
}
