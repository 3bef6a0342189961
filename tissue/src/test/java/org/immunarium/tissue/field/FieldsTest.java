package org.immunarium.tissue.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.TissueModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        try (Tissue tissue = tissue().start(1, 1)) {
            tissue.fields().concentrations(1)[55] = -1;
            assertThatThrownBy(tissue::check)
                    .isInstanceOf(NumericalFailure.class)
                    .hasMessageContaining("factor")
                    .hasMessageContaining("its concentration at (10.0, 10.0, 0.0) µm is -1.0, below 0");
        }
    }

    /// As PhysiCell has it, who exports less than nothing takes that much whatever is there; but no more than there is.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExportBelowZeroEmptiesItsVoxelAndGoesOn(boolean coupled) {
        TestTissue test = tissue().steps(new TimeSteps(0.1, 0.1, 6, 0.1, coupled))
                .internalises()
                .does("tumor", "is_movable", 0)
                .does("tumor", "factor export", -1000);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(60);
            assertThat(tissue.fields().at(1, 0)).isCloseTo(0, offset(0.05));
            assertThat(tissue.fields().exchange().inside(1, 0)).isPositive().isLessThan(100 * 8000);
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

    /// One voxel wide along x, y or z: the other faces are held, and what decays is less between them.
    @ParameterizedTest
    @CsvSource({"0, true", "0, false", "1, true", "1, false", "2, true", "2, false"})
    void alongAnAxisWithOneVoxelNothingIsHeld(int axis, boolean coupled) {
        double[] lower = {-100, -100, -100};
        double[] upper = {100, 100, 100};
        lower[axis] = -10;
        upper[axis] = 10;
        TissueModel any = new TestTissue(100, false)
                .held(38)
                .steps(new TimeSteps(0.1, 0.1, 6, 0.1, coupled))
                .substance("oxygen", 1000, 1, 38)
                .type("tumor")
                .model();
        TissueModel model = any.withDomain(new Domain(lower, upper, new double[] {20, 20, 20}, false, false));
        try (Tissue tissue = new Tissue(model, new Beginning(List.of(), List.of(), List.of()), 1, 0, 2)) {
            tissue.advanceTo(12);
            double[] values = tissue.fields().concentrations(0);
            assertThat(values).hasSize(100).contains(38);
            assertThat(values[45]).isPositive().isLessThan(10);
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
