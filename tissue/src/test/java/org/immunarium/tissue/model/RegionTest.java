package org.immunarium.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Places that are drawn from a region lie in it, each as likely as any other.
final class RegionTest {

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
}
