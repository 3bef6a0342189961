package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.mechanics.Surfaces;
import org.junit.jupiter.api.Test;

/// Two cells that fuse become one that has all of both.
final class FusionTest {

    @Test
    void whatTwoCellsAreTogetherOneIs() {
        TestTissue test = new TestTissue(200, false)
                .type("cell")
                .cell("cell", 0, 0, 0)
                .cell("cell", 12, -6, 3)
                .cell("cell", 30, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            Cells cells = tissue.cells();
            VolumeChange volumes = new VolumeChange(cells, tissue.model().types());
            Surfaces surfaces = new Surfaces(cells, tissue.behaviours(), 1);
            int kept = TestTissue.find(tissue, 0);
            int other = TestTissue.find(tissue, 1);
            tissue.springs().attach(1, 2);
            volumes.scale(other, 2);
            double volume = cells.volume.values[kept];
            double radius = cells.radius.values[kept];
            double solid = cells.nuclearSolid.values[kept];
            new Fusion(
                            cells,
                            volumes,
                            surfaces,
                            tissue.springs(),
                            tissue.fields().exchange(),
                            null)
                    .fuse(kept, other);
            // Where the middle of both was: two thirds of the way to the one that is twice as large.
            assertThat(cells.x.values[kept]).isCloseTo(8, within(1e-12));
            assertThat(cells.y.values[kept]).isCloseTo(-4, within(1e-12));
            assertThat(cells.z.values[kept]).isCloseTo(2, within(1e-12));
            assertThat(cells.volume.values[kept]).isCloseTo(3 * volume, within(1e-9));
            assertThat(cells.radius.values[kept]).isCloseTo(radius * Math.cbrt(3), within(1e-9));
            assertThat(cells.reach.values[kept]).isCloseTo(1.25 * radius * Math.cbrt(3), within(1e-9));
            assertThat(cells.nuclearSolid.values[kept]).isCloseTo(3 * solid, within(1e-9));
            assertThat(cells.fate.values[other]).isEqualTo(Fate.GONE);
            assertThat(tissue.springs().count()).isZero();
        }
    }
}
