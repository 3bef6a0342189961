package org.immunarium.tissue.behaviour;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;

/// Cells that act one after another, in the order of their ids: so it does not matter in what order
/// they lie.
///
/// Allocates nothing once there is room.
final class InOrder {

    private final Cells cells;
    private final IdIndex index;
    private long[] ids = new long[16];

    InOrder(Cells cells, IdIndex index) {
        this.cells = cells;
        this.index = index;
    }

    /// Lets cells act.
    ///
    /// @param which those that are to, by index; asked of all before any acts
    /// @param act   by index; it may not add, remove or sort cells
    void forEach(IntPredicate which, IntConsumer act) {
        int n = 0;
        for (int i = 0; i < cells.count(); i++) {
            if (which.test(i)) {
                if (n == ids.length) {
                    ids = Arrays.copyOf(ids, 2 * n);
                }
                ids[n++] = cells.id.values[i];
            }
        }
        Arrays.sort(ids, 0, n);
        for (int k = 0; k < n; k++) {
            act.accept(index.of(ids[k]));
        }
    }
}
