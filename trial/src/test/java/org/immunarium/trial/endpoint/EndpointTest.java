package org.immunarium.trial.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.trial.statistics.KaplanMeier;
import org.immunarium.trial.statistics.Survival;
import org.junit.jupiter.api.Test;

class EndpointTest {

    private static final List<Participants> PATIENTS = List.of(
            Participants.of(0, 0, 100, true),
            Participants.of(0, 0, 300, false),
            Participants.responding(0, 56, 200),
            Participants.responding(0, 112, 400),
            Participants.responding(0, 168, 200));

    @Test
    void eachHasTimesAndEventsOfItsOwn() {
        Survival os = Endpoint.OVERALL_SURVIVAL.survival(PATIENTS).orElseThrow();
        assertThat(os.times()).containsExactly(100, 300, 200, 400, 200);
        assertThat(os.eventCount()).isEqualTo(1);
        Survival pfs = Endpoint.PROGRESSION_FREE_SURVIVAL.survival(PATIENTS).orElseThrow();
        assertThat(pfs.times()).containsExactly(50, 300, 200, 400, 200);
        Survival duration = Endpoint.DURATION_OF_RESPONSE.survival(PATIENTS).orElseThrow();
        assertThat(duration.times()).containsExactly(144, 288, 32);
        assertThat(duration.eventCount()).isZero();
    }

    @Test
    void theMedianTimeToResponseIsThatOfThoseWhoResponded() {
        Survival response = Endpoint.TIME_TO_RESPONSE.survival(PATIENTS).orElseThrow();
        assertThat(response.eventCount()).isEqualTo(3);
        assertThat(KaplanMeier.of(response).median(0.95).value()).isEqualTo(112);
    }

    @Test
    void nobodyHasOneThatNobodyHas() {
        assertThat(Endpoint.TIME_TO_RESPONSE.survival(PATIENTS.subList(0, 2))).isEmpty();
    }

    @Test
    void theHorizonIsThatOfTheArmThatWasFollowedForTheShortest() {
        List<Participants> other = List.of(Participants.of(1, 0, 150, false));
        assertThat(Endpoint.OVERALL_SURVIVAL.horizon(List.of(PATIENTS, other))).isEqualTo(150);
        assertThat(Endpoint.TIME_TO_RESPONSE.horizon(List.of(PATIENTS, other))).isEqualTo(168);
        assertThat(Endpoint.TIME_TO_RESPONSE.horizon(List.of(other))).isInfinite();
    }
}
