package org.immunarium.numerics.inference.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.immunarium.numerics.inference.sensitivity.Morris.Effects;
import org.junit.jupiter.api.Test;

final class MorrisTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(500, 0.95, 1);

    private static List<Effects> of(ToDoubleFunction<double[]> model, int dimensions, int trajectories, long seed) {
        Morris morris = new Morris(dimensions, trajectories, 4, seed);
        return morris.effects(Arrays.stream(morris.points()).mapToDouble(model).toArray(), BOOTSTRAP);
    }

    @Test
    void aLinearModelHasItsCoefficientsAndNoSpread() {
        List<Effects> effects = of(x -> 2 * x[0] - 5 * x[1] + 0 * x[2], 3, 10, 1);
        assertThat(effects.get(0).mu().value()).isCloseTo(2, within(1e-12));
        assertThat(effects.get(1).mu().value()).isCloseTo(-5, within(1e-12));
        assertThat(effects.get(1).muStar().low()).isCloseTo(5, within(1e-12));
        assertThat(effects.get(1).sigma().high()).isCloseTo(0, within(1e-12));
        assertThat(effects.get(2).muStar()).isEqualTo(new Estimate(0, 0, 0));
    }

    @Test
    void effectsOfBothSignsCancelInMuOnly() {
        // |effect| of x1 is 8 |x2 - 1/2|, on levels 1/8, 3/8, 5/8, 7/8: 3, 1, 1, 3.
        Effects first = of(x -> 8 * x[0] * (x[1] - 0.5), 2, 2000, 3).get(0);
        assertThat(first.mu().value()).isCloseTo(0, within(0.15));
        assertThat(first.muStar().value()).isCloseTo(2, within(0.06));
        assertThat(first.sigma().value()).isCloseTo(Math.sqrt(5), within(0.06));
    }

    @Test
    void eachStepMovesOneParameterByHalf() {
        double[][] points = new Morris(6, 20, 8, 4).points();
        for (int t = 0; t < 20; t++) {
            boolean[] moved = new boolean[6];
            for (int step = 1; step <= 6; step++) {
                double[] from = points[t * 7 + step - 1];
                double[] to = points[t * 7 + step];
                for (int i = 0; i < 6; i++) {
                    assertThat(to[i]).isBetween(0.0, 1.0);
                    if (from[i] != to[i]) {
                        assertThat(Math.abs(to[i] - from[i])).isEqualTo(0.5);
                        assertThat(moved[i]).isFalse();
                        moved[i] = true;
                    }
                }
            }
            assertThat(moved).containsOnly(true);
        }
    }

    @Test
    void intervalsOfTheMeanHoldItAboutAsOftenAsTheySay() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            Estimate muStar =
                    of(x -> 8 * x[0] * (x[1] - 0.5), 2, 40, seed).get(0).muStar();
            held += muStar.low() <= 2 && 2 <= muStar.high() ? 1 : 0;
        }
        assertThat(held).isBetween(178, 200);
    }

    @Test
    void effectsThatNeedAFailedAnswerAreLeftOut() {
        Morris morris = new Morris(2, 10, 4, 1);
        double[] answers =
                Arrays.stream(morris.points()).mapToDouble(x -> x[0] + 2 * x[1]).toArray();
        answers[0] = Double.NaN;
        List<Effects> effects = morris.effects(answers, BOOTSTRAP);
        assertThat(effects.get(0).effects() + effects.get(1).effects()).isEqualTo(19);
        assertThat(effects.get(1).mu().value()).isCloseTo(2, within(1e-12));
        Arrays.fill(answers, Double.NaN);
        assertThat(morris.effects(answers, BOOTSTRAP).get(0).mu()).isEqualTo(Estimate.NONE);
    }

    @Test
    void badPlansAreRefused() {
        assertThatThrownBy(() -> new Morris(2, 10, 3, 1)).hasMessageContaining("3 levels");
    }
}
