package org.immunarium.trial.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.immunarium.equations.simulation.Decision;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Recorded;
import org.immunarium.patient.response.Visit;
import org.junit.jupiter.api.Test;

class ObservationTest {

    private static final double DURATION = 365;
    private static final VisitPlan VISITS = new VisitPlan(56, 56, 0, 0);

    private static Observation observation(double deaths, double lesions) {
        return new Observation(
                1,
                VISITS,
                new FollowUp(0, DURATION, 0),
                new DeathHazard(new SizeHazard(deaths, 0, 100, 1), 0),
                Optional.of(new NewLesions(new SizeHazard(lesions, 0, 100, 1))));
    }

    private static final double[] LOOKS = Observation.looks(DURATION);
    private static final double[] SCANS = {0, 56, 112, 168, 224, 280, 336};

    private static Course steady(double diameter) {
        double[] sums = new double[LOOKS.length];
        Arrays.fill(sums, diameter);
        double[] diameters = new double[SCANS.length];
        Arrays.fill(diameters, diameter);
        return Course.of(LOOKS, sums, SCANS, new double[][] {diameters});
    }

    @Test
    void patientsAreLookedAtEveryWeekAndAtTheEnd() {
        assertThat(Observation.looks(60)).containsExactly(0, 7, 14, 21, 28, 35, 42, 49, 56, 60);
    }

    @Test
    void visitsAreLooksToo() {
        Course course = Course.of(
                new double[] {0, 7, 14}, new double[] {30, 31, 32}, new double[] {0, 7, 10, 20}, new double[][] {
                    {10, 11, 12, 13}, {20, 20, 20, 20}
                });
        assertThat(course.times()).containsExactly(0, 7, 10, 14, 20);
        assertThat(course.sums()).containsExactly(30, 31, 32, 32, 33);
    }

    @Test
    void nobodyIsSeenAfterDeath() {
        Observation observation = observation(0.01, 0);
        for (long patient = 1; patient <= 200; patient++) {
            Observation.Seen seen = observation.of(patient, steady(30));
            assertThat(seen.visits()).allMatch(visit -> visit.time() <= seen.until());
            assertThat(seen.visits()).hasSize(1 + (int) Math.floor(Math.min(seen.until(), DURATION) / 56));
        }
    }

    /// At a steady hazard the share without one is an exponential.
    @Test
    void aNewLesionIsSeenAtTheNextVisit() {
        Observation observation = observation(0, 0.004);
        long without = LongStream.rangeClosed(1, 10_000)
                .filter(patient -> observation.of(patient, steady(30)).visits().stream()
                        .filter(visit -> visit.time() <= 112)
                        .noneMatch(Visit::newLesion))
                .count();
        assertThat(without / 10_000.0).isCloseTo(Math.exp(-0.004 * 112), within(0.015));
    }

    /// What was recorded of a course until a visit.
    private record Until(double[] diameters, int count) implements Recorded {

        @Override
        public double time(int index) {
            return LOOKS[index];
        }

        @Override
        public double value(int column, int index) {
            return diameters[index] / 10;
        }
    }

    private static Decision decided(Clinic clinic, double[] diameters, double time) {
        int now = Arrays.binarySearch(LOOKS, time);
        return clinic.decide(time, new double[] {diameters[now] / 10}, new Until(diameters, now));
    }

    private static final List<Intervention> AFTER = List.of(new Intervention.Bolus(200, "V_C.drug", 1));

    private static Clinic clinic(StopRule rule) {
        return new Clinic(observation(0, 0), 1, 1, DURATION, rule, _ -> AFTER);
    }

    private static double[] growing(double perDay) {
        return Arrays.stream(LOOKS).map(t -> 30 + perDay * t).toArray();
    }

    @Test
    void theClinicStopsAtProgressionOnce() {
        Clinic clinic = clinic(StopRule.PROGRESSION);
        assertThat(clinic.times()).containsExactly(56, 112, 168, 224, 280, 336);
        assertThat(decided(clinic, growing(0.06), 56)).isEqualTo(Decision.GO_ON);
        assertThat(decided(clinic, growing(0.06), 112)).isEqualTo(new Decision.Give(AFTER));
        assertThat(decided(clinic, growing(0.06), 168)).isEqualTo(Decision.GO_ON);
        assertThat(clinic.stopped()).contains(112.0);
    }

    @Test
    void treatmentMayGoOnUntilProgressionIsConfirmedOrForEver() {
        Clinic later = clinic(StopRule.CONFIRMED_PROGRESSION);
        assertThat(decided(later, growing(0.1), 56)).isEqualTo(Decision.GO_ON);
        assertThat(decided(later, growing(0.1), 112)).isEqualTo(Decision.GO_ON);
        assertThat(decided(later, growing(0.1), 168)).isEqualTo(new Decision.Give(AFTER));
        Clinic ever = clinic(StopRule.NEVER);
        for (double visit : ever.times()) {
            assertThat(decided(ever, growing(0.1), visit)).isEqualTo(Decision.GO_ON);
        }
    }

    @Test
    void theCourseEndsWithTheFirstVisitAfterDeath() {
        Observation deadly = observation(0.01, 0);
        double[] steady = growing(0);
        for (long patient = 1; patient <= 50; patient++) {
            double death = deadly.of(patient, steady(30)).death();
            Clinic clinic = new Clinic(deadly, patient, 1, DURATION, StopRule.PROGRESSION, _ -> AFTER);
            for (double visit : clinic.times()) {
                assertThat(decided(clinic, steady, visit)).isEqualTo(visit >= death ? Decision.END : Decision.GO_ON);
            }
            assertThat(clinic.seen(LOOKS, new double[][] {
                                Arrays.stream(steady).map(each -> each / 10).toArray()
                            })
                            .death())
                    .isCloseTo(death, within(1e-9));
        }
    }
}
