package org.immunarium.trial.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.patient.response.Response;
import org.immunarium.patient.response.Scans;
import org.immunarium.patient.response.Visit;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.FollowUp;
import org.immunarium.trial.observation.Observation;
import org.immunarium.trial.observation.SizeHazard;
import org.immunarium.trial.observation.VisitPlan;
import org.junit.jupiter.api.Test;

class SettingTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;

    /// Of visits every 100 days after surgery, with one lesion that grows where it was.
    private static Outcome outcome(Setting setting, double death, double... diameters) {
        double[] times =
                IntStream.range(0, diameters.length).mapToDouble(i -> 100 * i).toArray();
        List<Visit> visits = Scans.visits(times, new double[][] {diameters}, setting.newFrom());
        return Outcome.of(visits, death, 1000, false);
    }

    @Test
    void afterSurgeryATumourIsBackOnceItCanBeMeasured() {
        Outcome outcome = outcome(Setting.ADJUVANT, NEVER, 0.1, 1, 6, 9.9, 10.1);
        assertThat(Endpoint.DISEASE_FREE_SURVIVAL.of(outcome)).contains(new Outcome.TimeTo(400, true));
        assertThat(outcome.best().isResponse()).isFalse();
        assertThat(Endpoint.PROGRESSION_FREE_SURVIVAL.of(outcome(Setting.ADVANCED, NEVER, 0.1, 1, 6, 9.9, 10.1)))
                .contains(new Outcome.TimeTo(200, true));
    }

    @Test
    void deathWithoutRecurrenceIsAnEventAndTheLastVisitWithoutDiseaseCensors() {
        assertThat(Endpoint.DISEASE_FREE_SURVIVAL.of(outcome(Setting.ADJUVANT, 250, 0, 0, 0, 0)))
                .contains(new Outcome.TimeTo(250, true));
        assertThat(Endpoint.DISEASE_FREE_SURVIVAL.of(outcome(Setting.ADJUVANT, NEVER, 0, 0, 0, 3)))
                .contains(new Outcome.TimeTo(300, false));
    }

    @Test
    void aNewLesionElsewhereIsRecurrenceToo() {
        List<Visit> visits =
                List.of(Visit.of(0, 0), Visit.of(100, 0), Visit.of(200, 0).withNewLesion());
        assertThat(Endpoint.DISEASE_FREE_SURVIVAL.of(Outcome.of(visits, NEVER, 1000, false)))
                .contains(new Outcome.TimeTo(200, true));
    }

    @Test
    void eachHasItsOwnEndpointsAndWords() {
        assertThat(Setting.ADVANCED.endpoints())
                .extracting(Endpoint::abbreviation)
                .containsExactly("OS", "PFS", "DoR", "TTR");
        assertThat(Setting.ADJUVANT.endpoints())
                .extracting(Endpoint::abbreviation)
                .containsExactly("OS", "DFS");
        assertThat(Setting.ADJUVANT.code(Response.STABLE)).isEqualTo("NED");
        assertThat(Setting.ADVANCED.code(Response.STABLE)).isEqualTo("SD");
        assertThat(Setting.of("adjuvant")).isEqualTo(Setting.ADJUVANT);
    }

    /// Of weekly looks at a lesion that comes back, a clinic sees what the setting says.
    @Test
    void whoIsLookedAtAfterSurgeryIsNotCalledProgressingForWhatIsTooSmall() {
        Observation observation = new Observation(
                1,
                new VisitPlan(100, 100, 0, 0),
                new FollowUp(0, 1000, 0),
                new DeathHazard(new SizeHazard(0, 0, 1, 0), 0),
                Optional.empty(),
                Setting.ADJUVANT.newFrom());
        List<Visit> visits = observation
                .visits()
                .visits(1, 1, new double[] {0, 100, 200}, new double[][] {{0, 7, 12}}, observation.newFrom());
        assertThat(visits).extracting(Visit::newLesion).containsExactly(false, false, true);
    }
}
