package org.immunarium.trial.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.SizeHazard;
import org.immunarium.units.Days;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final double[] MONTHS =
            IntStream.rangeClosed(1, 24).mapToDouble(m -> m * Days.MONTH).toArray();

    /// A tumour of a steady size.
    private static PlausibleCourse steady(double size, double progressed, double confirmed) {
        float[] sums = new float[110];
        Arrays.fill(sums, (float) size);
        return new PlausibleCourse(sums, 7, List.of(new PlausibleCourse.Look(progressed, confirmed, new double[] {
            56, 112, 168, 224, 280, 336
        })));
    }

    private static List<PlausibleLives> once(List<PlausibleCourse> courses) {
        return courses.stream().map(each -> new PlausibleLives(List.of(each))).toList();
    }

    private static Hazards hazards(double burden, double lesions) {
        return new Hazards(new DeathHazard(new SizeHazard(0, burden, 10, 1), 0), new SizeHazard(lesions, 0, 10, 1));
    }

    private static Target curve(Target.What what, double[] values) {
        return new Target(
                what,
                MONTHS,
                values,
                Arrays.stream(values).map(v -> v - 0.02).toArray(),
                Arrays.stream(values).map(v -> v + 0.02).toArray(),
                500);
    }

    private static boolean[] all(int patients) {
        boolean[] all = new boolean[patients];
        Arrays.fill(all, true);
        return all;
    }

    @Test
    void frailtyIsAnAverageOverPeople() {
        assertThat(Frailty.survival(0.7, 0)).isCloseTo(Math.exp(-0.7), within(1e-14));
        double sum = 0;
        int steps = 20_000;
        for (int i = 0; i < steps; i++) {
            double z = -8 + 16 * (i + 0.5) / steps;
            sum += Math.exp(-z * z / 2) * Math.exp(-0.7 * Math.exp(0.8 * z)) * 16 / steps;
        }
        assertThat(Frailty.survival(0.7, 0.8)).isCloseTo(sum / Math.sqrt(2 * Math.PI), within(1e-3));
    }

    /// 105 of 210, whose exact interval is 43.0 to 57.0 %.
    @Test
    void aMedianHasTheIntervalOfAShare() {
        Target median = Target.ofPoints(
                Target.What.PROGRESSION_FREE_SURVIVAL, new double[] {5.1 * Days.MONTH}, new double[] {0.5}, 210);
        assertThat(median.lower()[0]).isCloseTo(0.4304, within(5e-4));
        assertThat(median.upper()[0]).isCloseTo(0.5696, within(5e-4));
    }

    @Test
    void oneKindOfPatientLivesByItsHazard() {
        Aim aim = new Aim(
                "arm",
                0,
                0,
                new double[] {1},
                all(1),
                Followed.FOREVER,
                List.of(curve(Target.What.OVERALL_SURVIVAL, MONTHS), Target.ofResponses(3, 10)));
        double[][] points = Expected.of(aim, once(List.of(steady(20, 1e9, 100))), hazards(0.001, 0.002))
                .points();
        assertThat(points[5][0]).isCloseTo(Math.exp(-0.002 * 6 * Days.MONTH), within(1e-6));
        // Alive at the response, and no new lesion at the visit before it.
        assertThat(points[24][0]).isCloseTo(Math.exp(-0.002 * 100 - 0.002 * 56), within(1e-6));
    }

    @Test
    void livesAreAveragedOver() {
        Aim aim = new Aim("arm", 0, 0, new double[] {1}, all(1), Followed.FOREVER, List.of(Target.ofResponses(3, 10)));
        PlausibleLives lives = new PlausibleLives(List.of(steady(20, 1e9, 100), steady(20, 1e9, 1e9)));
        double[][] points = Expected.of(aim, List.of(lives), hazards(0, 0)).points();
        assertThat(points[0][0]).isEqualTo(0.5);
    }

    /// Who came last is followed for 100 d, who came first for 300: half of all for 200.
    @Test
    void whoIsFollowedNoLongerHasNoResponse() {
        PlausibleCourse course = steady(20, 1e9, 200);
        double[] none = course.integral(new SizeHazard(0, 0, 10, 1));
        DeathHazard nobody = new DeathHazard(new SizeHazard(0, 0, 10, 1), 0);
        assertThat(course.responds(none, none, nobody, new Followed(100, 300))).isEqualTo(0.5);
        assertThat(course.responds(none, none, nobody, new Followed(200, 300))).isEqualTo(1);
        assertThat(course.responds(none, none, nobody, new Followed(100, 200))).isZero();
    }

    @Test
    void progressionIsSeenAtVisits() {
        PlausibleCourse course = steady(20, 168, 1e9);
        double[] lesions = course.integral(new SizeHazard(0.001, 0, 10, 1));
        assertThat(course.unchanged(lesions, 55)).isEqualTo(1);
        assertThat(course.unchanged(lesions, 111)).isCloseTo(Math.exp(-0.056), within(1e-9));
        assertThat(course.unchanged(lesions, 168)).isZero();
    }

    @Test
    void luckIsAveragedOver() {
        PlausibleCourse course = new PlausibleCourse(
                new float[] {20, 20, 20},
                100,
                List.of(
                        new PlausibleCourse.Look(150, 60, new double[] {60, 120}),
                        new PlausibleCourse.Look(1e9, 1e9, new double[] {50, 110})));
        double[] none = course.integral(new SizeHazard(0, 0, 10, 1));
        assertThat(course.unchanged(none, 149)).isEqualTo(1);
        assertThat(course.unchanged(none, 151)).isEqualTo(0.5);
        assertThat(course.responds(none, none, new DeathHazard(new SizeHazard(0, 0, 10, 1), 0), Followed.FOREVER))
                .isEqualTo(0.5);
    }

    /// Patients of two kinds: how many are of the first follows from the curve.
    @Test
    void theMixtureIsFound() {
        int patients = 40;
        List<PlausibleCourse> courses = IntStream.range(0, patients)
                .mapToObj(i -> steady(i < 20 ? 5 : 40, 1e9, i < 20 ? 60 : 1e9))
                .toList();
        double[] wanted = Arrays.stream(MONTHS)
                .map(t -> 0.3 * Math.exp(-0.0005 * t) + 0.7 * Math.exp(-0.004 * t))
                .toArray();
        Aim aim = new Aim(
                "arm",
                0,
                0,
                new double[] {1},
                all(patients),
                Followed.FOREVER,
                List.of(curve(Target.What.OVERALL_SURVIVAL, wanted)));
        Calibration.Found found = new Calibration(
                        List.of(once(courses)), List.of(aim), 1, 0.01, numbers -> List.of(hazards(numbers[0], 0)))
                .fitted(Bounds.cube(1, 0.0003, 0.003), new double[] {0.002}, 200, 1, _ -> {});
        assertThat(found.numbers()[0]).isCloseTo(0.001, within(2e-5));
        assertThat(Arrays.stream(found.weights()[0], 0, 20).sum()).isCloseTo(0.3, within(0.01));
        assertThat(aim.targets().getFirst().inside(found.simulated()[0])).isEqualTo(1);
        assertThat(found.effective(0)).isBetween(25.0, 40.0);
    }

    /// A group is met by those of it who are eligible, and groups by their shares.
    @Test
    void groupsAndEligibilityCount() {
        List<PlausibleCourse> courses =
                List.of(steady(20, 1e9, 60), steady(20, 1e9, 1e9), steady(20, 1e9, 60), steady(20, 1e9, 1e9));
        Aim first = new Aim(
                "first", 0, 0, new double[] {1, 0}, all(4), Followed.FOREVER, List.of(Target.ofResponses(200, 1000)));
        Aim some = new Aim(
                "some",
                0,
                0,
                new double[] {0.5, 0.5},
                new boolean[] {true, true, false, false},
                Followed.FOREVER,
                List.of(Target.ofResponses(400, 1000)));
        Calibration.Found found = new Calibration(
                        List.of(once(courses)), List.of(first, some), 2, 1e-4, _ -> List.of(hazards(0, 0)))
                .fitted(Bounds.cube(1, 0, 1), new double[] {0.5}, 20, 1, _ -> {});
        double[] a = found.weights()[0];
        double[] b = found.weights()[1];
        assertThat(a[0] + a[2]).isCloseTo(0.2, within(0.005));
        assertThat(0.5 * a[0] / (a[0] + a[1]) + 0.5 * b[0] / (b[0] + b[1])).isCloseTo(0.4, within(0.005));
    }
}
