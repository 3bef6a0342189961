package org.immunarium.patient.toxicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;

class CareRulesTest {

    @Test
    void everyOrganThatHealsIsTreatedWithSteroids() {
        for (Organ organ : Organ.thatHeal()) {
            assertThat(CareRules.shipped())
                    .anyMatch(rule -> rule.organ() == organ && rule.action() == CareRule.Action.STEROID);
        }
    }

    @Test
    void everyMistakeIsToldWithItsLine() {
        assertThatThrownBy(() -> CareRules.parse(
                        "organ,grade,action,source,note\nthyroid,2,hold,x,\ngut,7,hold,x,\ngut,2,pray,x,\ngut,2\n",
                        "rules.csv"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("rules.csv:2", "rules.csv:3", "rules.csv:4", "rules.csv:5");
    }
}
