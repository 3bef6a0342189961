package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How long attacks last and how they wound; who dies of wounds dies of an attack, who dies after they have healed does
/// not.
final class AttackTest {

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
            for (int i = 0; i < tissue.cells().count(); i++) {
                total += tissue.cells().damage.values[i];
            }
            assertThat(total / 900).isCloseTo(300, within(3.0));
        }
    }

    /// Whichever of the two has left.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nobodyAttacksOutOfTheDomain(int leaves) {
        TestTissue test = new TestTissue(200, true)
                .type("target")
                .type("attacker")
                .does("attacker", "attack target", 1e6)
                .does("attacker", "phagocytose target", 1e-9)
                .does("attacker", "attack duration", 1e9)
                .cell("target", 0, 0, 0)
                .cell("attacker", 15, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(3);
            int target = TestTissue.find(tissue, 0);
            int attacker = TestTissue.find(tissue, 1);
            double damage = tissue.cells().damage.values[target];
            assertThat(damage).isPositive();
            assertThat(tissue.springs().count()).isEqualTo(1);
            tissue.cells().outside.values[TestTissue.find(tissue, leaves)] = 1;
            tissue.advanceTo(12);
            assertThat(tissue.cells().damage.values[target]).isEqualTo(damage);
            assertThat(tissue.cells().target.values[attacker]).isEqualTo(-1);
            assertThat(tissue.springs().count()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "1e9, 0, 1"})
    void anAttackCountsUntilItsWoundsAreHealed(double repair, long ofAttack, long otherwise) {
        TestTissue test = new TestTissue(200, true)
                .type("tumor")
                .type("T cell")
                .does("tumor", "damage repair rate", repair)
                .does("T cell", "attack tumor", 1e9)
                .does("T cell", "attack duration", 1)
                // The attacker goes before the target dies.
                .rule("T cell", "time", true, "apoptosis", 1e9, 3, 8)
                .rule("tumor", "time", true, "apoptosis", 1e9, 60, 64)
                .cell("tumor", 0, 0, 0)
                .cell("T cell", 15, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(120);
            assertThat(tissue.losses().of(0, Cause.ATTACK)).isEqualTo(ofAttack);
            assertThat(tissue.losses().of(0, Cause.APOPTOSIS)).isEqualTo(otherwise);
        }
    }
}
