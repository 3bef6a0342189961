package org.immunarium.trial.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.junit.jupiter.api.Test;

class HarmTest {

    @Test
    void theWorstAndTheFirstAreKept() {
        Harm harm = Harm.NONE
                .and(7, Grade.NONE)
                .and(14, Grade.MILD)
                .and(21, Grade.SEVERE)
                .and(28, Grade.SEVERE)
                .and(35, Grade.NONE);
        assertThat(harm).isEqualTo(new Harm(Grade.SEVERE, 14, 21));
    }

    @Test
    void whatNeverCameWasNeverSeen() {
        assertThat(Harm.NONE.and(7, Grade.NONE)).isEqualTo(Harm.NONE);
        assertThat(Harm.NONE.and(7, Grade.MILD).severe()).isInfinite();
    }
}
