package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When cells die, and when the dead are gone.
final class DeathTest {

    @Test
    void cellsDieAtTheirRates() {
        TestTissue test = new TestTissue(1000, true)
                .type("cell")
                .does("cell", "apoptosis", 0.01)
                .does("cell", "necrosis", 0.02)
                .scattered("cell", 1000);
        try (Tissue tissue = test.start(1, 2)) {
            tissue.advanceTo(60);
            double apoptotic = tissue.losses().of(0, Cause.APOPTOSIS) / 1000.0;
            double necrotic = tissue.losses().of(0, Cause.NECROSIS) / 1000.0;
            // In each of ten steps 6 % begin apoptosis, and 12 % of the others necrosis.
            double dead = 1 - Math.pow(0.94 * 0.88, 10);
            assertThat(apoptotic).isCloseTo(dead * 0.06 / (1 - 0.94 * 0.88), within(0.06));
            assertThat(necrotic).isCloseTo(dead * 0.94 * 0.12 / (1 - 0.94 * 0.88), within(0.06));
        }
    }

    /// Who is wounded and then dies at its own rate, was killed by its last attacker.
    @ParameterizedTest
    @ValueSource(strings = {"apoptosis", "necrosis"})
    void theWoundedDieByTheirAttacker(String how) {
        TestTissue test = new TestTissue(200, true)
                .type("tumor")
                .type("killer")
                .does("killer", "attack tumor", 1000)
                .rule("tumor", "damage", true, how, 1e9, 0.1, 4)
                .cell("tumor", 0, 0, 0)
                .cell("killer", 14, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(30);
            assertThat(tissue.losses().of(0, Cause.ATTACK, 1)).isEqualTo(1);
            assertThat(tissue.losses().of(0, Cause.APOPTOSIS) + tissue.losses().of(0, Cause.NECROSIS))
                    .isZero();
        }
    }

    @Test
    void anApoptoticCellIsGoneAfterItsTime() {
        try (Tissue tissue = dying("apoptosis")) {
            tissue.advanceTo(510);
            assertThat(tissue.cells().count()).isEqualTo(1);
            tissue.advanceTo(516);
            assertThat(tissue.cells().count()).isZero();
        }
    }

    @Test
    void aNecroticCellSwellsAndBursts() {
        try (Tissue tissue = dying("necrosis")) {
            Cells cells = tissue.cells();
            double before = cells.volume.values[0];
            double most = before;
            tissue.advance();
            while (cells.fate.values[0] == Fate.NECROTIC) {
                tissue.advance();
                most = Math.max(most, cells.volume.values[0]);
            }
            assertThat(cells.fate.values[0]).isEqualTo(Fate.LYSED);
            assertThat(most).isBetween(2 * before, 2.05 * before);
            tissue.advanceTo(tissue.time() + 3000);
            assertThat(cells.volume.values[0]).isLessThan(before);
        }
    }

    @Test
    void theDeadTakeUpATenthAndSecreteNothing() {
        TestTissue test = new TestTissue(200, true)
                .substance("oxygen", 0, 0, 10)
                .type("dying")
                .does("dying", "oxygen uptake", 1)
                .does("dying", "oxygen secretion", 1)
                .does("dying", "oxygen secretion target", 100)
                .does("dying", "is_movable", 0)
                .does("dying", "apoptosis", 1e9)
                .cell("dying", 0, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(0.1);
            double volume =
                    tissue.cells().volume.values[0] / tissue.fields().grid().voxelVolume();
            // Alive for one diffusion step of 0.01 min, in which it secretes too; dead for nine.
            double alive = (10 + 0.01 * volume * 100) / (1 + 0.01 * volume * 2);
            double dead = alive / Math.pow(1 + 0.01 * volume * 0.1, 9);
            assertThat(tissue.fields().at(0, 0)).isCloseTo(dead, within(1e-3));
        }
    }

    private static Tissue dying(String how) {
        return new TestTissue(200, true)
                .type("cell")
                .does("cell", how, 1e9)
                .cell("cell", 0, 0, 0)
                .start(1, 1);
    }
}
