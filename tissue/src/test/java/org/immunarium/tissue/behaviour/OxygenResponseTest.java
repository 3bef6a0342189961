package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.immunarium.numerics.random.Reciprocal;
import org.immunarium.numerics.random.Uniform;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.OxygenModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What oxygen does to cells, against what its equation says.
final class OxygenResponseTest {

    private static final OxygenModel MODEL = new OxygenModel(0, 10, 38, 5, 2.5, 0.004, OptionalInt.of(0));

    /// Oxygen that is the same everywhere and stays so.
    private static TestTissue tissue(double oxygen) {
        return new TestTissue(1000, true)
                .substance("oxygen", 0, 0, oxygen)
                .variable("oncoprotein")
                .type("tumor")
                .change("tumor", type -> type.withOxygen(MODEL));
    }

    @ParameterizedTest
    @CsvSource({"50, 1, 0", "38, 1, 0", "24, 0.5, 0", "10, 0, 0", "5, 0, 0", "3.75, 0, 0.5", "2.5, 0, 1", "0, 0, 1"})
    void cellsDivideAndDieByTheOxygenThatTheyHave(double oxygen, double divides, double dies) {
        try (Tissue tissue = tissue(oxygen)
                .does("tumor", "custom:oncoprotein", 1.5)
                .cell("tumor", 0, 0, 0)
                .start(1, 1)) {
            OxygenResponse response = new OxygenResponse(
                    tissue.cells(), tissue.behaviours(), tissue.model().types(), tissue.fields());
            assertThat(response.entry(0)).isCloseTo(1.5 * divides, within(1e-12));
            assertThat(response.necrosis(0)).isCloseTo(0.004 * dies, within(1e-12));
        }
    }

    /// A phase of fixed length takes 1 / (rate × oncoprotein × share), rounded to phenotype steps.
    @Test
    void aCellDividesSoonerTheMoreOncoproteinItHas() {
        for (double oncoprotein : new double[] {0.5, 1, 2}) {
            try (Tissue tissue = tissue(24)
                    .cycle("tumor", CycleModel.LIVE.withFixed(true))
                    .does("tumor", "cycle entry", 1.0 / 120)
                    .does("tumor", "custom:oncoprotein", oncoprotein)
                    .cell("tumor", 0, 0, 0)
                    .start(1, 1)) {
                while (tissue.cells().count() == 1) {
                    tissue.advance();
                }
                assertThat(tissue.time()).isCloseTo(240 / oncoprotein, within(6.1));
            }
        }
    }

    @Test
    void withoutOxygenCellsDieAtTheirRate() {
        try (Tissue tissue = tissue(0).scattered("tumor", 1000).start(1, 2)) {
            tissue.advanceTo(120);
            double dead = tissue.losses().of(0, Cause.NECROSIS);
            // 21 steps of 6 min, of which each kills 0.024.
            assertThat(dead / 1000).isCloseTo(1 - Math.pow(1 - 0.024, 21), within(0.05));
        }
    }

    @Test
    void daughtersDrawAnewWhatIsNotInherited() {
        TestTissue test = tissue(38)
                .does("tumor", "custom:oncoprotein", 1)
                .does("tumor", "cycle entry", 1.0 / 12)
                .cycle("tumor", CycleModel.LIVE.withFixed(true))
                .varies("tumor", "cycle entry", new Reciprocal(new Uniform(60, 120)), true)
                .varies("tumor", "custom:oncoprotein", new Uniform(0.9, 1.1), false)
                .cell("tumor", 0, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            while (tissue.cells().count() == 1) {
                tissue.advance();
            }
            int entry = tissue.behaviours().vocabulary().place(Behaviour.CYCLE_ENTRY);
            int oncoprotein = tissue.behaviours().vocabulary().place(Behaviour.CUSTOM, 0);
            assertThat(tissue.behaviours().of(oncoprotein, 0))
                    .isEqualTo(tissue.behaviours().of(oncoprotein, 1));
            assertThat(tissue.behaviours().of(entry, 0))
                    .isNotEqualTo(tissue.behaviours().of(entry, 1));
            assertThat(1 / tissue.behaviours().of(entry, 0)).isBetween(60.0, 120.0);
            assertThat(1 / tissue.behaviours().of(entry, 1)).isBetween(60.0, 120.0);
        }
    }
}
