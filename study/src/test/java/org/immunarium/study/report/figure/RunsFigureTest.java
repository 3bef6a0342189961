package org.immunarium.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What many runs came to, drawn.
final class RunsFigureTest {

    private static final double[] ACROSS = {1, 1, 2, 2};

    private static RunsFigure figure(double... up) {
        return RunsFigure.overValue("T", "k [1/d]", "T", List.of(new RunsFigure.Group("", ACROSS, up)));
    }

    @Test
    void eachRunIsADotAndALineGoesThroughTheMeans() {
        RunsFigure figure = figure(4, 6, 10, 14);
        assertThat(figure.pictures().getFirst().svg().split("class=\"dot d0\"", -1))
                .hasSize(1 + 4);
        assertThat(figure.pictures().getFirst().svg()).contains("class=\"curve c0\"", "class=\"marker c0\"");
        assertThat(figure.inWords()).containsExactly("on average 5 where k [1/d] is 1, and 12 where it is 2.");
        assertThat(figure.numbers().rows())
                .containsExactly(
                        List.of("1", "2", "5", "1.414", "4", "6"), List.of("2", "2", "12", "2.828", "10", "14"));
    }

    @Test
    void aRunThatFailedIsLeftOutAndZeroIsAtTheBottomOfALogarithmicAxis() {
        RunsFigure figure = figure(0, Double.NaN, 1, 100);
        assertThat(figure.pictures()).extracting(Figure.Picture::scale).containsExactly("linear", "logarithmic");
        assertThat(figure.pictures().getLast().svg())
                .contains("at the bottom 0 and less")
                .doesNotContain("NaN");
        assertThat(figure.numbers().rows().getFirst()).containsExactly("1", "1", "0", "", "0", "0");
        assertThat(figure.pictures().getFirst().svg().split("class=\"dot d0\"", -1))
                .hasSize(1 + 3);
    }

    @Test
    void manyPlacesAreABand() {
        double[] many = IntStream.range(0, 200).mapToDouble(i -> i / 2).toArray();
        RunsFigure figure = RunsFigure.overValue(
                "T", "k", "T", List.of(new RunsFigure.Group("", many, many), new RunsFigure.Group("b", many, many)));
        assertThat(figure.pictures().getFirst().svg())
                .contains("class=\"band d0\"", "class=\"band d1\"")
                .doesNotContain("class=\"dot");
        assertThat(figure.legend()).contains("<li>", "b");
    }

    @Test
    void variantsStandBesideEachOther() {
        RunsFigure figure = RunsFigure.overNames(
                "T",
                "T",
                List.of("none", "nivolumab and ipilimumab for ever and ever", "x"),
                new RunsFigure.Group("", new double[] {0, 0, 1, 1}, new double[] {1, 3, 5, 5}));
        assertThat(figure.pictures().getFirst().svg()).contains(">none<", ">nivolumab and ipilim…<");
        assertThat(figure.inWords())
                .containsExactly(
                        "none: on average 2, from 1 to 3.",
                        "nivolumab and ipilimumab for ever and ever: on average 5, from 5 to 5.");
    }

    @Test
    void aMapHasAFieldForEachPair() {
        MapFigure map = new MapFigure("T", "a", "b", new double[] {1, 2}, new double[] {10, 20, 30}, new double[][] {
            {1, 2, 3}, {4, 5, Double.NaN}
        });
        assertThat(map.pictures().getFirst().svg().split("class=\"field d0\"", -1))
                .hasSize(1 + 5);
        assertThat(map.inWords())
                .containsExactly(
                        "On average lowest, 1, where a is 1 and b is 10.",
                        "On average highest, 5, where a is 2 and b is 20.");
        assertThat(map.numbers().rows()).contains(List.of("2", "4", "5", ""));
    }
}
