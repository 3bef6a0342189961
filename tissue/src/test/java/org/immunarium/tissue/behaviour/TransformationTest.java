package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Column;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.cell.IntColumn;
import org.immunarium.tissue.cell.LongColumn;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.LifespanModel;
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

    /// Every column that is not a behaviour: kept, or as listed.
    @Test
    void whoBecomesAnotherKeepsWhatItHasBeenThrough() {
        Map<String, Double> anew = Map.of(
                "type", 1.0,
                "phase", 0.0,
                "phase time", 0.0,
                "motion x", 0.0,
                "motion y", 0.0,
                "motion z", 0.0,
                "damage", 0.0,
                "damage delivered", 0.0,
                "attacked cell", -1.0,
                "target nuclear solid", 135.0);
        TestTissue test = new TestTissue(200, true)
                .immune()
                .internalises()
                .substance("factor", 1, 0, 0)
                .type("one")
                .type("other")
                .change("other", type -> type.withLifespan(new LifespanModel(1000, 2000)))
                .cell("one", 12, 13, 0);
        try (Tissue tissue = test.start(1, 1)) {
            Cells cells = tissue.cells();
            Holding holding = holding(tissue);
            for (Column column : cells.columns()) {
                put(column, 7);
            }
            cells.type.values[0] = 0;
            new Transformation(cells, tissue.behaviours(), tissue.model(), holding).become(0, 1);
            Set<String> names = new HashSet<>();
            for (Column column : cells.columns()) {
                if (tissue.behaviours().vocabulary().find(column.name()).isEmpty()) {
                    assertThat(value(column)).as(column.name()).isEqualTo(anew.getOrDefault(column.name(), 7.0));
                    names.add(column.name());
                }
            }
            assertThat(names)
                    .containsAll(anew.keySet())
                    .contains(
                            "age",
                            "kept antigen",
                            "lost antigen",
                            "kept MHC-I",
                            "lethal hits",
                            "antigen cargo",
                            "internalized factor",
                            "stimulation",
                            "antigen experience",
                            "exhaustion",
                            "attack time",
                            "volume type");
        }
    }

    private static Holding holding(Tissue tissue) {
        IdIndex index = new IdIndex(tissue.cells());
        return new Holding(tissue.cells(), tissue.model().types(), index, tissue.neighbours(), tissue.springs());
    }

    private static void put(Column column, int value) {
        switch (column) {
            case DoubleColumn of -> of.values[0] = value;
            case IntColumn of -> of.values[0] = value;
            case LongColumn of -> of.values[0] = value;
        }
    }

    private static double value(Column column) {
        return switch (column) {
            case DoubleColumn of -> of.values[0];
            case IntColumn of -> of.values[0];
            case LongColumn of -> of.values[0];
        };
    }

    @Test
    void theWoundsOfWhoBecomesAnotherAreForgottenWithTheirAttacker() {
        TestTissue test = new TestTissue(200, true)
                .type("one")
                .type("other")
                .type("attacker")
                .does("attacker", "attack one", 1e9)
                .does("attacker", "attack duration", 1e9)
                // The attacker is gone before the other dies.
                .rule("attacker", "time", true, "apoptosis", 1e9, 3, 8)
                .rule("one", "damage", true, "transform to other", 1e9, 1, 16)
                .rule("other", "time", true, "apoptosis", 1e9, 60, 64)
                .cell("one", 0, 0, 0)
                .cell("attacker", 15, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(180);
            assertThat(tissue.losses().of(1, Cause.APOPTOSIS)).isEqualTo(1);
            assertThat(tissue.losses().of(1, Cause.ATTACK)).isZero();
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
            new Transformation(cells, behaviours, tissue.model(), holding(tissue)).become(0, 1);
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
