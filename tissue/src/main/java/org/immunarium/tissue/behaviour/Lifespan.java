package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.LifespanModel;
import org.jspecify.annotations.Nullable;

/// How cells die of age.
///
/// *Biology*: effector cells live for days and not much longer; none outlives a limit. Age counts
/// from when a cell came or was born, of whatever type it was then: one that becomes another
/// ([Transformation]) keeps it. A daughter is young, her mother as old as she was: an assumption,
/// as the source's cells do not divide.
///
/// *Equation*: a cell of age t dies at the rate a / (T - t), where T is the longest life and a = T
/// / mean - 1, so that it lives to an age t with the probability `(1 - t / T)^a`. Half of the
/// limit as the mean makes each age to die at as likely as any other. In a step it dies with the
/// probability dt × the rate at its beginning, and certainly if it is as old as T then.
///
/// *Parameters*: [LifespanModel]. *Source*: the CAR-T cells of Luque et al. 2024, doi
/// 10.1038/s41598-024-63125-5, have T = 14,400 min and a = 1/6.
///
/// *Reads and writes* age.
public final class Lifespan {

    private final Cells cells;
    private final @Nullable LifespanModel[] models;
    private final @Nullable DoubleColumn age;

    public Lifespan(Cells cells, List<CellType> types) {
        this.cells = cells;
        models = new @Nullable LifespanModel[types.size()];
        boolean any = false;
        for (int type = 0; type < models.length; type++) {
            models[type] = types.get(type).lifespan().orElse(null);
            any |= models[type] != null;
        }
        age = any ? cells.addDouble("age", 0) : null;
    }

    /// Lets a living cell grow older.
    ///
    /// @param dt   min
    /// @param luck the cell's
    /// @return whether it dies of it
    public boolean isOver(int cell, double dt, RandomStream luck) {
        if (age == null) {
            return false;
        }
        double before = age.values[cell];
        age.values[cell] += dt;
        LifespanModel model = models[cells.type.values[cell]];
        if (model == null) {
            return false;
        }
        double left = model.longest() - before;
        if (left <= 0) {
            return true;
        }
        double power = model.longest() / model.mean() - 1;
        return luck.nextDouble() * left < power * dt;
    }

    /// Lets a daughter be as young as she is.
    public void begin(int daughter) {
        if (age != null) {
            age.values[daughter] = 0;
        }
    }
}
