package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How cells grow and shrink, against what PhysiCell 1.14.2 gives (`docs/physicell.md`, section 12).
final class VolumeChangeTest {

    private static double after(int steps, Consumer<Cells> change) {
        try (Tissue tissue =
                new TestTissue(200, true).type("cell").cell("cell", 0, 0, 0).start(1, 1)) {
            change.accept(tissue.cells());
            VolumeChange volumes =
                    new VolumeChange(tissue.cells(), tissue.model().types());
            for (int step = 0; step < steps; step++) {
                volumes.update(0, 6);
            }
            assertThat(tissue.cells().radius.values[0])
                    .isCloseTo(Math.cbrt(tissue.cells().volume.values[0] / (4 * Math.PI / 3)), within(1e-9));
            return tissue.cells().volume.values[0];
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2511.6445", "10, 2785.3197", "40, 3884.7125", "80, 4620.6217", "160, 4949.1855"})
    void aGrowingCellGrowsAsInPhysiCell(int steps, double volume) {
        assertThat(after(steps, cells -> cells.targetNuclearSolid.values[0] *= 2))
                .isCloseTo(volume, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"1, 1879.2749", "10, 317.70416", "40, 39.687429", "85, 6.5966733"})
    void anApoptoticCellShrinksAsInPhysiCell(int steps, double volume) {
        double found = after(steps, cells -> {
            cells.fate.values[0] = Fate.APOPTOTIC;
            cells.targetNuclearSolid.values[0] = 0;
        });
        assertThat(found).isCloseTo(volume, within(2e-4 * volume));
    }

    @Test
    void aCellThatStrivesForNothingNewStaysAsItIs() {
        assertThat(after(100, _ -> {})).isCloseTo(2494, within(1e-9));
    }
}
