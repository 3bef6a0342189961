package org.immunarium.tissue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.behaviour.VolumeChange;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.mechanics.Movement;
import org.immunarium.tissue.mechanics.Surfaces;
import org.immunarium.tissue.model.Packing;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variation;

/// How cells come to be in a tissue, at its start and later: each as its type is, with what varies from cell to cell
/// drawn for it.
final class Arrivals {

    /// So many draws without success mean that there is no room.
    private static final int MOST_TRIES = 100_000;

    private final TissueModel model;
    private final Cells cells;
    private final BehaviourValues behaviours;
    private final VolumeChange volumes;
    private final Surfaces surfaces;
    private final Movement movement;
    private final Luck luck;
    private final List<Variation> variations;

    Arrivals(Tissue tissue, List<Variation> variations) {
        model = tissue.model();
        cells = tissue.cells;
        behaviours = tissue.behaviours;
        volumes = tissue.volumes;
        surfaces = tissue.surfaces;
        movement = tissue.movement;
        luck = tissue.luck;
        this.variations = variations;
    }

    /// Puts cells where they are to be.
    ///
    /// @param time min
    /// @throws NumericalFailure if the domain has no room for them
    void place(List<Placement> placements, double time) {
        int first = cells.count();
        boolean flat = model.domain().flat();
        cells.reserve(first
                + placements.stream()
                        .mapToInt(placement -> placement.cells(flat))
                        .sum());
        for (Placement placement : placements) {
            switch (placement) {
                case Placement.Cell(int type, double x, double y, double z, double volume, var own) -> {
                    int i = create(type, x, y, z);
                    if (!Double.isNaN(volume)) {
                        volumes.scale(i, volume / cells.volume.values[i]);
                    }
                    own.forEach((behaviour, value) -> behaviours.set(behaviour, i, value));
                }
                case Placement.Scattered(int type, int count) -> scatter(type, count);
                case Placement.Within(int type, int count, Region region) -> {
                    double[] place = new double[3];
                    for (int n = 0; n < count; n++) {
                        region.draw(luck.of(0, cells.nextId(), Purpose.PLACEMENT, 0), flat, place);
                        create(type, place[0], place[1], place[2]);
                    }
                }
                case Placement.Packed(int type, Region region, Packing packing, double spacing) ->
                    packing.fill(region, spacing, flat, (x, y, z) -> create(type, x, y, z));
                case Placement.Around around -> surround(around, time);
            }
        }
        for (int i = first; i < cells.count(); i++) {
            vary(i);
        }
    }

    /// Puts one cell at a place.
    ///
    /// @return its index
    int one(int type, double x, double y, double z) {
        int i = create(type, x, y, z);
        vary(i);
        return i;
    }

    private void scatter(int type, int count) {
        double[] place = new double[3];
        for (int n = 0; n < count; n++) {
            drawAnywhere(luck.of(0, cells.nextId(), Purpose.PLACEMENT, 0), place);
            create(type, place[0], place[1], place[2]);
        }
    }

    /// Draws a place anywhere in the domain.
    ///
    /// @param place of length 3
    void drawAnywhere(RandomStream own, double[] place) {
        for (int axis = 0; axis < place.length; axis++) {
            place[axis] = drawAlong(axis, own);
        }
    }

    /// Draws where along an axis; 0 along that which a flat domain has not.
    double drawAlong(int axis, RandomStream own) {
        double[] lower = model.domain().lower();
        double[] upper = model.domain().upper();
        return axis == 2 && model.domain().flat() ? 0 : lower[axis] + own.nextDouble() * (upper[axis] - lower[axis]);
    }

    /// Draws until a place fits: at first from the shell where it has an end, else from the domain.
    ///
    /// @throws NumericalFailure if hardly any place of the domain fits
    private void surround(Placement.Around around, double time) {
        double[] middle = new double[3];
        double radius = measure(around.around(), middle);
        Region.Shell shell = new Region.Shell(
                middle[0], middle[1], middle[2], radius + around.nearest(), radius + around.farthest());
        double[] place = new double[3];
        for (int n = 0; n < around.count(); n++) {
            RandomStream own = luck.of(0, cells.nextId(), Purpose.PLACEMENT, 0);
            int tries = 0;
            do {
                if (tries++ == MOST_TRIES) {
                    String of = model.types().get(around.type()).name();
                    throw new NumericalFailure(of, time, "min", "there is hardly any place for it around the others");
                }
                if (Double.isFinite(around.farthest())) {
                    shell.draw(own, model.domain().flat(), place);
                } else {
                    drawAnywhere(own, place);
                }
            } while (!movement.isInside(place[0], place[1], place[2]) || !shell.contains(place[0], place[1], place[2]));
            create(around.type(), place[0], place[1], place[2]);
        }
    }

    /// The middle of the cells of a type, living and dead, and how far the outermost is from it. Sums are taken in the
    /// order of ids.
    private double measure(int type, double[] middle) {
        int[] those = IntStream.range(0, cells.count())
                .filter(i -> cells.type.values[i] == type)
                .boxed()
                .sorted(Comparator.comparingLong(i -> cells.id.values[i]))
                .mapToInt(i -> i)
                .toArray();
        double[][] places = {cells.x.values, cells.y.values, cells.z.values};
        for (int axis = 0; axis < middle.length; axis++) {
            double sum = 0;
            for (int i : those) {
                sum += places[axis][i];
            }
            middle[axis] = those.length == 0
                    ? (model.domain().lower()[axis] + model.domain().upper()[axis]) / 2
                    : sum / those.length;
        }
        double most = 0;
        for (int i : those) {
            double dx = cells.x.values[i] - middle[0];
            double dy = cells.y.values[i] - middle[1];
            double dz = cells.z.values[i] - middle[2];
            most = Math.max(most, Math.sqrt(dx * dx + dy * dy + dz * dz));
        }
        return most;
    }

    private int create(int type, double x, double y, double z) {
        int i = cells.create();
        cells.type.values[i] = type;
        cells.x.values[i] = x;
        cells.y.values[i] = y;
        cells.z.values[i] = z;
        cells.outside.values[i] = movement.isInside(x, y, z) ? 0 : 1;
        behaviours.takeType(i, model.variables(), false);
        volumes.start(i);
        surfaces.refresh(i);
        return i;
    }

    /// Gives a daughter what does not come from her mother.
    void bear(int daughter) {
        for (int k = 0; k < variations.size(); k++) {
            if (variations.get(k).anew()) {
                vary(daughter, k);
            }
        }
    }

    private void vary(int i) {
        for (int k = 0; k < variations.size(); k++) {
            vary(i, k);
        }
        surfaces.refresh(i);
    }

    private void vary(int i, int k) {
        Variation variation = variations.get(k);
        if (cells.type.values[i] == variation.type()) {
            double value = variation.values().draw(luck.of(0, cells.id.values[i], Purpose.PLACEMENT, k + 1L));
            if (variation.behaviour().isPresent()) {
                behaviours.set(variation.behaviour().getAsInt(), i, value);
            } else {
                volumes.scale(i, value / cells.volume.values[i]);
            }
        }
    }
}
