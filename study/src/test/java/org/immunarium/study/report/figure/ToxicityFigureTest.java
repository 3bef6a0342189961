package org.immunarium.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.study.report.figure.ToxicityFigure.Row;
import org.junit.jupiter.api.Test;

class ToxicityFigureTest {

    private static final ToxicityFigure FIGURE = new ToxicityFigure(
            "Side effects",
            List.of("A", "B"),
            List.of(
                    new Row("colitis", new double[] {20, Double.NaN}, new double[] {5, Double.NaN}),
                    new Row("nephritis", new double[] {0, Double.NaN}, new double[] {0, Double.NaN})));

    @Test
    void whatNobodyHadIsNamedAndNotDrawn() {
        assertThat(FIGURE.inWords())
                .containsExactly(
                        "colitis: A 20.0 %, of grade 3 and worse 5.0 %; B of nobody, of grade 3 and worse of nobody.",
                        "Nobody had nephritis.");
        assertThat(FIGURE.pictures().getFirst().svg()).doesNotContain(">nephritis<", "NaN");
        assertThat(FIGURE.numbers().rows()).containsExactly(List.of("colitis", "20", "5", "", ""));
    }
}
