package org.immunarium.tissue;

import java.util.List;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.behaviour.VolumeChange;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.mechanics.Movement;
import org.immunarium.tissue.mechanics.Surfaces;
import org.immunarium.tissue.model.ClosePacking;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variation;

/// How cells come to be in a tissue, at its start and later: each as its type is, with what varies from cell to cell
/// drawn for it.
final class Arrivals {

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
    void place(List<Placement> placements) {
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
                case Placement.Packed(int type, Region region, double spacing) ->
                    ClosePacking.fill(region, spacing, flat, (x, y, z) -> create(type, x, y, z));
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
        double[] lower = model.domain().lower();
        double[] upper = model.domain().upper();
        for (int n = 0; n < count; n++) {
            RandomStream own = luck.of(0, cells.nextId(), Purpose.PLACEMENT, 0);
            double x = lower[0] + own.nextDouble() * (upper[0] - lower[0]);
            double y = lower[1] + own.nextDouble() * (upper[1] - lower[1]);
            double z = model.domain().flat() ? 0 : lower[2] + own.nextDouble() * (upper[2] - lower[2]);
            create(type, x, y, z);
        }
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

    private void vary(int i) {
        for (int k = 0; k < variations.size(); k++) {
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
        surfaces.refresh(i);
    }
}
