package org.immunarium.patient.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// RECIST 1.1, Eisenhauer et al. 2009.
final class RecistTest {

    private static Recist of(double... sums) {
        return Recist.of(sums, true);
    }

    @Test
    void thirtyPerCentLessThanAtBaselineIsAResponse() {
        assertThat(of(100, 90, 70)).isEqualTo(new Recist(true, false));
        assertThat(of(100, 71)).isEqualTo(new Recist(false, false));
    }

    @Test
    void twentyPerCentAndFiveMillimetresMoreThanTheSmallestIsProgression() {
        assertThat(of(100, 80, 96)).isEqualTo(new Recist(false, true));
        assertThat(of(100, 80, 95)).isEqualTo(new Recist(false, false));
        assertThat(of(20, 24)).isEqualTo(new Recist(false, false));
        assertThat(of(20, 25)).isEqualTo(new Recist(false, true));
        assertThat(Recist.of(new double[] {2, 2.4}, false)).isEqualTo(new Recist(false, true));
    }

    @Test
    void whatShrinksAfterProgressionIsNoResponse() {
        assertThat(of(100, 120, 50)).isEqualTo(new Recist(false, true));
        assertThat(of(100, 60, 90)).isEqualTo(new Recist(true, true));
    }

    @Test
    void whereNothingIsNothingResponds() {
        assertThat(of(0, 0, 0)).isEqualTo(new Recist(false, false));
    }

    @Test
    void aLesionThatWasGoneAndIsBackIsProgression() {
        assertThat(of(30, 0, 0, 6)).isEqualTo(new Recist(true, true));
        assertThat(of(30, 0, 0, 4)).isEqualTo(new Recist(true, false));
    }
}
