package org.immunarium.tissue.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.junit.jupiter.api.Test;

final class TypeCountsTest {

    @Test
    void theLivingAreAveragedAndTheDeadCounted() {
        Cells cells = new Cells();
        for (int k = 0; k < 5; k++) {
            int i = cells.create();
            cells.x.values[i] = 10 * k;
            cells.damage.values[i] = k;
            cells.volume.values[i] = 100;
        }
        cells.fate.values[4] = Fate.LYSED;
        cells.type.values[cells.create()] = 1;
        TypeCounts counts = TypeCounts.of(cells, 0);
        assertThat(counts.live()).isEqualTo(4);
        assertThat(counts.dead()).isEqualTo(1);
        assertThat(counts.necrotic()).isEqualTo(1);
        assertThat(counts.meanDamage()).isEqualTo(1.5);
        assertThat(counts.meanRadius()).isEqualTo(15);
        // Between the two highest of 0, 10, 20, 30.
        assertThat(counts.p95Radius()).isCloseTo(28.5, within(1e-12));
    }

    @Test
    void ofNoLivingCellsAllMeansAreZero() {
        TypeCounts counts = TypeCounts.of(new Cells(), 0);
        assertThat(counts).isEqualTo(new TypeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
