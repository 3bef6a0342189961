package org.immunarium.trial.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.trial.endpoint.InterimLooks.Look;
import org.immunarium.trial.statistics.LogRank;
import org.immunarium.trial.statistics.Survival;
import org.junit.jupiter.api.Test;

/// What would have been known of a trial while it went on.
class InterimLooksTest {

    /// Those of an arm die after 100, 200, ... days, those of the control ten times as soon.
    private static final List<Participants> ARM = patients(0, 100);

    private static final List<Participants> CONTROL = patients(1, 10);

    private static List<Participants> patients(int arm, int every) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(i -> Participants.of(arm, 0, every * i, true))
                .toList();
    }

    private static InterimLooks looks(double... shares) {
        return InterimLooks.of(Endpoint.OVERALL_SURVIVAL, ARM, CONTROL, _ -> 0, 0.025, shares)
                .orElseThrow();
    }

    @Test
    void aLookComesWhenItsShareOfEventsHasHappenedAndKnowsNoMore() {
        List<Look> looks = looks(0.5).looks();
        assertThat(looks).extracting(Look::information).containsExactly(0.5, 1.0);
        assertThat(looks).extracting(Look::events).containsExactly(20, 40);
        // On day 190 nineteen of the control and one of the arm have died.
        assertThat(looks.getFirst().day()).isEqualTo(190);
        double[] times = new double[40];
        boolean[] events = new boolean[40];
        int[] groups = new int[40];
        for (int i = 0; i < 20; i++) {
            times[i] = Math.min(190, 100 * (i + 1));
            events[i] = 100 * (i + 1) <= 190;
            groups[i] = 1;
            times[20 + i] = Math.min(190, 10 * (i + 1));
            events[20 + i] = 10 * (i + 1) <= 190;
        }
        LogRank known = LogRank.of(new Survival(times, events), groups);
        assertThat(looks.getFirst().z() * looks.getFirst().z())
                .isCloseTo(known.result().chiSquared(), within(1e-9));
        assertThat(looks.getFirst().z()).isPositive();
        assertThat(looks.getFirst().boundary()).isCloseTo(2.963, within(5e-4));
    }

    @Test
    void anArmThatIsMuchBetterCouldBeStoppedAtTheFirstLookAndAWorseOneNever() {
        assertThat(looks(0.5, 0.75).stopped().orElseThrow().information()).isEqualTo(0.5);
        assertThat(InterimLooks.of(Endpoint.OVERALL_SURVIVAL, CONTROL, ARM, _ -> 0, 0.025, 0.5)
                        .orElseThrow()
                        .stopped())
                .isEmpty();
    }

    /// Who comes in later is not known of before.
    @Test
    void whoHasNotComeInIsNotLookedAt() {
        InterimLooks late = InterimLooks.of(
                        Endpoint.OVERALL_SURVIVAL, ARM, CONTROL, each -> each.arm() == 0 ? 1000 : 0, 0.025, 0.5)
                .orElseThrow();
        assertThat(late.looks().getFirst().day()).isEqualTo(200);
        assertThat(late.looks().getFirst().z()).isNaN();
        assertThat(late.looks().getFirst().isCrossed()).isFalse();
    }

    @Test
    void fewerEventsThanLooksAreNotLookedAt() {
        assertThat(InterimLooks.of(
                        Endpoint.OVERALL_SURVIVAL, ARM.subList(0, 1), CONTROL.subList(0, 1), _ -> 0, 0.025, 0.1, 0.2))
                .isEmpty();
    }
}
