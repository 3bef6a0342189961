package org.immunarium.study.tissue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.study.Heap;
import org.immunarium.tissue.Arrived;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Recruitment;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.units.Quantity;

/// Whether a tissue has room in memory, as it begins and as it grows.
final class TissueMemory {

    /// The columns of a cell that does what all do, its neighbours, and where it was placed.
    private static final double BYTES_A_CELL = 670;

    /// A value of its own.
    private static final double BYTES_A_VALUE = 8;

    /// What it does to a substance in its voxel.
    private static final double BYTES_AN_EXCHANGE = 20;

    /// What it has taken in of a substance, since a step and in all.
    private static final double BYTES_INSIDE = 16;

    /// What effectors have been through, hits, and what is seen of a cell but its antigens.
    private static final double BYTES_OF_IMMUNITY = 64;

    /// How much there is of an antigen, what of it is lost, and what a cell has eaten of it.
    private static final double BYTES_AN_ANTIGEN = 28;

    /// Columns have room for half as many cells more.
    private static final double SPARE = 1.5;

    /// A T cell that is on its way from the lymph node.
    private static final double BYTES_A_WAITING_CELL = 40;

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
        double recruited = recruitedAtOnce(model);
        return refusal(model, aCell(model, beginning), cells(model.domain(), beginning) + recruited, 0, heap);
    }

    /// What is in the way of so many cells that are given at once.
    ///
    /// @param there how many there are besides
    static Optional<String> refusal(TissueModel model, Beginning there, double given, Heap heap) {
        return refusal(model, aCell(model, there), cells(model.domain(), there) + given, 0, heap);
    }

    /// @param further bytes
    private static Optional<String> refusal(TissueModel model, double aCell, double cells, double further, Heap heap) {
        double voxels = voxels(model.domain());
        double need = bytes(model, aCell, cells, further);
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
        return bytes(
                model, aCell(model, beginning), cells(model.domain(), beginning) + given + recruitedAtOnce(model), 0);
    }

    private static double bytes(TissueModel model, double aCell, double cells, double further) {
        return voxels(model.domain())
                        * (BYTES_A_VOXEL
                                + BYTES_A_CONCENTRATION * model.substances().size())
                + cells * aCell
                + further;
    }

    /// Bytes that a cell of a model takes.
    private static double aCell(TissueModel model, Beginning beginning) {
        BehaviourValues behaviours = new BehaviourValues(model, new Cells(), beginning.ownBehaviours());
        int substances = model.substances().size();
        double own = BYTES_A_VALUE
                        * IntStream.range(0, behaviours.vocabulary().size())
                                .filter(behaviours::isOwn)
                                .count()
                + (model.internalises() ? BYTES_INSIDE + BYTES_AN_EXCHANGE : BYTES_AN_EXCHANGE) * substances;
        if (model.immunity().isPresent()) {
            own += BYTES_OF_IMMUNITY
                    + BYTES_AN_ANTIGEN * model.immunity().get().antigens().size();
        }
        return BYTES_A_CELL + SPARE * own;
    }

    /// How many cells come out of vessels with a step at most, on average.
    private static double recruitedAtOnce(TissueModel model) {
        Immunity immunity = model.immunity().orElse(Immunity.BARE);
        double rate =
                immunity.recruitment().stream().mapToDouble(Recruitment::rate).sum();
        return rate * model.steps().phenotype() * immunity.vessels().size();
    }

    /// What there is to have room for.
    ///
    /// @param cells      there are
    /// @param neighbours of all of them together
    /// @param arrived    how many of the cells came in from outside in the step before
    /// @param expected   how many come in with the next
    /// @param waiting    T cells on their way
    record Crowd(int cells, long neighbours, long arrived, double expected, double waiting) {

        /// That of a tissue before its next step.
        static Crowd of(Tissue tissue) {
            return new Crowd(
                    tissue.cells().count(),
                    tissue.neighbours().total(),
                    tissue.arrived().stream().mapToLong(Arrived::count).sum(),
                    tissue.expected(),
                    tissue.waiting());
        }
    }

    /// Looks at a tissue while it grows, so that it can stop at a safe point before memory is full.
    static final class Growth {

        private final TissueModel model;
        private final double aCell;
        private final Heap heap;
        private double cells;

        /// @param beginning of it
        /// @param cells     there are now
        Growth(TissueModel model, Beginning beginning, int cells, Heap heap) {
            this.model = model;
            aCell = aCell(model, beginning);
            this.cells = cells;
            this.heap = heap;
        }

        /// What is in the way of the next step, in which twice as many cells may be born as in this one, but no more
        /// than there are, and others come in. Where they crowd, each has the more neighbours.
        ///
        Optional<String> refusal(Crowd crowd) {
            double count = crowd.cells();
            double born = Math.max(0, count - cells - crowd.arrived());
            double more = Math.min(2 * born, count) + crowd.expected();
            cells = count;
            double times = count == 0 ? 1 : (count + more) / count;
            double neighbours = crowd.neighbours() * times * times;
            double further = BYTES_A_NEIGHBOUR * Math.max(0, neighbours - NEIGHBOURS_A_CELL * (count + more))
                    + BYTES_A_WAITING_CELL * crowd.waiting();
            return TissueMemory.refusal(model, aCell, count + more, further, heap);
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
