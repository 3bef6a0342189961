package org.immunarium.trial.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FollowUpTest {

    private static final int PATIENTS = 20_000;

    @Test
    void whoComesLateIsFollowedForLess() {
        FollowUp plan = new FollowUp(300, 1000, 0);
        double sum = 0;
        for (int patient = 1; patient <= PATIENTS; patient++) {
            double entry = plan.entry(3, patient);
            assertThat(entry).isBetween(0.0, 300.0);
            assertThat(plan.end(3, patient)).isEqualTo(1000 - entry);
            sum += entry;
        }
        assertThat(sum / PATIENTS).isCloseTo(150, within(2.0));
    }

    @Test
    void theShareThatWithdrawsInAYearDoesSo() {
        FollowUp plan = new FollowUp(0, 365.25, FollowUp.rate(0.2));
        int gone = 0;
        for (int patient = 1; patient <= PATIENTS; patient++) {
            gone += plan.end(3, patient) < 365.25 ? 1 : 0;
        }
        assertThat((double) gone / PATIENTS).isCloseTo(0.2, within(0.01));
    }

    @Test
    void aCutOffWithinTheAccrualIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FollowUp(300, 300, 0));
    }
}
