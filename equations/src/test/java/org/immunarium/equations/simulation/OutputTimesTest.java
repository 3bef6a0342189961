package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class OutputTimesTest {

    /// 100 x 0.28 is a little more than 28 in binary numbers.
    @Property
    void theEndIsTheLastTimeWhereIntervalsReachIt(
            @ForAll @IntRange(min = 1, max = 999) int end, @ForAll @IntRange(min = 1, max = 200) int count) {
        double[] times = OutputTimes.every(0, end, end / (double) count);
        assertThat(times).hasSize(count + 1);
        assertThat(times[count]).isEqualTo(end);
    }

    @Test
    void tenthsReachTheirEnd() {
        assertThat(OutputTimes.every(0, 0.3, 0.1)).hasSize(4).endsWith(0.3);
        assertThat(OutputTimes.every(0, 28, 0.28)).hasSize(101).endsWith(28);
    }

    @Test
    void theEndIsTheLastTimeWhereNoIntervalEndsThere() {
        assertThat(OutputTimes.every(0, 1, 0.3)).containsExactly(0, 0.3, 0.6, 0.8999999999999999, 1);
        assertThat(OutputTimes.every(2, 10, 20)).containsExactly(2, 10);
        assertThat(OutputTimes.every(3, 3, 1)).containsExactly(3);
    }

    @Test
    void intervalsThatLeadNowhereAreRefused() {
        assertThatThrownBy(() -> OutputTimes.every(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OutputTimes.every(0, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
