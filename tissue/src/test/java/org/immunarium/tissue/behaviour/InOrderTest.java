package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;
import org.junit.jupiter.api.Test;

final class InOrderTest {

    @Test
    void cellsActInTheOrderOfTheirIdsWhereverTheyLie() {
        Cells cells = new Cells();
        for (int i = 0; i < 40; i++) {
            cells.create();
        }
        // The last one takes the place of the first.
        cells.remove(0);
        List<Long> acted = new ArrayList<>();
        new InOrder(cells, new IdIndex(cells))
                .forEach(i -> cells.id.values[i] % 2 == 1, i -> acted.add(cells.id.values[i]));
        assertThat(acted).hasSize(20).isSorted().startsWith(1L, 3L).endsWith(39L);
    }
}
