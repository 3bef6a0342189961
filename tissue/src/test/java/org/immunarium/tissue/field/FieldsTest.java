package org.immunarium.tissue.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.immunarium.numerics.NumericalFailure;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.TimeSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Concentrations that cannot be stop a run; substances that are nowhere cost nothing, and change nothing.
final class FieldsTest {

    private static TestTissue tissue() {
        return new TestTissue(100, true)
                .substance("oxygen", 1e5, 0.1, 38)
                .substance("factor", 1000, 0.1, 1)
                .type("tumor")
                .cell("tumor", 10, 10, 0);
    }

    @Test
    void aConcentrationBelowZeroIsNamedWithItsPlace() {
        try (Tissue tissue = tissue().does("tumor", "factor export", -1000).start(1, 1)) {
            assertThatThrownBy(() -> tissue.advanceTo(60))
                    .isInstanceOf(NumericalFailure.class)
                    .hasMessageContaining("factor")
                    .hasMessageContaining("its concentration at (10.0, 10.0, 0.0) µm is -")
                    .hasMessageContaining("below 0");
        }
    }

    @Test
    void aConcentrationThatIsNoNumberIsNamedWithItsPlace() {
        try (Tissue tissue = tissue().start(1, 1)) {
            tissue.fields().concentrations(1)[99] = Double.NaN;
            assertThatThrownBy(tissue::check)
                    .isInstanceOf(NumericalFailure.class)
                    .hasMessageContaining("factor")
                    .hasMessageContaining("its concentration at (90.0, 90.0, 0.0) µm is no finite number");
        }
    }

    @Test
    void whatRoundingLeavesBelowZeroIsNoFailure() {
        try (Tissue tissue = tissue().start(1, 1)) {
            tissue.fields().concentrations(1)[5] = -1e-3;
            tissue.check();
            tissue.fields().concentrations(1)[5] = -0.1;
            assertThatThrownBy(tissue::check).isInstanceOf(NumericalFailure.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSubstanceComesUpWhenACellGivesItOff(boolean coupled) {
        TimeSteps steps = new TimeSteps(0.1, 0.1, 6, 0.1, coupled);
        try (Tissue tissue = new TestTissue(100, true)
                .steps(steps)
                .substance("factor", 1e5, 0.1, 0)
                .type("tumor")
                .does("tumor", "factor secretion target", 1)
                .rule("tumor", "time", true, "factor secretion", 10, 9, 64)
                .cell("tumor", 10, 10, 0)
                .start(1, 2)) {
            tissue.advanceTo(6);
            assertThat(tissue.fields().concentrations(0)).containsOnly(0);
            tissue.advanceTo(24);
            double[] values = tissue.fields().concentrations(0);
            assertThat(values[55]).isPositive();
            for (double each : values) {
                assertThat(each).isNotNegative().isLessThanOrEqualTo(values[55]);
            }
        }
    }
}
