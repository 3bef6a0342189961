package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the shipped study `side-effects` claims.
final class SideEffectsStudyTest {

    private static int firstDayAbove(double[] values, double level) {
        for (int day = 0; day < values.length; day++) {
            if (values[day] > level) {
                return day;
            }
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void bothInflameTheGutWithinWeeksAndSteroidsEndIt(@TempDir Path folder) throws IOException {
        RunVariants variants = RunVariants.of("side-effects", folder);
        double[] one = variants.column("nivolumab", "gut_harm");
        double[] both = variants.column("both", "gut_harm");
        assertThat(firstDayAbove(both, 1)).isLessThan(42);
        assertThat(firstDayAbove(one, 1)).isGreaterThan(300);
        assertThat(firstDayAbove(variants.column("both", "V_C.steroid"), 0.9)).isLessThan(42);
        assertThat(both[120]).isLessThan(0.5);
    }
}
