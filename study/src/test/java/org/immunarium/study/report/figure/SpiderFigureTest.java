package org.immunarium.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpiderFigureTest {

    private static final List<SpiderFigure.Line> LINES = List.of(
            new SpiderFigure.Line("1", new double[] {0, 2, 4}, new double[] {0, -40, -10}, List.of("", "PR", "PD")),
            new SpiderFigure.Line("2", new double[] {0, 2}, new double[] {0, 5}, List.of("", "SD")));

    @Test
    void ofAGroupEveryLineHasOneStyleAndOnlyProgressionIsMarked() {
        SpiderFigure figure = SpiderFigure.ofGroup("Sums", "months", 9, 24, LINES);
        String svg = figure.pictures().getFirst().svg();
        assertThat(svg.split("class=\"curve thin c1\"", -1)).hasSize(1 + 2);
        assertThat(svg.split("class=\"dot d1\"", -1)).hasSize(1 + 1);
        assertThat(svg).contains(">20<").doesNotContain(">PR<");
        assertThat(figure.inWords()).containsExactly("2 patients: 1 with a response, 1 with progression.");
        assertThat(figure.legend()).contains("progression").doesNotContain(">1<");
    }

    @Test
    void ofAFewEachHasAStyleAndMarksOfItsOwn() {
        SpiderFigure figure = new SpiderFigure("Sums", "months", LINES);
        String svg = figure.pictures().getFirst().svg();
        assertThat(svg).contains("class=\"curve c0\"", "class=\"curve c1\"", ">PR<", ">PD<");
    }
}
