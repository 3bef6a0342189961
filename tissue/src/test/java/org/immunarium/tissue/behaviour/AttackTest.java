package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who dies of wounds dies of an attack; who dies after they have healed does not.
final class AttackTest {

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
