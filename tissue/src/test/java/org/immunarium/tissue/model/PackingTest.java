package org.immunarium.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How regions are filled.
final class PackingTest {

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
}
