package org.immunarium.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.study.report.figure.ForestFigure.Group;
import org.immunarium.study.report.figure.ForestFigure.Row;
import org.junit.jupiter.api.Test;

class ForestFigureTest {

    private static final ForestFigure FIGURE = new ForestFigure(
            "Overall survival",
            "A & B",
            "C",
            List.of(
                    new Group("all", Double.NaN, List.of(new Row("", 100, 40, 98, 60, 0.62, 0.42, 0.93))),
                    new Group(
                            "PDL1_TPS >= 50",
                            0.0004,
                            List.of(
                                    new Row("yes", 50, 15, 48, 33, 0.4, 0.22, 0.74),
                                    new Row("no", 3, 0, 5, 1, Double.NaN, Double.NaN, Double.NaN),
                                    new Row("unknown", 4, 2, 5, 1, 3, 0.05, 400)))));

    @Test
    void eachLevelHasItsRatioInWordsAndNumbers() {
        assertThat(FIGURE.inWords())
                .containsExactly(
                        "all: hazard ratio 0.62 (0.42–0.93).",
                        "PDL1_TPS >= 50 yes: hazard ratio 0.40 (0.22–0.74).",
                        "PDL1_TPS >= 50 no: too few events.",
                        "PDL1_TPS >= 50 unknown: hazard ratio 3.00 (0.05–above 100).");
        assertThat(FIGURE.numbers().rows().get(1))
                .containsExactly("PDL1_TPS >= 50", "yes", "15/50", "33/48", "0.40 (0.22–0.74)", "< 0.001");
    }

    @Test
    void whatIsBeyondTheAxisIsCutAndWhatHasNoNumberIsNotDrawn() {
        String svg = FIGURE.pictures().getFirst().svg();
        assertThat(svg).doesNotContain("NaN").contains("role=\"img\"", "PDL1_TPS &gt;= 50");
        assertThat(svg.split("class=\"arrow\"", -1)).hasSize(3);
        assertThat(svg.split("<rect", -1)).hasSize(4);
        assertThat(FIGURE.legend()).contains("A &amp; B");
    }
}
