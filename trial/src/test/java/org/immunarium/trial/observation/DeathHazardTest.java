package org.immunarium.trial.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DeathHazardTest {

    private static final int PATIENTS = 20_000;

    private static double[] weeks(int count) {
        double[] times = new double[count];
        Arrays.setAll(times, i -> 7.0 * i);
        return times;
    }

    /// A steady hazard: times are exponential.
    @Test
    void aSteadyBurdenGivesExponentialTimes() {
        DeathHazard hazard = new DeathHazard(new SizeHazard(0.001, 0.002, 100, 1), 0);
        double[] times = weeks(200);
        double[] sums = new double[times.length];
        Arrays.fill(sums, 50);
        double rate = 0.001 + 0.002 * 0.5;
        int dead = 0;
        for (int patient = 1; patient <= PATIENTS; patient++) {
            dead += hazard.death(1, patient, times, sums) <= 365 ? 1 : 0;
        }
        assertThat((double) dead / PATIENTS).isCloseTo(1 - Math.exp(-rate * 365), within(0.01));
    }

    /// A hazard that rises in a straight line: its integral is a parabola.
    @Test
    void aRisingBurdenGivesTheTimesOfItsIntegral() {
        DeathHazard hazard = new DeathHazard(new SizeHazard(0, 0.01, 100, 1), 0);
        double[] times = weeks(150);
        double[] sums = Arrays.stream(times).map(t -> t / 10).toArray();
        for (int patient = 1; patient <= 100; patient++) {
            double steady = new DeathHazard(new SizeHazard(0.001, 0, 100, 1), 0)
                    .death(1, patient, weeks(100_000), new double[100_000]);
            double left = 0.001 * steady;
            // h = 1e-5 t, its integral 5e-6 t².
            assertThat(hazard.death(1, patient, times, sums))
                    .isCloseTo(
                            left > 5e-6 * 1043 * 1043 ? Double.POSITIVE_INFINITY : Math.sqrt(left / 5e-6),
                            within(1e-6));
        }
    }

    @Test
    void frailtyIsOfThePatientAndLeavesTheMedianAsItIs() {
        double[] times = weeks(2000);
        double[] sums = new double[times.length];
        Arrays.fill(sums, 100);
        DeathHazard alike = new DeathHazard(new SizeHazard(0, 0.002, 100, 1), 0);
        DeathHazard unlike = new DeathHazard(new SizeHazard(0, 0.002, 100, 1), 0.8);
        int early = 0;
        int earlyUnlike = 0;
        for (int patient = 1; patient <= PATIENTS; patient++) {
            early += alike.death(1, patient, times, sums) < 20 ? 1 : 0;
            earlyUnlike += unlike.death(1, patient, times, sums) < 20 ? 1 : 0;
        }
        assertThat(earlyUnlike).isGreaterThan((int) (1.15 * early));
        assertThat(unlike.death(1, 5, times, sums)).isEqualTo(unlike.death(1, 5, times, sums));
    }

    @Test
    void withoutATumourOnlyTheBackgroundIsLeft() {
        assertThat(new SizeHazard(1e-4, 0.01, 100, 0.5).at(0)).isEqualTo(1e-4);
    }
}
