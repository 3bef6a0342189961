package org.immunarium.patient.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The thresholds of Kirschner and Panetta 1998: of antigenicity, of effector cells given and of IL-2 given.
///
/// Where the tumour does not change, effector cells and IL-2 follow from it, and so does the antigenicity at which
/// effector cells do not change either.
final class KirschnerPanetta1998Test {

    private static final double MU2 = 0.03;
    private static final double P1 = 0.1245;
    private static final double G1 = 2e7;
    private static final double R2 = 0.18;
    private static final double B = 1e-9;
    private static final double A = 1;
    private static final double G2 = 1e5;
    private static final double P2 = 5;
    private static final double G3 = 1e3;
    private static final double MU3 = 10;

    private static double effectors(double tumour) {
        return R2 * (1 - B * tumour) * (G2 + tumour) / A;
    }

    private static double interleukin2(double tumour) {
        return P2 * effectors(tumour) * tumour / ((G3 + tumour) * MU3);
    }

    /// The antigenicity at which a tumour of this size is at equilibrium.
    private static double antigenicity(double tumour) {
        double interleukin2 = interleukin2(tumour);
        return effectors(tumour) * (MU2 - P1 * interleukin2 / (G1 + interleukin2)) / tumour;
    }

    /// The small tumour at equilibrium; the antigenicity falls with its size up to 1e6 cells.
    private static double small(double antigenicity) {
        double low = 1e3;
        double high = 1e6;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (antigenicity(middle) > antigenicity) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// By Routh and Hurwitz, of the Jacobian.
    private static boolean stable(double tumour) {
        double e = effectors(tumour);
        double i = interleukin2(tumour);
        double ee = -MU2 + P1 * i / (G1 + i);
        double et = antigenicity(tumour);
        double ei = P1 * e * G1 / ((G1 + i) * (G1 + i));
        double te = -A * tumour / (G2 + tumour);
        double tt = R2 * (1 - 2 * B * tumour) - A * e * G2 / ((G2 + tumour) * (G2 + tumour));
        double ie = P2 * tumour / (G3 + tumour);
        double it = P2 * e * G3 / ((G3 + tumour) * (G3 + tumour));
        double ii = -MU3;
        double a1 = -(ee + tt + ii);
        double a2 = ee * tt - et * te + ee * ii - ei * ie + tt * ii;
        double a3 = -(ee * tt * ii - et * te * ii + ei * (te * it - tt * ie));
        return a1 > 0 && a3 > 0 && a1 * a2 > a3;
    }

    private static Course.Curve tumour(int days, Map<String, Double> values) {
        return Course.of(KirschnerPanetta1998.patient(), "", days, values).curve("T");
    }

    @Test
    void theTwoLargeEquilibriaMeetAtTheSmallestAntigenicity() {
        double largest = 0;
        for (double tumour = 9e8; tumour <= 1e9; tumour += 1e5) {
            largest = Math.max(largest, antigenicity(tumour));
        }
        assertThat(largest).isBetween(8.5e-5, 8.6e-5);
    }

    @Test
    void whereItIsBelowThatTheTumourSettlesNearItsLargestSize() {
        assertThat(tumour(1500, Map.of("c", 5e-5)).at(1500)).isBetween(0.9e9, 1e9);
        double large = tumour(1500, Map.of("c", 8.4e-5, "T", 9.9e8, "E", effectors(9.9e8)))
                .at(1500);
        assertThat(large).isBetween(0.95e9, 1e9);
        double lost = tumour(1500, Map.of("c", 8.8e-5, "T", 9.9e8, "E", effectors(9.9e8)))
                .at(1500);
        assertThat(lost).isLessThan(0.9e9);
    }

    @Test
    void theSmallEquilibriumTurnsStableWhereWavesEnd() {
        assertThat(stable(small(0.0324))).isFalse();
        assertThat(stable(small(0.0325))).isTrue();
    }

    @Test
    void theModelsOwnWavesGrowBelowThatAndDieOutAbove() {
        for (double c : new double[] {0.030, 0.035}) {
            double settled = small(c);
            Map<String, Double> near =
                    Map.of("c", c, "T", 1.02 * settled, "E", effectors(settled), "IL2", interleukin2(settled));
            Course.Curve run = tumour(1000, near);
            double swing = Math.abs(run.peakAfter(900) / settled - 1);
            if (stable(settled)) {
                assertThat(swing).as("antigenicity %s", c).isLessThan(0.01);
            } else {
                assertThat(swing).as("antigenicity %s", c).isGreaterThan(0.04);
            }
        }
    }

    @Test
    void thePatientOfThePaperHasASmallLastingTumour() {
        assertThat(tumour(10_000, Map.of()).at(10_000)).isCloseTo(small(0.035), withPercentage(0.1));
    }

    @Test
    void effectorCellsClearItAbove540ADay() {
        double threshold = R2 * MU2 * G2 / A;
        assertThat(threshold).isCloseTo(540, withPercentage(1e-9));
        assertThat(tumour(3000, Map.of("s1", 500.0)).at(3000)).isCloseTo(1331, withPercentage(0.1));
        assertThat(tumour(3000, Map.of("s1", 600.0)).at(3000)).isZero();
    }

    @Test
    void interleukin2MakesEffectorCellsGrowWithoutBoundAboveItsThreshold() {
        double threshold = MU2 * MU3 * G1 / (P1 - MU2);
        assertThat(threshold).isCloseTo(6.35e7, withPercentage(0.1));
        for (double share : new double[] {0.99, 1.01}) {
            Course.Curve effectors = Course.of(
                            KirschnerPanetta1998.patient(),
                            "",
                            1000,
                            Map.of("s2", share * threshold, "T", 0.0, "E", 1e6))
                    .curve("E");
            assertThat(effectors.at(1000) > effectors.at(500)).isEqualTo(share > 1);
        }
    }
}
