package org.immunarium.patient.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The four equilibria of Kuznetsov et al. 1994, and which of them a run comes to.
final class Kuznetsov1994Test {

    private static final double S = 1.3e4;
    private static final double P = 0.1245;
    private static final double G = 2.019e7;
    private static final double M = 3.422e-10;
    private static final double D = 0.0412;
    private static final double A = 0.18;
    private static final double B = 2.0e-9;
    private static final double N = 1.101e-7;

    private static final Percentage THREE_DIGITS = withPercentage(0.1);

    /// Effector cells that hold a tumour as it is.
    private static double effectors(double tumour) {
        return A * (1 - B * tumour) / N;
    }

    /// The change of effector cells, where the tumour does not change.
    private static double change(double tumour) {
        double effectors = effectors(tumour);
        return S + P * effectors * tumour / (G + tumour) - M * effectors * tumour - D * effectors;
    }

    /// The only tumour between two at which nothing changes.
    private static double equilibrium(double low, double high) {
        double sign = Math.signum(change(low));
        assertThat(Math.signum(change(high))).isEqualTo(-sign);
        double from = low;
        double to = high;
        for (int i = 0; i < 100; i++) {
            double middle = (from + to) / 2;
            if (Math.signum(change(middle)) == sign) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// What the equilibrium is, by its Jacobian's trace and determinant.
    private static String kind(double effectors, double tumour) {
        double ee = P * tumour / (G + tumour) - M * tumour - D;
        double et = P * effectors * G / ((G + tumour) * (G + tumour)) - M * effectors;
        double te = -N * tumour;
        double tt = A * (1 - 2 * B * tumour) - N * effectors;
        double trace = ee + tt;
        double determinant = ee * tt - et * te;
        if (determinant < 0) {
            return "saddle";
        }
        String form = trace * trace < 4 * determinant ? "spiral" : "node";
        return (trace < 0 ? "stable " : "unstable ") + form;
    }

    @ParameterizedTest
    @CsvSource({
        "1e6, 2e7, 8.186e6, 1.608e6, stable spiral, 8.190e6, 1.609e6, 0.1",
        "2e7, 4e8, 2.680e8, 7.585e5, saddle, 267.8e6, 0.760e6, 0.3",
        "4e8, 4.99e8, 4.470e8, 1.732e5, stable node, 447.1e6, 0.173e6, 0.2"
    })
    void hasThePapersEquilibria(
            double low,
            double high,
            double tumour,
            double effectors,
            String kind,
            double papersTumour,
            double papersEffectors,
            double percent) {
        double found = equilibrium(low, high);
        assertThat(found).isCloseTo(tumour, THREE_DIGITS);
        assertThat(effectors(found)).isCloseTo(effectors, THREE_DIGITS);
        assertThat(found).isCloseTo(papersTumour, withPercentage(percent));
        assertThat(effectors(found)).isCloseTo(papersEffectors, withPercentage(percent));
        assertThat(kind(effectors(found), found)).isEqualTo(kind);
        Course course = Course.of(Kuznetsov1994.mouse(), "", 10, Map.of("T", found, "E", effectors(found)));
        assertThat(course.curve("T").at(10)).isCloseTo(found, withPercentage(1e-4));
        assertThat(course.curve("E").at(10)).isCloseTo(effectors(found), withPercentage(1e-4));
    }

    @Test
    void withoutATumourEffectorCellsStayAndATumourGrows() {
        double alone = S / D;
        assertThat(alone).isCloseTo(3.155e5, THREE_DIGITS);
        assertThat(kind(alone, 0)).isEqualTo("saddle");
        Course course = Course.of(Kuznetsov1994.mouse(), "", 20, Map.of("T", 1.0, "E", alone));
        assertThat(course.curve("E").at(20)).isCloseTo(alone, THREE_DIGITS);
        assertThat(course.curve("T").at(20)).isGreaterThan(10);
    }

    @Test
    void aSmallTumourEndsDormantAndALargeOneEscapes() {
        Course.Curve small =
                Course.of(Kuznetsov1994.mouse(), "", 2000, Map.of()).curve("T");
        assertThat(small.at(2000)).isCloseTo(8.186e6, THREE_DIGITS);
        assertThat(small.peakAfter(0)).as("it comes in by a spiral").isGreaterThan(2 * small.at(2000));
        Course.Curve large =
                Course.of(Kuznetsov1994.mouse(), "", 1000, Map.of("T", 5e8)).curve("T");
        assertThat(large.at(1000)).isCloseTo(4.470e8, THREE_DIGITS);
    }

    @Test
    void effectorCellsThatAreGivenMoveALargeTumourToDormancy() {
        Course.Curve treated = Course.of(
                        Kuznetsov1994.mouse(), "effector cells 1e7 cells at 10 d", 2000, Map.of("T", 4e8))
                .curve("T");
        assertThat(treated.at(2000)).isCloseTo(8.186e6, withPercentage(1));
    }
}
