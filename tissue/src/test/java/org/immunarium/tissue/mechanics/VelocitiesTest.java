package org.immunarium.tissue.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Forces between cells, against closed forms and what PhysiCell 1.14.2 gives (`docs/physicell.md`,
/// section 12).
final class VelocitiesTest {

    private static final Offset<Double> EXACT = within(5e-9);

    private static Velocities velocities(Tissue tissue, boolean varies, Team team) {
        Surfaces surfaces = new Surfaces(
                tissue.cells(), tissue.behaviours(), tissue.model().types().size());
        surfaces.refresh();
        return new Velocities(
                tissue.cells(),
                tissue.behaviours(),
                tissue.model().types(),
                surfaces,
                tissue.neighbours(),
                tissue.model().domain(),
                varies,
                team);
    }

    @ParameterizedTest
    @CsvSource({
        "10, -1.53555811, 6.03034625",
        "16, -0.00117131739, 0.0881930732",
        "18, 0.00831194016, 0",
        "21, 9.13096431e-07, 0",
        "21.1, 0, 0"
    })
    void twoCellsPushAndPullAsInPhysiCell(double distance, double velocity, double pressure) {
        TestTissue test = new TestTissue(200, true)
                .type("cell")
                .cell("cell", -distance / 2, 0, 0)
                .cell("cell", distance / 2, 0, 0);
        try (Tissue tissue = test.start(1, 1);
                Team team = new Team(1)) {
            velocities(tissue, false, team).update();
            int left = TestTissue.find(tissue, 0);
            int right = TestTissue.find(tissue, 1);
            assertThat(tissue.cells().vx.values[left]).isCloseTo(velocity, EXACT);
            assertThat(tissue.cells().vx.values[right]).isCloseTo(-velocity, EXACT);
            assertThat(tissue.cells().pressure.values[left]).isCloseTo(pressure, EXACT);
        }
    }

    @Test
    void theWallPushesBack() {
        TestTissue test = new TestTissue(200, true).wall().type("cell").cell("cell", -195, 30, 0);
        try (Tissue tissue = test.start(1, 1);
                Team team = new Team(1)) {
            velocities(tissue, false, team).update();
            assertThat(tissue.cells().vx.values[0]).isCloseTo(16.45610373, EXACT);
        }
    }

    /// In all four corners, two of which are on the diagonal; wherever the domain is.
    @ParameterizedTest
    @CsvSource({"0, 0", "200, 200", "-500, -500", "300, 0"})
    void theWallPushesInwardsInEveryCorner(double middleX, double middleY) {
        TestTissue test = new TestTissue(200, true)
                .middle(middleX, middleY)
                .wall()
                .type("cell")
                .cell("cell", middleX - 195, middleY - 195, 0)
                .cell("cell", middleX + 195, middleY - 195, 0)
                .cell("cell", middleX - 195, middleY + 195, 0)
                .cell("cell", middleX + 195, middleY + 195, 0);
        try (Tissue tissue = test.start(1, 1);
                Team team = new Team(1)) {
            velocities(tissue, false, team).update();
            for (int i = 0; i < 4; i++) {
                double vx = tissue.cells().vx.values[i];
                double vy = tissue.cells().vy.values[i];
                double inwards = -vx * Math.signum(tissue.cells().x.values[i] - middleX)
                        - vy * Math.signum(tissue.cells().y.values[i] - middleY);
                assertThat(inwards).as("cell " + i).isPositive();
                assertThat(Math.hypot(vx, vy)).isCloseTo(16.45610373, EXACT);
            }
            tissue.advanceTo(10);
            assertThat(tissue.cells().outside.values).startsWith(0, 0, 0, 0);
        }
    }

    @Test
    void strengthsOfTwoTypesAreTheirGeometricMeans() {
        TestTissue test = new TestTissue(200, true)
                .type("one")
                .type("other")
                .does("one", "cell-cell repulsion", 4)
                .does("other", "cell-cell repulsion", 9)
                .does("one", "cell-cell adhesion", 1)
                .does("other", "cell-cell adhesion", 4)
                .does("one", "adhesive affinity to other", 0.25)
                .cell("one", 0, -6, 0)
                .cell("other", 0, 6, 0);
        try (Tissue tissue = test.start(1, 1);
                Team team = new Team(1)) {
            velocities(tissue, false, team).update();
            double radii = 2 * tissue.cells().radius.values[0];
            double push = 6 * Math.pow(1 - 12 / radii, 2) - 2 * 0.5 * Math.pow(1 - 12 / (1.25 * radii), 2);
            assertThat(tissue.cells().vy.values[TestTissue.find(tissue, 0)]).isCloseTo(-push, EXACT);
            assertThat(tissue.cells().vy.values[TestTissue.find(tissue, 1)]).isCloseTo(push, EXACT);
        }
    }

    @Test
    void stiffnessBoundsTheSlopeOfTheForce() {
        TestTissue test = new TestTissue(200, true)
                .type("cell")
                .does("cell", "cell-cell adhesion", 0)
                .cell("cell", -5, 0, 0)
                .cell("cell", 5, 0, 0);
        try (Tissue tissue = test.start(1, 1);
                Team team = new Team(1)) {
            Velocities velocities = velocities(tissue, true, team);
            int left = TestTissue.find(tissue, 0);
            velocities.update();
            double before = tissue.cells().vx.values[left];
            double stiffness = velocities.stiffness();
            double radii = 2 * tissue.cells().radius.values[0];
            assertThat(stiffness).isCloseTo(4 * 10 * (1 - 10 / radii) / radii, within(1e-12));
            // Two cells part at twice the slope of the force on one: so fast that is, it relaxes.
            double way = 1e-6;
            tissue.cells().x.values[left] -= way;
            velocities.update();
            double slope = (tissue.cells().vx.values[left] - before) / way;
            assertThat(2 * slope).isCloseTo(stiffness, within(1e-5));
        }
    }
}
