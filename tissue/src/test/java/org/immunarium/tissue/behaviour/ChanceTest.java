package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.Luck;
import org.junit.jupiter.api.Test;

/// How likely things are does not depend on how time is divided.
final class ChanceTest {

    private static final Chance EXACT = new Chance(true);
    private static final Chance PLAIN = new Chance(false);

    @Test
    void twoHalvesOfAStepAreAsLikelyAsTheWhole() {
        double half = 1 - EXACT.of(0.35);
        assertThat(1 - half * half).isCloseTo(EXACT.of(0.7), within(1e-15));
        assertThat(PLAIN.of(0.7)).isEqualTo(0.7);
    }

    @Test
    void whatIsCertainStaysBelowOneWhereStepsDiffer() {
        assertThat(EXACT.of(1e15)).isEqualTo(1);
        assertThat(EXACT.of(0)).isZero();
    }

    @Test
    void whatLastsNoTimeEndsAtOnce() {
        assertThat(EXACT.end(6, 0)).isEqualTo(1);
        assertThat(PLAIN.end(0.1, 0)).isGreaterThan(1);
        assertThat(EXACT.end(6, 30)).isCloseTo(EXACT.of(0.2), within(1e-15));
        assertThat(PLAIN.end(0.1, 50)).isCloseTo(0.002, within(1e-17));
    }

    @Test
    void ofTwoThingsEachIsFirstByItsRate() {
        double kills = EXACT.before(0.5, 0.2);
        double ends = EXACT.before(0.2, 0.5);
        assertThat(kills + ends).isCloseTo(EXACT.of(0.7), within(1e-15));
        assertThat(kills / ends).isCloseTo(2.5, within(1e-12));
        assertThat(EXACT.before(0, 0.2)).isZero();
        assertThat(PLAIN.before(0.5, 0.2)).isEqualTo(0.5);
    }

    @Test
    void countsHaveTheMeanThatIsAskedFor() {
        Luck luck = new Luck(1, 0, 1);
        RandomStream own = luck.of(0, 1, Purpose.LETHAL_HIT, 0);
        double sum = 0;
        int most = 0;
        for (int k = 0; k < 20_000; k++) {
            int count = EXACT.count(0.8, own);
            sum += count;
            most = Math.max(most, count);
        }
        assertThat(sum / 20_000).isCloseTo(0.8, within(0.03));
        assertThat(most).isGreaterThan(2);
        for (int k = 0; k < 100; k++) {
            assertThat(PLAIN.count(5, own)).isEqualTo(1);
            assertThat(EXACT.count(0, own)).isZero();
        }
    }
}
