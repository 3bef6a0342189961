package org.immunarium.study.patient.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.immunarium.study.patient.report.Course.Points;
import org.junit.jupiter.api.Test;

final class PointsTest {

    private static final double[] NO_BAND = {};

    @Test
    void aShortCourseKeepsAllItsPoints() {
        double[] times = rows(4000);
        Points points = Points.thinned(times, times, NO_BAND);
        assertThat(points.times()).isSameAs(times);
    }

    @Test
    void noPeakNorEndNorInterruptionOfALongCourseIsLost() {
        double[] times = rows(1_000_003);
        double[] values = new double[times.length];
        Arrays.fill(values, 1);
        values[123_456] = 9;
        values[765_432] = -9;
        values[555_555] = Double.NaN;
        values[times.length - 1] = 2;
        Points points = Points.thinned(times, values, NO_BAND);
        assertThat(points.times()).hasSizeLessThanOrEqualTo(5000).isSorted().doesNotHaveDuplicates();
        assertThat(points.times()).contains(0, 123_456, 765_432, 555_555, 1_000_002);
        for (int i = 0; i < points.times().length; i++) {
            assertThat(Double.compare(points.values()[i], values[(int) points.times()[i]]))
                    .isZero();
        }
        Extremes extremes = Extremes.of(points);
        assertThat(extremes).isEqualTo(new Extremes(1, -9, 765_432, 9, 123_456, 2));
    }

    @Test
    void theBandOfALongCourseKeepsItsPeaks() {
        double[] times = rows(10_000);
        double[] values = new double[times.length];
        double[] deviations = new double[times.length];
        deviations[4567] = 3;
        Points points = Points.thinned(times, values, deviations);
        assertThat(points.times()).contains(4567);
        assertThat(points.deviations()).hasSize(points.times().length).contains(3);
    }

    @Test
    void whatIsNeverANumberStaysSo() {
        double[] times = rows(5000);
        double[] values = new double[times.length];
        Arrays.fill(values, Double.NaN);
        assertThat(Points.thinned(times, values, NO_BAND).values()).containsOnly(Double.NaN);
    }

    private static double[] rows(int count) {
        double[] times = new double[count];
        Arrays.setAll(times, i -> i);
        return times;
    }
}
