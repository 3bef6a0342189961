package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the shipped studies of checkpoints claim.
final class CheckpointStudiesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theMoreNivolumabTheLessOfPd1sSignalAndOfTheTumourIsLeft() throws IOException {
        RunVariants doses = RunVariants.of("pd-1-dose-response", folder);
        String[] rising = {"no-treatment", "0-03-mg-kg", "0-3-mg-kg", "3-mg-kg", "10-mg-kg"};
        for (int i = 1; i < rising.length; i++) {
            assertThat(doses.last(rising[i], "H_PD1_C1")).isLessThan(doses.last(rising[i - 1], "H_PD1_C1"));
            assertThat(doses.last(rising[i], "C_total")).isLessThan(doses.last(rising[i - 1], "C_total"));
        }
        double start = doses.column("3-mg-kg", "C_total")[0];
        assertThat(doses.last("no-treatment", "C_total")).isGreaterThan(2 * start);
        assertThat(doses.last("3-mg-kg", "C_total")).isLessThan(0.2 * start);
        assertThat(doses.last("3-mg-kg", "H_PD1_C1")).isLessThan(0.05);
        // Above the usual dose little is gained.
        assertThat(doses.last("3-mg-kg", "C_total")).isLessThan(2 * doses.last("10-mg-kg", "C_total"));
    }

    @Test
    void theCloneThatHidesLeadsUnderNivolumabAndNotWithoutIt() throws IOException {
        RunVariants clones = RunVariants.of("clone-that-hides", folder);
        assertThat(clones.last("no-treatment", "V_T.C2")).isLessThan(1e-3 * clones.last("no-treatment", "V_T.C1"));
        assertThat(clones.last("nivolumab", "V_T.C2")).isGreaterThan(100 * clones.last("nivolumab", "V_T.C1"));
        double[] hidden = clones.column("nivolumab", "V_T.C2");
        assertThat(hidden[hidden.length - 1]).isGreaterThan(1.5 * hidden[0]);
    }
}
