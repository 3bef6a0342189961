package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.junit.jupiter.api.Test;

/// Damage comes and heals as its equation says.
final class DamageTest {

    private static double after(double rate, double repair, double start, double time) {
        TestTissue test = new TestTissue(200, true)
                .type("cell")
                .does("cell", "damage rate", rate)
                .does("cell", "damage repair rate", repair)
                .cell("cell", 0, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            Damage damage = new Damage(tissue.cells(), tissue.behaviours());
            tissue.cells().damage.values[0] = start;
            for (int step = 0; step < 1000; step++) {
                damage.update(0, time / 1000);
            }
            return tissue.cells().damage.values[0];
        }
    }

    @Test
    void damageAndRepairComeToAnEquilibrium() {
        // D = a/r + (D0 - a/r) exp(-r t).
        double expected = 4 + (1 - 4) * Math.exp(-0.05 * 30);
        assertThat(after(0.2, 0.05, 1, 30)).isCloseTo(expected, within(0.002));
    }

    @Test
    void damageThatIsNotRepairedAddsUp() {
        assertThat(after(0.2, 0, 1, 30)).isCloseTo(7, within(1e-9));
        assertThat(after(0, 0, 1, 30)).isEqualTo(1);
    }
}
