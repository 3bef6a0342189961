package org.immunarium.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GrayTestTest {

    private static final double[] TIMES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    private static final int[] GROUPS = {0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 0};
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    /// Without other causes the hazards that are compared are those of the log-rank test.
    @Test
    void withoutOtherCausesAsManyAreExpectedAsByTheLogRankTest() {
        int[] causes = {1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1};
        boolean[] events = new boolean[causes.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = causes[i] == 1;
        }
        GrayTest gray = GrayTest.of(TIMES, causes, 1, GROUPS);
        LogRank logRank = LogRank.of(new Survival(TIMES, events), GROUPS);
        assertThat(gray.expected()).containsExactly(logRank.expected(), CLOSE);
        assertThat(gray.observed()).containsExactly(logRank.observed());
    }

    /// Without censoring those whom another cause took are at risk to the end: the log-rank test of them.
    @Test
    void whomAnotherCauseTookIsAtRiskToTheEnd() {
        int[] causes = {1, 2, 2, 1, 1, 2, 1, 2, 1, 1, 2, 2};
        double[] times = TIMES.clone();
        boolean[] events = new boolean[causes.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = causes[i] == 1;
            times[i] = events[i] ? TIMES[i] : 100;
        }
        LogRank logRank = LogRank.of(new Survival(times, events), GROUPS);
        assertThat(GrayTest.of(TIMES, causes, 1, GROUPS).expected()).containsExactly(logRank.expected(), CLOSE);
    }

    @Test
    void groupsThatAreTheSameDoNotDiffer() {
        int[] causes = {1, 1, 2, 2, 0, 0, 1, 1, 1, 1, 2, 2};
        double[] times = Arrays.stream(TIMES).map(time -> Math.ceil(time / 2)).toArray();
        int[] groups = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        assertThat(GrayTest.of(times, causes, 1, groups).result().p()).isCloseTo(1, Offset.offset(1e-7));
    }

    @Test
    void whatNobodyHadTellsNothing() {
        assertThat(GrayTest.of(TIMES, new int[12], 1, GROUPS).result().p()).isNaN();
    }

    @Test
    void oneGroupIsRefused() {
        assertThatThrownBy(() -> GrayTest.of(TIMES, new int[12], 1, new int[12]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
