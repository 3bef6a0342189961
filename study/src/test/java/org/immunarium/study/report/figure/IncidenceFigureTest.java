package org.immunarium.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.study.report.figure.IncidenceFigure.Curve;
import org.junit.jupiter.api.Test;

class IncidenceFigureTest {

    private static final double NONE = Double.NaN;

    @Test
    void aCurveGoesOnAsFarAsItsArmWasFollowed() {
        IncidenceFigure figure = new IncidenceFigure(
                "First",
                "patients",
                "months",
                List.of(
                        new Curve(
                                "A",
                                0,
                                new double[] {0, 1, 2},
                                new double[] {0, 0.1, 0.2},
                                new double[] {0, 0.05, NONE},
                                new double[] {0, 0.2, NONE},
                                10),
                        new Curve("B", 1, new double[] {0}, new double[] {0}, new double[] {0}, new double[] {0}, 4)));
        assertThat(figure.inWords()).containsExactly("A: 20 % by 10 months.", "B: 0 % by 4 months.");
        assertThat(figure.pictures().getFirst().svg()).doesNotContain("NaN");
        assertThat(figure.numbers().rows().getFirst()).containsExactly("0", "0", "0");
        assertThat(figure.numbers().rows().getLast()).containsExactly("10", "20", "");
    }
}
