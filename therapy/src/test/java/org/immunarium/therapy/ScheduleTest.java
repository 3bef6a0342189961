package org.immunarium.therapy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.units.Ratio;
import org.junit.jupiter.api.Test;

/// When doses are given: by cycles, or at times of their own.
final class ScheduleTest {

    private static Schedule of(String regimen) {
        return RegimenText.parse("x 1 mg " + regimen)
                .regimens()
                .getFirst()
                .phases()
                .getFirst()
                .schedule();
    }

    @Test
    void cyclesGoOnOrEndAndTimesEnd() {
        assertThat(of("q3w").isFinite()).isFalse();
        assertThat(of("q3w x 6").isFinite()).isTrue();
        assertThat(of("d1,8 q3w x 6")).hasToString("d1,8 q3w x 6");
        assertThat(of("at 0 d, 8 d").isFinite()).isTrue();
        assertThat(of("at 0 d, 8 d")).hasToString("at 0 d, 8 d").isInstanceOf(Schedule.At.class);
        assertThat(of("")).isEqualTo(Schedule.ONCE);
    }

    @Test
    void theShortestGapIsWithinACycleOrFromOneToTheNext() {
        assertThat(of("d1,8 q3w").shortestGap()).contains(Ratio.of(7));
        assertThat(of("d1,20 q3w").shortestGap()).contains(Ratio.of(2));
        assertThat(of("d1,20 q3w x 1").shortestGap()).contains(Ratio.of(19));
        assertThat(of("at 0 d, 8 d, 10 d").shortestGap()).contains(Ratio.of(2));
        assertThat(Schedule.ONCE.shortestGap()).isEmpty();
    }

    @Test
    void whatIsNoScheduleIsRefused() {
        assertThatThrownBy(() -> new Schedule.At(List.of())).isInstanceOf(IllegalArgumentException.class);
        List<Span> falling = ((Schedule.At) of("at 0 d, 8 d")).times().reversed();
        assertThatThrownBy(() -> new Schedule.At(falling)).hasMessageContaining("are not rising");
        assertThatThrownBy(() -> new Schedule.Cycles(List.of(8, 1), Optional.empty(), OptionalInt.empty()))
                .hasMessageContaining("days [8, 1] are not rising from 1");
        assertThatThrownBy(() -> new Schedule.Cycles(List.of(1), Optional.empty(), OptionalInt.of(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
