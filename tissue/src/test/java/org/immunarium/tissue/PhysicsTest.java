package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.Guidance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The physics of single cells, against closed forms and against what PhysiCell 1.14.2 gives (`docs/physicell.md`,
/// section 12).
final class PhysicsTest {

    private static final Offset<Double> EXACT = within(5e-9);

    @ParameterizedTest
    @CsvSource({
        "10, -1.53555811, 6.03034625",
        "16, -0.00117131739, 0.0881930732",
        "18, 0.00831194016, 0",
        "21, 9.13096431e-07, 0",
        "21.1, 0, 0"
    })
    void twoCellsPushAndPullAsInPhysiCell(double distance, double velocity, double pressure) {
        try (Tissue tissue = new TestTissue(200, true)
                .type("cell")
                .cell("cell", -distance / 2, 0, 0)
                .cell("cell", distance / 2, 0, 0)
                .start(1, 1)) {
            tissue.velocities.update();
            int left = tissue.cells.x.values[0] < 0 ? 0 : 1;
            assertThat(tissue.cells.vx.values[left]).isCloseTo(velocity, EXACT);
            assertThat(tissue.cells.vx.values[1 - left]).isCloseTo(-velocity, EXACT);
            assertThat(tissue.cells.pressure.values[left]).isCloseTo(pressure, EXACT);
        }
    }

    @Test
    void theWallPushesBack() {
        try (Tissue tissue = new TestTissue(200, true)
                .wall()
                .type("cell")
                .cell("cell", -195, 30, 0)
                .start(1, 1)) {
            tissue.velocities.update();
            assertThat(tissue.cells.vx.values[0]).isCloseTo(16.45610373, EXACT);
        }
    }

    @Test
    void twoCellsThatOverlapComeToRestWhereForcesAreEven() {
        try (Tissue tissue = new TestTissue(200, false)
                .type("cell")
                .cell("cell", -2, 0, 0)
                .cell("cell", 2, 0, 0)
                .start(1, 1)) {
            tissue.advanceTo(600);
            // 10 (1 - d/R)² = 0.4 (1 - d/S)², with S = 1.25 R: so d = R (1 - q) / (1 - q / 1.25), q = sqrt(0.04).
            double radii = 2 * tissue.cells.radius.values[0];
            double rest = radii * (1 - 0.2) / (1 - 0.2 / 1.25);
            double distance = Math.abs(tissue.cells.x.values[0] - tissue.cells.x.values[1]);
            assertThat(distance).isCloseTo(rest, within(1e-3));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2511.6445", "10, 2785.3197", "40, 3884.7125", "80, 4620.6217", "160, 4949.1855"})
    void aGrowingCellGrowsAsInPhysiCell(int steps, double volume) {
        try (Tissue tissue = single()) {
            tissue.cells.targetNuclearSolid.values[0] *= 2;
            IntStream.range(0, steps).forEach(_ -> tissue.volumes.update(0, 6));
            assertThat(tissue.cells.volume.values[0]).isCloseTo(volume, within(1e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1879.2749", "10, 317.70416", "40, 39.687429", "85, 6.5966733"})
    void anApoptoticCellShrinksAsInPhysiCell(int steps, double volume) {
        try (Tissue tissue = single()) {
            tissue.death.begin(0, Fate.APOPTOTIC);
            IntStream.range(0, steps).forEach(_ -> tissue.volumes.update(0, 6));
            assertThat(tissue.cells.volume.values[0]).isCloseTo(volume, within(2e-4 * volume));
        }
    }

    @Test
    void anApoptoticCellIsGoneAfterItsTime() {
        try (Tissue tissue = single()) {
            tissue.death.begin(0, Fate.APOPTOTIC);
            tissue.advanceTo(510);
            assertThat(tissue.cells.count()).isEqualTo(1);
            tissue.advanceTo(516);
            assertThat(tissue.cells.count()).isZero();
        }
    }

    @Test
    void aNecroticCellSwellsAndBursts() {
        try (Tissue tissue = single()) {
            tissue.death.begin(0, Fate.NECROTIC);
            double before = tissue.cells.volume.values[0];
            double most = before;
            while (tissue.cells.fate.values[0] == Fate.NECROTIC) {
                tissue.advance();
                most = Math.max(most, tissue.cells.volume.values[0]);
            }
            assertThat(most).isBetween(2 * before, 2.05 * before);
            tissue.advanceTo(tissue.time() + 3000);
            assertThat(tissue.cells.volume.values[0]).isLessThan(before);
        }
    }

    @Test
    void cellsAreBornAtTheRateOfTheirCycle() {
        double rate = 0.001;
        TestTissue model = new TestTissue(5000, true)
                .type("cell")
                .does("cell", "cycle entry", rate)
                .scattered("cell", 1000);
        try (Tissue tissue = model.start(7, 2)) {
            tissue.advanceTo(600);
            // 101 rounds at 0, 6, ... 594: each cell divides with the probability 0.006.
            double expected = 1000 * ElementaryFunctions.pow(1 + 6 * rate, 100);
            double deviation = Math.sqrt(1000 * ElementaryFunctions.exp(0.6) * (ElementaryFunctions.exp(0.6) - 1));
            assertThat((double) tissue.cells.count()).isCloseTo(expected, within(4 * deviation));
        }
    }

    @Test
    void aCellWithPhasesOfFixedLengthDividesOnTheMinute() {
        TestTissue model = new TestTissue(500, true)
                .type("cell")
                .cycle("cell", CycleModel.FLOW_CYTOMETRY_SEPARATED.withFixed(true, true, true, true))
                .does("cell", "cycle entry", 1 / 60.0)
                .does("cell", "exit from cycle phase 1", 1 / 120.0)
                .does("cell", "exit from cycle phase 2", 1 / 60.0)
                .does("cell", "exit from cycle phase 3", 1 / 30.0)
                .cell("cell", 0, 0, 0);
        try (Tissue tissue = model.start(7, 1)) {
            // The round at time 0 counts as 6 min.
            tissue.advanceTo(264);
            assertThat(tissue.cells.count()).isEqualTo(1);
            tissue.advanceTo(270);
            assertThat(tissue.cells.count()).isEqualTo(2);
            tissue.advanceTo(540);
            assertThat(tissue.cells.count()).isEqualTo(4);
        }
    }

    @Test
    void persistentWalkersSpreadAsTheirMeanSquareDisplacementSays() {
        double speed = 2;
        double persistence = 5;
        TestTissue model = new TestTissue(4000, true)
                .type("walker")
                .motile("walker", new Guidance.None())
                .does("walker", "migration speed", speed)
                .does("walker", "migration persistence time", persistence)
                .does("walker", "cell-cell repulsion", 0)
                .does("walker", "cell-cell adhesion", 0);
        for (int i = 0; i < 4000; i++) {
            model.cell("walker", 0, 0, 0);
        }
        try (Tissue tissue = model.start(3, 2)) {
            tissue.advanceTo(50);
            double[] x0 = tissue.cells.x.values.clone();
            double[] y0 = tissue.cells.y.values.clone();
            long[] id0 = tissue.cells.id.values.clone();
            tissue.advanceTo(150);
            double sum = 0;
            Cells cells = tissue.cells;
            for (int i = 0; i < cells.count(); i++) {
                for (int k = 0; k < cells.count(); k++) {
                    if (id0[k] == cells.id.values[i]) {
                        double dx = cells.x.values[i] - x0[k];
                        double dy = cells.y.values[i] - y0[k];
                        sum += dx * dx + dy * dy;
                    }
                }
            }
            double t = 100;
            // Fürth 1920: 2 s² τ (t - τ (1 - exp(-t / τ))).
            double expected = 2
                    * speed
                    * speed
                    * persistence
                    * (t - persistence * (1 - ElementaryFunctions.exp(-t / persistence)));
            assertThat(sum / cells.count()).isCloseTo(expected, within(0.06 * expected));
        }
    }

    @Test
    void anAttackLastsAndWoundsAsItsDurationSays() {
        TestTissue model = new TestTissue(3000, true)
                .type("attacker")
                .type("target")
                .does("attacker", "attack target", 1e6)
                .does("attacker", "attack duration", 15)
                .does("attacker", "attack damage rate", 1)
                .does("attacker", "is_movable", 1);
        for (int i = 0; i < 900; i++) {
            double x = -2900 + 190.0 * (i % 30);
            double y = -2900 + 190.0 * (i / 30);
            model.cell("attacker", x, y, 0).cell("target", x + 15, y, 0);
        }
        try (Tissue tissue = model.start(3, 2)) {
            tissue.advanceTo(300);
            // One attack follows the next at once: the target is under attack all the time, but for a step between two.
            double total = 0;
            for (int i = 0; i < tissue.cells.count(); i++) {
                total += tissue.cells.damage.values[i];
            }
            assertThat(total / 900).isCloseTo(300 * 15 / (15 + 0.0), within(3.0));
        }
    }

    private static Tissue single() {
        return new TestTissue(200, true).type("cell").cell("cell", 0, 0, 0).start(1, 1);
    }
}
