package org.immunarium.tissue.mechanics;

import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Vocabulary;

/// What forces between two cells need of each, kept at hand: it changes only when behaviours or sizes do.
public final class Surfaces {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final int types;
    private final int adhesion;
    private final int repulsion;
    private final int distance;
    private final int affinity;

    /// The root of a cell's repulsion: that of a pair is the product.
    final DoubleColumn repulsionRoot;

    /// The root of a cell's adhesion.
    final DoubleColumn adhesionRoot;

    /// The roots of what types think of each other, by `type + types * other`; used where no cell has its own.
    final double[] affinityRoot;

    /// Whether every affinity is always 1.
    final boolean indifferent;

    private final boolean affinityIsOwn;

    public Surfaces(Cells cells, BehaviourValues behaviours, int types) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.types = types;
        Vocabulary<Behaviour> vocabulary = behaviours.vocabulary();
        adhesion = vocabulary.place(Behaviour.ADHESION);
        repulsion = vocabulary.place(Behaviour.REPULSION);
        distance = vocabulary.place(Behaviour.ADHESION_DISTANCE);
        affinity = vocabulary.place(Behaviour.AFFINITY);
        repulsionRoot = cells.addHidden("repulsion root", 0);
        adhesionRoot = cells.addHidden("adhesion root", 0);
        affinityRoot = new double[types * types];
        boolean own = false;
        boolean one = true;
        for (int type = 0; type < types; type++) {
            own |= behaviours.isOwn(affinity + type);
            one &= behaviours.isEverywhere(affinity + type, 1);
            for (int other = 0; other < types; other++) {
                affinityRoot[type + types * other] = Math.sqrt(
                        behaviours.ofType(affinity + other, type) * behaviours.ofType(affinity + type, other));
            }
        }
        affinityIsOwn = own;
        indifferent = one;
    }

    /// Looks at all cells anew, after rules, growth, birth or transformation.
    public void refresh() {
        for (int i = 0; i < cells.count(); i++) {
            refresh(i);
        }
    }

    /// Looks at one cell anew.
    public void refresh(int cell) {
        double radius = cells.radius.values[cell];
        double reach = behaviours.of(distance, cell) * radius;
        cells.reach.values[cell] = reach;
        cells.span.values[cell] = Math.max(reach, radius);
        repulsionRoot.values[cell] = Math.sqrt(behaviours.of(repulsion, cell));
        adhesionRoot.values[cell] = Math.sqrt(behaviours.of(adhesion, cell));
    }

    /// The root of the product of what two cells think of each other.
    double affinityRoot(int cell, int other) {
        int type = cells.type.values[cell];
        int otherType = cells.type.values[other];
        return affinityIsOwn
                ? Math.sqrt(behaviours.of(affinity + otherType, cell) * behaviours.of(affinity + type, other))
                : affinityRoot[type + types * otherType];
    }
}
