package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.model.Packing;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where cells are at the start.
final class PlacementTest {

    private static final double RADIUS = 60;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyPlaceInARegionIsAsLikelyAsAnyOther(boolean flat) {
        List<Region> regions = List.of(
                new Region.Ball(5, -7, 0, RADIUS),
                new Region.Shell(5, -7, 0, 40, RADIUS),
                new Region.Box(5, -7, 0, 2 * RADIUS, RADIUS, RADIUS));
        int draws = 20_000;
        for (Region region : regions) {
            RandomStream random = new RandomStream(1, 0, 0, Purpose.PLACEMENT);
            double[] place = new double[3];
            double[] means = new double[3];
            int right = 0;
            int upperRight = 0;
            for (int n = 0; n < draws; n++) {
                region.draw(random, flat, place);
                assertThat(region.contains(place[0], place[1], place[2])).isTrue();
                for (int axis = 0; axis < 3; axis++) {
                    means[axis] += place[axis] / draws;
                }
                right += place[0] > 5 ? 1 : 0;
                upperRight += place[0] > 5 && place[1] > -7 ? 1 : 0;
            }
            assertThat(means[0]).isCloseTo(5, Offset.offset(1.0));
            assertThat(means[1]).isCloseTo(-7, Offset.offset(1.0));
            assertThat(means[2]).isCloseTo(0, Offset.offset(flat ? 0 : 1.0));
            assertThat(right).isCloseTo(draws / 2, Offset.offset(300));
            assertThat(upperRight).isCloseTo(draws / 4, Offset.offset(300));
        }
        // Half of a disc's area is within 1/√2 of its radius, half of a sphere's volume within the cube root of 1/2.
        double half = RADIUS * (flat ? Math.sqrt(0.5) : Math.cbrt(0.5));
        RandomStream random = new RandomStream(2, 0, 0, Purpose.PLACEMENT);
        double[] place = new double[3];
        int within = 0;
        for (int n = 0; n < draws; n++) {
            regions.getFirst().draw(random, flat, place);
            within += new Region.Ball(5, -7, 0, half).contains(place[0], place[1], place[2]) ? 1 : 0;
        }
        assertThat(within).isCloseTo(draws / 2, Offset.offset(300));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void packedCellsHaveSixNeighboursInThePlaneAndTwelveInSpace(boolean flat) {
        double spacing = 16;
        List<double[]> places = new ArrayList<>();
        Packing.CLOSE.fill(
                new Region.Ball(3, 4, flat ? 0 : 5, 5 * spacing),
                spacing,
                flat,
                (x, y, z) -> places.add(new double[] {x, y, z}));
        double[] middle = {3, 4, flat ? 0 : 5};
        assertThat(places).contains(middle);
        assertThat(neighbours(places, middle, spacing)).isEqualTo(flat ? 6 : 12);
        double nearest = places.stream()
                .mapToDouble(one -> places.stream()
                        .filter(other -> other != one)
                        .mapToDouble(other -> distance(one, other))
                        .min()
                        .orElseThrow())
                .min()
                .orElseThrow();
        assertThat(nearest).isCloseTo(spacing, Offset.offset(1e-9));
    }

    private static long neighbours(List<double[]> places, double[] of, double spacing) {
        return places.stream()
                .filter(other -> distance(of, other) > 0 && distance(of, other) < 1.001 * spacing)
                .count();
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(axis -> (a[axis] - b[axis]) * (a[axis] - b[axis]))
                .sum());
    }

    @Test
    void aPackedRegionHoldsAboutAsManyCellsAsItsSizeSays() {
        for (boolean flat : new boolean[] {true, false}) {
            for (Region region : List.of(
                    new Region.Ball(0, 0, 0, 200),
                    new Region.Shell(0, 0, 0, 100, 200),
                    new Region.Box(0, 0, 0, 300, 200, 250))) {
                for (Packing packing : Packing.values()) {
                    int[] count = new int[1];
                    packing.fill(region, 12, flat, (_, _, _) -> count[0]++);
                    double about = packing.estimate(region, 12, flat);
                    assertThat((double) count[0]).isCloseTo(about, Offset.offset(0.1 * about));
                }
            }
        }
    }

    /// The sample projects of PhysiCell fill a disc of 250 µm with cells of 2494 µm³ so.
    @Test
    void aDiscOfATumourIsFilledAsInTheSamplesOfPhysiCell() {
        double spacing = 0.95 * 2 * 8.412710547954228;
        int sample = 0;
        int row = 0;
        for (double y = 0; y < 250; y += spacing * Math.sqrt(3) / 2) {
            for (double x = row % 2 * 0.5 * spacing; x < Math.sqrt(250 * 250 - y * y); x += spacing) {
                sample += (x > 0.01 ? 2 : 1) * (y > 0.01 ? 2 : 1);
            }
            row++;
        }
        int[] count = new int[1];
        Packing.CLOSE.fill(new Region.Ball(0, 0, 0, 250), spacing, true, (_, _, _) -> count[0]++);
        assertThat(count[0]).isEqualTo(sample);
    }

    /// Luque et al. 2024, doi 10.1038/s41598-024-63125-5: a ball of 150 µm holds 3,957 cells of 2494 µm³.
    @Test
    void aBallIsFilledLooselyAsTheOrganoidIs() {
        double diameter = 2 * 8.412710547954228;
        int[] count = new int[1];
        Packing.LOOSE.fill(new Region.Ball(0, 0, 0, 150), diameter, false, (_, _, _) -> count[0]++);
        assertThat(count[0]).isEqualTo(3957);
    }

    @Test
    void looseRowsInThePlaneAreRowsOfTriangles() {
        List<double[]> places = new ArrayList<>();
        Packing.LOOSE.fill(
                new Region.Box(0, 0, 0, 100, 100, 100), 16, true, (x, y, z) -> places.add(new double[] {x, y, z}));
        double[] inside = places.stream()
                .filter(place -> distance(place, new double[3]) < 16)
                .findFirst()
                .orElseThrow();
        assertThat(neighbours(places, inside, 16)).isEqualTo(6);
    }

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
        try (Tissue tissue = new Tissue(test.model(), test.beginning(), treatment, 1, 0, 1)) {
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
                .mapToObj(i -> distance(new double[] {50, 0, 0}, new double[] {
                    tissue.cells().x.values[i], tissue.cells().y.values[i], tissue.cells().z.values[i]
                }))
                .toList();
    }

    @Test
    void whereThereIsNoRoomAroundThemIsTold() {
        TestTissue test = new TestTissue(50, true).type("tumor").type("T cell").cell("tumor", 0, 0, 0);
        Treatment treatment = new Treatment(
                List.of(), List.of(new Treatment.Infusion(0, new Placement.Around(1, 1, 0, 80, 90))), List.of());
        assertThatThrownBy(() -> new Tissue(test.model(), test.beginning(), treatment, 1, 0, 1))
                .isInstanceOf(NumericalFailure.class)
                .hasMessageContaining("T cell");
    }
}
