package org.immunarium.numerics.inference.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.immunarium.numerics.inference.sensitivity.SobolIndices.Indices;
import org.junit.jupiter.api.Test;

final class SobolIndicesTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 0.95, 1);

    private static List<Indices> of(ToDoubleFunction<double[]> model, int dimensions, int rows, long seed) {
        SobolIndices indices = new SobolIndices(dimensions, rows, seed);
        return indices.indices(
                Arrays.stream(indices.points()).mapToDouble(model).toArray(), BOOTSTRAP);
    }

    @Test
    void findsThoseOfIshigami() {
        List<Indices> indices = of(KnownFunctions::ishigami, 3, 4096, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(indices.get(i).first().value()).isCloseTo(KnownFunctions.ISHIGAMI_FIRST[i], within(0.01));
            assertThat(indices.get(i).total().value()).isCloseTo(KnownFunctions.ISHIGAMI_TOTAL[i], within(0.01));
        }
    }

    @Test
    void findsThoseOfTheGFunction() {
        double[] a = {0, 1, 4.5, 9, 99, 99, 99, 99};
        List<Indices> indices = of(x -> KnownFunctions.g(x, a), 8, 4096, 2);
        for (int i = 0; i < 8; i++) {
            assertThat(indices.get(i).first().value()).isCloseTo(KnownFunctions.gFirst(i, a), within(0.015));
            assertThat(indices.get(i).total().value()).isCloseTo(KnownFunctions.gTotal(i, a), within(0.015));
        }
    }

    @Test
    void sharesOfASumAreItsVariances() {
        List<Indices> indices = of(x -> 1e6 + 3 * x[0] + 4 * x[1] + 0 * x[2], 3, 1024, 3);
        assertThat(indices.get(0).first().value()).isCloseTo(9.0 / 25, within(0.005));
        assertThat(indices.get(1).total().value()).isCloseTo(16.0 / 25, within(0.005));
        assertThat(indices.get(2).total()).isEqualTo(new Estimate(0, 0, 0));
    }

    @Test
    void intervalsHoldTheTruthAtLeastAsOftenAsTheySay() {
        double[] a = {0.5, 2, 5};
        int held = 0;
        for (int seed = 0; seed < 60; seed++) {
            List<Indices> indices = of(x -> KnownFunctions.g(x, a), 3, 256, seed);
            for (int i = 0; i < 3; i++) {
                held += holds(indices.get(i).first(), KnownFunctions.gFirst(i, a));
                held += holds(indices.get(i).total(), KnownFunctions.gTotal(i, a));
            }
        }
        assertThat(held).isGreaterThan((int) (0.93 * 360));
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
    }

    @Test
    void rowsThatFailedAreLeftOut() {
        SobolIndices indices = new SobolIndices(2, 1024, 5);
        double[] answers = Arrays.stream(indices.points())
                .mapToDouble(x -> 3 * x[0] + 4 * x[1])
                .toArray();
        answers[17] = Double.NaN;
        answers[900] = Double.POSITIVE_INFINITY;
        assertThat(indices.indices(answers, BOOTSTRAP).get(0).first().value()).isCloseTo(0.36, within(0.01));
        Arrays.fill(answers, Double.NaN);
        assertThat(indices.indices(answers, BOOTSTRAP).get(0).first()).isEqualTo(Estimate.NONE);
    }

    @Test
    void anAnswerThatNeverDiffersHasNoIndices() {
        assertThat(of(_ -> 0.1, 2, 64, 1).get(1).total()).isEqualTo(Estimate.NONE);
    }

    @Test
    void badPlansAreRefused() {
        assertThatThrownBy(() -> new SobolIndices(3, 1, 1)).hasMessageContaining("1 rows of 3 parameters");
        assertThatThrownBy(() -> new SobolIndices(3, 8, 1).indices(new double[7], BOOTSTRAP))
                .hasMessageContaining("7 answers at 40 points");
        assertThatThrownBy(() -> new Bootstrap(100, 1, 1)).hasMessageContaining("a confidence of 1");
    }
}
