package org.immunarium.patient.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScansTest {

    private static final double[] TIMES = {0, 56, 112};

    private static List<Visit> visits(double[]... diameters) {
        return Scans.visits(TIMES, diameters);
    }

    @Test
    void theFiveLargestThatCanBeMeasuredAreTargets() {
        double[][] lesions = new double[7][];
        for (int i = 0; i < lesions.length; i++) {
            lesions[i] = new double[] {10 + i, 10 + i, 10 + i};
        }
        assertThat(visits(lesions).getFirst().sum()).isEqualTo(12 + 13 + 14 + 15 + 16);
        assertThat(visits(lesions).getFirst().others()).isEqualTo(Visit.Others.PRESENT);
    }

    @Test
    void whatIsTooSmallToMeasureCountsAsFiveMillimetresAndWhatIsUnseenAsNone() {
        List<Visit> visits = visits(new double[] {20, 3, 1.9});
        assertThat(visits).extracting(Visit::sum).containsExactly(20.0, 5.0, 0.0);
    }

    @Test
    void aLesionThatWasNotSeenAtBaselineIsNewOnceItIsLargeEnough() {
        List<Visit> visits = visits(new double[] {20, 20, 20}, new double[] {0.1, 4.9, 5});
        assertThat(visits).extracting(Visit::newLesion).containsExactly(false, false, true);
        assertThat(visits).extracting(Visit::sum).containsExactly(20.0, 20.0, 20.0);
    }

    @Test
    void smallLesionsAreNoTargetsAndMayBeGoneOrWorse() {
        assertThat(visits(new double[] {20, 20, 20}, new double[] {8, 1, 1}))
                .extracting(Visit::others)
                .containsExactly(Visit.Others.PRESENT, Visit.Others.GONE, Visit.Others.GONE);
        assertThat(visits(new double[] {20, 20, 20}, new double[] {8, 17, 18}))
                .extracting(Visit::others)
                .containsExactly(Visit.Others.PRESENT, Visit.Others.PRESENT, Visit.Others.WORSE);
    }
}
