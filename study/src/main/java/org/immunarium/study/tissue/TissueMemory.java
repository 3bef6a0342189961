package org.immunarium.study.tissue;

import java.util.Optional;
import org.immunarium.study.Heap;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.ClosePacking;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Quantity;

/// Whether a tissue has room in memory as it begins; what its cells become is not known before.
final class TissueMemory {

    /// A cell's columns, its neighbours, what it gives off and takes up, and where it was placed.
    private static final double BYTES_A_CELL = 700;

    /// A concentration, its change in a step, and a copy for a frame.
    private static final double BYTES_A_CONCENTRATION = 24;

    /// Where a voxel's cells are listed.
    private static final double BYTES_A_VOXEL = 8;

    /// Indices of cells and of voxels are ints.
    private static final double MOST = 1e9;

    private TissueMemory() {}

    /// What is in the way, and what can be done.
    static Optional<String> refusal(TissueModel model, Beginning beginning, Heap heap) {
        double voxels = voxels(model.domain());
        double cells = cells(model.domain(), beginning);
        double need = bytes(model, beginning);
        boolean countable = voxels <= MOST && cells <= MOST;
        if (countable && need <= heap.room()) {
            return Optional.empty();
        }
        return Optional.of(Quantity.number(voxels) + " voxels of "
                + model.substances().size() + " substances and " + Quantity.number(cells) + " cells need "
                + heap.inWords(need) + "; "
                + (countable
                        ? "larger voxels, a smaller domain or fewer cells were expected, or " + Heap.more(need)
                        : "at most " + Quantity.number(MOST) + " of each were expected"));
    }

    /// What a tissue takes as it begins.
    static double bytes(TissueModel model, Beginning beginning) {
        return voxels(model.domain())
                        * (BYTES_A_VOXEL
                                + BYTES_A_CONCENTRATION * model.substances().size())
                + cells(model.domain(), beginning) * BYTES_A_CELL;
    }

    private static double voxels(Domain domain) {
        double voxels = 1;
        for (int axis = 0; axis < (domain.flat() ? 2 : 3); axis++) {
            voxels *= Math.ceil((domain.upper()[axis] - domain.lower()[axis]) / domain.spacing()[axis]);
        }
        return voxels;
    }

    private static double cells(Domain domain, Beginning beginning) {
        double cells = 0;
        for (Placement placement : beginning.placements()) {
            cells += placement instanceof Placement.Packed packed
                    ? ClosePacking.estimate(packed.region(), packed.spacing(), domain.flat())
                    : placement.cells(domain.flat());
        }
        return cells;
    }
}
