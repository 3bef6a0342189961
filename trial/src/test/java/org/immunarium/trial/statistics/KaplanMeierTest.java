package org.immunarium.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    @Test
    void withoutCensoringItIsTheShareThatIsLeft() {
        KaplanMeier curve =
                KaplanMeier.of(new Survival(new double[] {4, 1, 3, 2}, new boolean[] {true, true, true, true}));
        assertThat(curve.survival()).containsExactly(0.75, 0.5, 0.25, 0);
        assertThat(curve.median(0.95).value()).isEqualTo(2.5);
        assertThat(curve.restrictedMean(4).mean()).isCloseTo(2.5, within(1e-15));
    }

    @Test
    void aMedianThatIsNotReachedIsNoNumber() {
        KaplanMeier curve = KaplanMeier.of(new Survival(new double[] {1, 2, 3}, new boolean[] {true, false, false}));
        assertThat(curve.median(0.95).value()).isNaN();
        assertThat(curve.at(10, 0.95).value()).isEqualTo(2.0 / 3);
    }

    @Test
    void nobodyHasTheEvent() {
        KaplanMeier curve = KaplanMeier.of(new Survival(new double[] {1, 2}, new boolean[2]));
        assertThat(curve.at(2, 0.95)).isEqualTo(new Estimate(1, 1, 1));
        assertThat(curve.restrictedMean(5)).isEqualTo(new RestrictedMean(5, 5, 0));
    }

    @Test
    void whoIsCensoredWhenAnotherHasTheEventIsAtRisk() {
        KaplanMeier curve = KaplanMeier.of(new Survival(new double[] {1, 1}, new boolean[] {false, true}));
        assertThat(curve.atRisk()).containsExactly(2);
        assertThat(curve.survival()).containsExactly(0.5);
        assertThat(curve.atRisk(0.5)).isEqualTo(2);
        assertThat(curve.atRisk(1.5)).isZero();
    }

    @Test
    void timesAreNumbersFromZeroOn() {
        for (double time : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Survival(new double[] {time}, new boolean[1]))
                    .withMessage("a time of " + time);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Survival(new double[0], new boolean[0]));
    }

    @Test
    void restrictedMeansAreComparedUntilOneHorizon() {
        RestrictedMean one = new RestrictedMean(10, 8, 0.3);
        RestrictedMean other = new RestrictedMean(10, 6, 0.4);
        RestrictedMean.Difference difference = one.minus(other, 0.95);
        assertThat(difference.difference().value()).isEqualTo(2);
        assertThat(difference.difference().upper()).isCloseTo(2 + 1.959963984540054 * 0.5, within(1e-12));
        // 2 / 0.5 = 4 standard errors, of which R's pnorm says 6.334248e-05 on both sides.
        assertThat(difference.p()).isCloseTo(6.334248366623996e-05, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> one.minus(new RestrictedMean(9, 6, 1), 0.95));
    }
}
