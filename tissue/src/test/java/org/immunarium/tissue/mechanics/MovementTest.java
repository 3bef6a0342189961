package org.immunarium.tissue.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.MigrationModel;
import org.junit.jupiter.api.Test;

/// Where velocities bring cells.
final class MovementTest {

    /// One cell, and what moves it.
    private static Movement movement(Tissue tissue, boolean varies, Team team) {
        Surfaces surfaces = new Surfaces(tissue.cells(), tissue.behaviours(), 1);
        Velocities velocities = new Velocities(
                tissue.cells(),
                tissue.behaviours(),
                tissue.model().types(),
                surfaces,
                tissue.neighbours(),
                tissue.model().domain(),
                varies,
                team);
        return new Movement(tissue.cells(), velocities, tissue.model().domain(), tissue.losses(), varies, team);
    }

    private static TestTissue one(double x) {
        return new TestTissue(100, true).type("cell").cell("cell", x, 0, 0);
    }

    /// How far from its place a cell is that a spring of 1/min has pulled for 1 min.
    private static double error(double dt) {
        try (Tissue tissue = one(50).start(1, 1);
                Team team = new Team(1)) {
            Movement movement = movement(tissue, true, team);
            Cells cells = tissue.cells();
            for (int step = 0; step < Math.round(1 / dt); step++) {
                cells.vx.values[0] = -cells.x.values[0];
                movement.update(dt, step == 0 ? 0 : 1);
            }
            return Math.abs(cells.x.values[0] - 50 * Math.exp(-1));
        }
    }

    @Test
    void theErrorFallsWithTheSquareOfTheStep() {
        assertThat(error(0.02) / error(0.01)).isCloseTo(4, within(0.2));
    }

    @Test
    void theVelocityOfTheStepBeforeCountsHalf() {
        try (Tissue tissue = one(0).start(1, 1);
                Team team = new Team(1)) {
            Movement movement = movement(tissue, false, team);
            tissue.cells().vx.values[0] = 2;
            movement.update(0.1, 1);
            assertThat(tissue.cells().x.values[0]).isCloseTo(0.3, within(1e-12));
            tissue.cells().vx.values[0] = -1;
            movement.update(0.1, 1);
            assertThat(tissue.cells().x.values[0]).isCloseTo(0.3 - 0.15 - 0.1, within(1e-12));
        }
    }

    @Test
    void whatACellGivesItselfCountsOnceWhereStepsDiffer() {
        try (Tissue tissue = one(0).start(1, 1);
                Team team = new Team(1)) {
            Movement movement = movement(tissue, true, team);
            tissue.cells().motionX.values[0] = 3;
            movement.update(0.1, 0);
            tissue.cells().motionX.values[0] = 0;
            movement.update(0.2, 2);
            assertThat(tissue.cells().x.values[0]).isCloseTo(0.3, within(1e-12));
        }
    }

    @Test
    void aHopIsDoneWithItsStep() {
        TestTissue test = one(0).does("cell", "migration speed", 5)
                .does("cell", "migration persistence time", 0.5)
                .change(
                        "cell",
                        type -> type.withMigration(
                                new MigrationModel(true, new Guidance.None(), OptionalDouble.of(0.1))));
        try (Tissue tissue = test.start(1, 1)) {
            Cells cells = tissue.cells();
            int hops = 0;
            for (int step = 0; step < 100; step++) {
                double x = cells.x.values[0];
                double y = cells.y.values[0];
                tissue.advance();
                double way = Math.hypot(cells.x.values[0] - x, cells.y.values[0] - y);
                boolean hopped = cells.motionX.values[0] != 0;
                assertThat(way > 0).isEqualTo(hopped);
                hops += hopped && Math.abs(way - 0.5) < 1e-9 ? 1 : 0;
            }
            assertThat(hops).isBetween(8, 32);
        }
    }

    @Test
    void whoLeavesTheDomainStaysThere() {
        try (Tissue tissue = one(99).start(1, 1);
                Team team = new Team(1)) {
            Movement movement = movement(tissue, false, team);
            tissue.cells().vx.values[0] = 20;
            movement.update(0.1, 0);
            assertThat(tissue.cells().x.values[0]).isEqualTo(101);
            assertThat(tissue.cells().outside.values[0]).isEqualTo(1);
            tissue.cells().vx.values[0] = -20;
            movement.update(0.1, 0);
            assertThat(tissue.cells().x.values[0]).isEqualTo(101);
        }
    }

    @Test
    void whoLeavesIsLostAndKeepsNoVelocity() {
        TestTissue test = new TestTissue(100, true)
                .type("still")
                .type("motile")
                .motile("motile", new Guidance.None())
                .does("motile", "migration speed", 5)
                .cell("still", 0, 0, 0)
                .scattered("motile", 50);
        try (Tissue tissue = test.start(1, 2)) {
            tissue.advanceTo(600);
            Cells cells = tissue.cells();
            int left = 0;
            for (int i = 0; i < cells.count(); i++) {
                if (cells.outside.values[i] != 0) {
                    left++;
                    assertThat(cells.vx.values[i]).isZero();
                    assertThat(cells.motionX.values[i]).isZero();
                }
            }
            assertThat(left).isGreaterThan(20);
            assertThat(tissue.losses().of(0, Cause.LEFT_DOMAIN)).isZero();
            assertThat(tissue.losses().of(1, Cause.LEFT_DOMAIN)).isEqualTo(left);
        }
    }

    @Test
    void twoCellsThatOverlapComeToRestWhereForcesAreEven() {
        TestTissue test =
                new TestTissue(200, false).type("cell").cell("cell", -2, 0, 0).cell("cell", 2, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(600);
            // 10 (1 - d/R)² = 0.4 (1 - d/S)², with S = 1.25 R: so d = R (1 - q) / (1 - q / 1.25), q = sqrt(0.04).
            double radii = 2 * tissue.cells().radius.values[0];
            double rest = radii * (1 - 0.2) / (1 - 0.2 / 1.25);
            double distance = Math.abs(tissue.cells().x.values[0] - tissue.cells().x.values[1]);
            assertThat(distance).isCloseTo(rest, within(1e-3));
        }
    }
}
