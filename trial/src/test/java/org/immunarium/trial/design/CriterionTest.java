package org.immunarium.trial.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunarium.trial.design.Criterion.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionTest {

    @ParameterizedTest
    @CsvSource({
        "TPS >= 50, TPS, AT_LEAST, 50",
        "TPS>=50 %, TPS, AT_LEAST, 50 %",
        "V_T.C1 < 1e9 cells, V_T.C1, BELOW, 1e9 cells",
        "a <= -1, a, AT_MOST, -1",
        "b > 0, b, ABOVE, 0",
    })
    void isRead(String text, String name, Comparison comparison, String limit) {
        assertThat(Criterion.parse(text)).contains(new Criterion(name, comparison, limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TPS", "TPS 50", ">= 50", "TPS >=", "TPS = 50"})
    void whatIsNoneIsNotRead(String text) {
        assertThat(Criterion.parse(text)).isEmpty();
    }

    @Test
    void limitsBelongToOneSide() {
        assertThat(Comparison.AT_LEAST.holds(50, 50)).isTrue();
        assertThat(Comparison.AT_MOST.holds(50, 50)).isTrue();
        assertThat(Comparison.ABOVE.holds(50, 50)).isFalse();
        assertThat(Comparison.BELOW.holds(50, 50)).isFalse();
    }

    @Test
    void whatIsNotKnownDoesNotHold() {
        for (Comparison each : Comparison.values()) {
            assertThat(each.holds(Double.NaN, 0)).isFalse();
        }
    }
}
