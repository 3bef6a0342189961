package org.immunarium.trial.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.trial.endpoint.TimeToHarm.Cause;
import org.junit.jupiter.api.Test;

class TimeToHarmTest {

    private static final List<Harm> HARMS =
            List.of(Harm.NONE, new Harm(Grade.SEVERE, 14, 70), new Harm(Grade.MILD, 7, Double.POSITIVE_INFINITY));

    private static final Outcome DIED = Participants.of(0, 0, 120, true).outcome();

    @Test
    void theFirstOfAllCounts() {
        assertThat(TimeToHarm.of(HARMS, Grade.MILD, 100, DIED)).isEqualTo(new TimeToHarm(7, Cause.HARM));
        assertThat(TimeToHarm.of(HARMS, Grade.SEVERE, 100, DIED)).isEqualTo(new TimeToHarm(70, Cause.HARM));
    }

    @Test
    void deathComesBefore() {
        assertThat(TimeToHarm.of(List.of(Harm.NONE), Grade.MILD, 100, DIED))
                .isEqualTo(new TimeToHarm(120, Cause.DEATH));
    }

    @Test
    void afterNinetyDaysWithoutADoseNothingCounts() {
        assertThat(TimeToHarm.of(List.of(Harm.NONE), Grade.MILD, 14, DIED))
                .isEqualTo(new TimeToHarm(104, Cause.CENSORED));
        assertThat(TimeToHarm.of(
                        List.of(),
                        Grade.SEVERE,
                        14,
                        Participants.of(0, 0, 30, false).outcome()))
                .isEqualTo(new TimeToHarm(30, Cause.CENSORED));
    }
}
