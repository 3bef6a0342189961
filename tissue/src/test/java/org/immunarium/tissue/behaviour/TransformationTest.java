package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.model.Behaviour;
import org.junit.jupiter.api.Test;

/// Cells become others at their rates, and keep what is their own.
final class TransformationTest {

    @Test
    void cellsBecomeOthersAtTheirRates() {
        TestTissue test = new TestTissue(1000, true)
                .type("naive")
                .type("effector")
                .type("memory")
                .does("naive", "transform to effector", 0.01)
                .does("naive", "transform to memory", 0.02)
                .scattered("naive", 1000);
        try (Tissue tissue = test.start(1, 2)) {
            tissue.advanceTo(60);
            // In each of ten steps 6 % become effectors, and 12 % of the others memory cells.
            double left = Math.pow(0.94 * 0.88, 10);
            assertThat(TestTissue.living(tissue, 0) / 1000.0).isCloseTo(left, within(0.05));
            assertThat(TestTissue.living(tissue, 1) / 1000.0)
                    .isCloseTo((1 - left) * 0.06 / (1 - 0.94 * 0.88), within(0.06));
        }
    }

    @Test
    void whoBecomesAnotherKeepsPlaceAndSizeAndDoesWhatTheNewTypeDoes() {
        TestTissue test = new TestTissue(200, true)
                .conserved("virus")
                .variable("oncoprotein")
                .type("one")
                .type("other")
                .does("one", "custom:virus", 5)
                .does("one", "custom:oncoprotein", 5)
                .does("other", "custom:oncoprotein", 2)
                .does("other", "migration speed", 7)
                .cell("one", 12, 13, 0);
        try (Tissue tissue = test.start(1, 1)) {
            Cells cells = tissue.cells();
            BehaviourValues behaviours = tissue.behaviours();
            cells.damage.values[0] = 3;
            cells.target.values[0] = 9;
            double volume = cells.volume.values[0];
            IdIndex index = new IdIndex(cells);
            Holding holding = new Holding(cells, tissue.model().types(), index, tissue.neighbours(), tissue.springs());
            new Transformation(cells, behaviours, tissue.model(), holding).become(0, 1);
            assertThat(cells.type.values[0]).isEqualTo(1);
            assertThat(cells.x.values[0]).isEqualTo(12);
            assertThat(cells.volume.values[0]).isEqualTo(volume);
            assertThat(cells.damage.values[0]).isZero();
            assertThat(cells.target.values[0]).isEqualTo(-1);
            int custom = behaviours.vocabulary().place(Behaviour.CUSTOM);
            assertThat(behaviours.of(custom, 0)).isEqualTo(5);
            assertThat(behaviours.of(custom + 1, 0)).isEqualTo(2);
            assertThat(behaviours.of(behaviours.vocabulary().place(Behaviour.MIGRATION_SPEED), 0))
                    .isEqualTo(7);
        }
    }
}
