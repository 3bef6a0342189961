package org.immunarium.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeFiguresTest {

    private static SpiderFigure.Line line(String name, double[] changes, String... responses) {
        double[] times = new double[changes.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = 56 * i;
        }
        return new SpiderFigure.Line(name, times, changes, List.of(responses));
    }

    @Test
    void aSpiderSaysWhenWhoRespondedAndProgressed() {
        SpiderFigure figure = new SpiderFigure(
                "Response",
                "d",
                List.of(
                        line("A", new double[] {0, -40, -60, 10}, "", "PR", "PR", "PD"),
                        line("B", new double[] {0, 30, -50}, "", "PD", "PR"),
                        line("C", new double[] {0, Double.NaN, 5}, "", "NE", "SD")));
        assertThat(figure.inWords())
                .containsExactly(
                        "A: response (PR) at 56 d, progression at 168 d.",
                        "B: progression at 56 d.",
                        "C: no progression.");
        assertThat(figure.pictures().getFirst().svg()).contains(">PR<", ">PD<").doesNotContain("NaN");
        assertThat(figure.numbers().rows()).hasSize(10).contains(List.of("C", "56", "", "NE"));
    }

    @Test
    void aTumourThatGrowsWithoutEndLeavesTheFrame() {
        SpiderFigure figure = new SpiderFigure(
                "Response", "d", List.of(line("", new double[] {0, 100, 400, 900}, "", "PD", "PD", "PD")));
        assertThat(figure.pictures().getFirst().svg()).contains(">150<").doesNotContain(">900<");
    }

    @Test
    void aStripTellsTheWorstOfEachRow() {
        StripFigure figure = new StripFigure(
                "Side effects",
                "d",
                100,
                List.of(
                        new StripFigure.Bar("colitis", "grade 1-2", false, 10, 20),
                        new StripFigure.Bar("colitis", "grade 3+", true, 20, 40),
                        new StripFigure.Bar("rash", "grade 1-2", false, 5, 5)));
        assertThat(figure.inWords()).containsExactly("colitis: grade 3+ from 20 d.", "rash: grade 1-2 from 5 d.");
        assertThat(figure.legend()).contains("grade 1-2", "grade 3+");
        assertThat(figure.numbers().rows()).hasSize(3);
    }
}
