package org.immunarium.trial.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.patient.response.Visit;
import org.immunarium.trial.endpoint.Outcome.TimeTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    /// Sums in mm, eight weeks apart; `-` where they were not measured.
    private static List<Visit> visits(String sums) {
        List<Visit> visits = new ArrayList<>();
        for (String sum : sums.split(" ")) {
            visits.add(Visit.of(56.0 * visits.size(), sum.equals("-") ? Double.NaN : Double.parseDouble(sum)));
        }
        return visits;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100 90 95          | SD | SD
            100 130            | PD | PD
            100 60 55          | PR | PR
            100 60 130         | PR | SD
            100 60             | PR | SD
            100 60 - 55        | PR | PR
            100 60 71 130      | PR | SD
            100 0 0            | CR | CR
            100 0 3            | CR | SD
            100 90 60 50       | PR | PR
            100 130 10         | PD | PD
            100 - -            | NE | NE
            100                | NE | NE
            """)
    void theBestIsWhatWasSeenBeforeProgression(String sums, String best, String confirmed) {
        assertThat(Outcome.of(visits(sums), NEVER, 1000, false).best().code()).isEqualTo(best);
        assertThat(Outcome.of(visits(sums), NEVER, 1000, true).best().code()).isEqualTo(confirmed);
    }

    @Test
    void progressionIsSeenAtAVisitAndDeathWhenItIs() {
        Outcome progressed = Outcome.of(visits("100 90 130 150"), 200, 1000, false);
        assertThat(progressed.progressionFree()).isEqualTo(new TimeTo(112, true));
        assertThat(progressed.overallSurvival()).isEqualTo(new TimeTo(200, true));
        Outcome died = Outcome.of(visits("100 90 90 90"), 100, 1000, false);
        assertThat(died.progressionFree()).isEqualTo(new TimeTo(100, true));
        assertThat(died.assessments()).hasSize(1);
    }

    @Test
    void whoIsFollowedNoLongerIsCensoredAtTheLastVisitThatCouldBeEvaluated() {
        Outcome outcome = Outcome.of(visits("100 90 - 90 130"), NEVER, 160, false);
        assertThat(outcome.progressionFree()).isEqualTo(new TimeTo(56, false));
        assertThat(outcome.overallSurvival()).isEqualTo(new TimeTo(160, false));
        assertThat(Outcome.of(visits("100 90"), NEVER, 30, false).progressionFree())
                .isEqualTo(new TimeTo(0, false));
    }

    @Test
    void aResponseIsConfirmedOnTheDayItIsSeenAgain() {
        assertThat(Outcome.of(visits("100 90 60 - 55 130"), NEVER, 1000, true).confirmed())
                .contains(4.0 * 56);
        assertThat(Outcome.of(visits("100 60 130"), NEVER, 1000, true).confirmed())
                .isEmpty();
    }

    @Test
    void aResponseLastsUntilProgression() {
        Outcome outcome = Outcome.of(visits("100 60 50 50 90"), 500, 1000, false);
        assertThat(outcome.durationOfResponse()).contains(new TimeTo(3 * 56, true));
        assertThat(outcome.change()).isEqualTo(-0.5);
        assertThat(Outcome.of(visits("100 90"), 500, 1000, false).durationOfResponse())
                .isEmpty();
    }

    /// A death that nobody is there to see is none.
    @Test
    void aDeathAfterTheEndOfFollowUpIsNotSeen() {
        Outcome outcome = Outcome.of(visits("100 90 90"), 300, 299, false);
        assertThat(outcome.died()).isEmpty();
        assertThat(outcome.overallSurvival()).isEqualTo(new TimeTo(299, false));
    }
}
