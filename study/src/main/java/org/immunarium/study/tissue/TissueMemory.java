package org.immunarium.study.tissue;

import java.util.Optional;
import org.immunarium.study.Heap;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.units.Quantity;

/// Whether a tissue has room in memory, as it begins and as it grows.
final class TissueMemory {

    /// A cell's columns, its neighbours, what it gives off and takes up, and where it was placed.
    private static final double BYTES_A_CELL = 700;

    /// Of so many neighbours lists are part of what a cell needs.
    private static final double NEIGHBOURS_A_CELL = 30;

    /// Of each further one: its place in a list, and in a longer one that takes its place.
    private static final double BYTES_A_NEIGHBOUR = 9;

    /// A concentration, its change in a step, and a copy for a frame.
    private static final double BYTES_A_CONCENTRATION = 24;

    /// Where a voxel's cells are listed.
    private static final double BYTES_A_VOXEL = 8;

    /// Indices of cells and of voxels are ints.
    private static final double MOST = 1e9;

    private TissueMemory() {}

    /// What is in the way of a tissue that begins, and what can be done.
    static Optional<String> refusal(TissueModel model, Beginning beginning, Heap heap) {
        return refusal(model, cells(model.domain(), beginning), 0, heap);
    }

    /// What is in the way of so many cells that are given at once.
    ///
    /// @param there how many there are besides
    static Optional<String> refusal(TissueModel model, Beginning there, double given, Heap heap) {
        return refusal(model, cells(model.domain(), there) + given, 0, heap);
    }

    private static Optional<String> refusal(TissueModel model, double cells, double crowd, Heap heap) {
        double voxels = voxels(model.domain());
        double need = bytes(model, cells, crowd);
        boolean countable = voxels <= MOST && cells <= MOST;
        if (countable && need <= heap.room()) {
            return Optional.empty();
        }
        return Optional.of(Quantity.number(voxels) + " voxels of "
                + model.substances().size() + " substances and " + Quantity.number(cells) + " cells need "
                + heap.inWords(need) + "; "
                + (countable
                        ? "larger voxels, a smaller domain or fewer cells were expected, or " + heap.more(need)
                        : "at most " + Quantity.number(MOST) + " of each were expected"));
    }

    /// What a tissue takes as it begins, with all cells that it is given.
    static double bytes(TissueModel model, Beginning beginning, Treatment treatment) {
        double given = treatment.infusions().stream()
                .mapToDouble(each -> each.cells().cells(model.domain().flat()))
                .sum();
        return bytes(model, cells(model.domain(), beginning) + given, 0);
    }

    private static double bytes(TissueModel model, double cells, double crowd) {
        return voxels(model.domain())
                        * (BYTES_A_VOXEL
                                + BYTES_A_CONCENTRATION * model.substances().size())
                + cells * BYTES_A_CELL
                + crowd * BYTES_A_NEIGHBOUR;
    }

    /// Looks at a tissue while it grows, so that it can stop at a safe point before memory is full.
    static final class Growth {

        private final TissueModel model;
        private final Heap heap;
        private double cells;

        /// @param cells there are now
        Growth(TissueModel model, int cells, Heap heap) {
            this.model = model;
            this.cells = cells;
            this.heap = heap;
        }

        /// What is in the way of the next step, in which twice as many cells may be born as in this one, but no more
        /// than there are, and others come in. Where they crowd, each has the more neighbours.
        ///
        /// @param count      how many cells there are after this step
        /// @param neighbours of all cells together
        /// @param expected   how many cells come in from outside
        Optional<String> refusal(int count, long neighbours, long expected) {
            double more = Math.min(2.0 * Math.max(0, count - cells), count) + expected;
            cells = count + expected;
            if (more == 0) {
                return Optional.empty();
            }
            double times = count == 0 ? 1 : (count + more) / count;
            double crowd = neighbours * times * times;
            return TissueMemory.refusal(
                    model, count + more, Math.max(0, crowd - NEIGHBOURS_A_CELL * (count + more)), heap);
        }
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
                    ? packed.packing().estimate(packed.region(), packed.spacing(), domain.flat())
                    : placement.cells(domain.flat());
        }
        return cells;
    }
}
