package org.immunarium.numerics.inference.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.sampling.LatinHypercube;
import org.immunarium.numerics.inference.sensitivity.PartialRankCorrelation.Correlation;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

final class PartialRankCorrelationTest {

    private static final double[][] POINTS = LatinHypercube.points(300, 4, 1);

    private static List<Correlation> of(ToDoubleFunction<double[]> model) {
        return PartialRankCorrelation.of(
                POINTS, Arrays.stream(POINTS).mapToDouble(model).toArray(), 0.95);
    }

    private static double linear(double[] x) {
        return 3 * x[0] - x[1] + 2 * (x[2] - 0.5) * (x[2] - 0.5);
    }

    @Test
    void signsAndStrengthsAreThoseOfTheEffects() {
        List<Correlation> all = of(PartialRankCorrelationTest::linear);
        assertThat(all.get(0).correlation().value()).isGreaterThan(0.9);
        assertThat(all.get(1).correlation().value()).isBetween(-0.95, -0.6);
        assertThat(all.get(1).p()).isLessThan(1e-10);
        assertThat(all.get(3).correlation().value()).isBetween(-0.12, 0.12);
        assertThat(all.get(3).correlation().low()).isLessThan(0);
        assertThat(all.get(3).correlation().high()).isGreaterThan(0);
    }

    @Test
    void risingFunctionsOfTheAnswerAndOfTheParametersChangeNothing() {
        List<Correlation> plain = of(PartialRankCorrelationTest::linear);
        double[] answers = Arrays.stream(POINTS)
                .mapToDouble(x -> ElementaryFunctions.exp(7 * linear(x)))
                .toArray();
        double[][] moved = Arrays.stream(POINTS)
                .map(x -> new double[] {ElementaryFunctions.log(x[0]), x[1] * x[1] * x[1], x[2], 1e9 * x[3]})
                .toArray(double[][]::new);
        assertThat(PartialRankCorrelation.of(moved, answers, 0.95)).isEqualTo(plain);
    }

    @Test
    void anAnswerThatOneParameterTellsWholeHasNoneWithTheOthers() {
        List<Correlation> all = of(x -> -x[1]);
        assertThat(all.get(1).correlation().value()).isCloseTo(-1, within(1e-8));
        assertThat(all.get(0).correlation().value()).isCloseTo(0, within(1e-3));
    }

    /// Ranks 1, 2.5, 2.5, 4 against 2, 1, 3.5, 3.5: without others, the correlation of ranks that share ties.
    @Test
    void equalValuesShareTheirRank() {
        double[][] points = {{1}, {2}, {2}, {5}, {6}};
        double[] answers = {7, 3, 9, 9, 11};
        // Ranks 1, 2.5, 2.5, 4, 5 and 2, 1, 3.5, 3.5, 5.
        double covariance = -2 * -1 + -0.5 * -2 + -0.5 * 0.5 + 0.5 + 2 * 2;
        double expected = covariance / Math.sqrt((4 + 0.25 + 0.25 + 1 + 4) * (1 + 4 + 0.25 + 0.25 + 4));
        assertThat(PartialRankCorrelation.of(points, answers, 0.95)
                        .getFirst()
                        .correlation()
                        .value())
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void aParameterThatDoesNotVaryOrThatOthersTellHasNone() {
        double[][] points = Arrays.stream(POINTS)
                .map(x -> new double[] {x[0], 4, x[2], x[2] * x[2]})
                .toArray(double[][]::new);
        List<Correlation> all = PartialRankCorrelation.of(
                points,
                Arrays.stream(POINTS)
                        .mapToDouble(PartialRankCorrelationTest::linear)
                        .toArray(),
                0.95);
        assertThat(all.get(0).correlation().value()).isGreaterThan(0.9);
        for (int i = 1; i < 4; i++) {
            assertThat(all.get(i).correlation()).isEqualTo(Estimate.NONE);
        }
        assertThat(of(_ -> 3)).allMatch(each -> Double.isNaN(each.p()));
    }

    @Test
    void failedAnswersAreLeftOut() {
        double[] answers = Arrays.stream(POINTS)
                .mapToDouble(PartialRankCorrelationTest::linear)
                .toArray();
        answers[5] = Double.NaN;
        assertThat(PartialRankCorrelation.of(POINTS, answers, 0.95)
                        .get(0)
                        .correlation()
                        .value())
                .isGreaterThan(0.9);
        Arrays.fill(answers, 4, 300, Double.NaN);
        assertThat(PartialRankCorrelation.of(POINTS, answers, 0.95).get(0).correlation())
                .isEqualTo(Estimate.NONE);
        assertThatThrownBy(() -> PartialRankCorrelation.of(POINTS, new double[3], 0.95))
                .hasMessageContaining("3 answers at 300 points");
    }

    /// Normal parameters and error: ranks of a bivariate normal correlate by 6 / pi asin(r / 2), of each pair.
    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        double a = rank(0.6);
        double b = rank(-0.5);
        double truth = a / Math.sqrt(1 - b * b);
        int held = 0;
        for (int sample = 0; sample < 400; sample++) {
            RandomStream random = new RandomStream(9, sample, 0, Purpose.JUDGEMENT);
            double[][] points = new double[80][2];
            double[] answers = new double[80];
            for (int i = 0; i < 80; i++) {
                points[i][0] = random.nextNormal();
                points[i][1] = random.nextNormal();
                answers[i] = 0.6 * points[i][0] - 0.5 * points[i][1] + Math.sqrt(0.39) * random.nextNormal();
            }
            Estimate estimate =
                    PartialRankCorrelation.of(points, answers, 0.95).getFirst().correlation();
            held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
        }
        assertThat(held).isBetween(370, 395);
    }

    private static double rank(double r) {
        return 6 / Math.PI * ElementaryFunctions.asin(r / 2);
    }
}
