package org.immunarium.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Measurements and a fitted course, drawn.
final class FitFigureTest {

    private static final double NAN = Double.NaN;

    private static FitFigure figure(double[] observed, double[] predicted, double[] low, double[] high) {
        return new FitFigure(
                "T [cells]",
                "time [d]",
                "T [cells]",
                "95 % band",
                new FitFigure.Points(new double[] {0, 1, 2, 3}, observed, predicted, low, high));
    }

    @Test
    void eachMeasurementIsADotAndTheCourseHasABand() {
        FitFigure figure = figure(
                new double[] {NAN, 11, NAN, 13},
                new double[] {10, 11, 12, 13},
                new double[] {10, 10.5, 11, 11.5},
                new double[] {10, 11.5, 13, 14.5});
        String svg = figure.pictures().getFirst().svg();
        assertThat(svg.split("class=\"marker c1\"", -1)).hasSize(1 + 2);
        assertThat(svg.split("class=\"band d0\"", -1)).hasSize(1 + 1);
        assertThat(svg.split("class=\"curve c0\"", -1)).hasSize(1 + 1);
        assertThat(svg).contains(">time [d]<").doesNotContain("NaN", "Infinity");
        assertThat(figure.inWords())
                .containsExactly("2 measurements; the fitted course starts at 10 and ends at 13 (11.5 to 14.5).");
        assertThat(figure.legend()).contains("measured", "fitted", "95 % band");
        assertThat(figure.numbers().rows()).hasSize(2);
        assertThat(figure.numbers().rows().getFirst()).containsExactly("1", "11", "11", "10.5", "11.5");
    }

    @Test
    void aBandThatNobodyKnowsLeavesRoomForWhatIsKnown() {
        FitFigure figure = figure(
                new double[] {1, 2, NAN, NAN},
                new double[] {1, 2, 4, 8},
                new double[] {1, 1.9, 1e-30, NAN},
                new double[] {1, 2.1, 1e30, Double.POSITIVE_INFINITY});
        for (Figure.Picture picture : figure.pictures()) {
            assertThat(picture.svg()).doesNotContain("NaN", "Infinity", "1e30");
        }
    }
}
