package org.immunarium.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What several things do to one, drawn.
final class TornadoFigureTest {

    private static TornadoFigure.Bars bars(String name, double... values) {
        double[] low = values.clone();
        double[] high = values.clone();
        for (int i = 0; i < values.length; i++) {
            low[i] -= 0.1;
            high[i] += 0.1;
        }
        return new TornadoFigure.Bars(name, values, low, high);
    }

    @Test
    void eachThingHasABarWithItsInterval() {
        TornadoFigure figure =
                new TornadoFigure("final T", List.of("a [1/d]", "b & c"), List.of(bars("prcc", -0.9, 0.5)));
        String svg = figure.pictures().getFirst().svg();
        assertThat(svg.split("class=\"bar c0 d0\"", -1)).hasSize(1 + 2);
        assertThat(svg.split("class=\"ink\"", -1)).hasSize(1 + 6);
        assertThat(svg).contains(">a [1/d]<", ">b &amp; c<", ">prcc<");
        assertThat(figure.inWords()).containsExactly("By prcc the strongest: a [1/d], -0.9; b & c, 0.5.");
        assertThat(figure.numbers().header()).containsExactly("name", "prcc", "prcc low", "prcc high");
        assertThat(figure.numbers().rows().getFirst()).containsExactly("a [1/d]", "-0.9", "-1", "-0.8");
        assertThat(figure.legend()).isEmpty();
    }

    @Test
    void whatIsUnknownHasNoBarAndTwoKindsHaveALegend() {
        TornadoFigure figure = new TornadoFigure(
                "T", List.of("a", "b"), List.of(bars("total", 0.9, Double.NaN), bars("first", 0.5, 0.1)));
        String svg = figure.pictures().getFirst().svg();
        assertThat(svg.split("class=\"bar c0 d0\"", -1)).hasSize(1 + 1);
        assertThat(svg.split("class=\"bar c1 d1\"", -1)).hasSize(1 + 2);
        assertThat(svg).doesNotContain("NaN");
        assertThat(figure.legend()).contains("total", "first");
        assertThat(figure.numbers().rows().getLast()).containsExactly("b", "", "", "", "0.1", "0", "0.2");
    }

    @Test
    void ofVeryManyTheStrongestAreDrawn() {
        TornadoFigure figure =
                new TornadoFigure("T", Collections.nCopies(50, "x"), List.of(bars("mu*", new double[50])));
        assertThat(figure.numbers().rows()).hasSize(30);
        assertThat(figure.numbers().note()).contains("the strongest");
        assertThat(figure.pictures().getFirst().svg()).doesNotContain("NaN");
    }
}
