package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.tissue.model.VolumeModel;

/// How cells grow and shrink.
///
/// *Biology*: fluid, the solid part of the nucleus and that of the cytoplasm each relax to a
/// target. A cell that has entered its growing phase wants twice the solids; a dead one wants
/// none, and a necrotic one swells before it bursts.
///
/// *Equation*: `F' = r_F (f V - F)`, `N' = r_N (N* - N)`, `C' = r_C (q N* - C)`, with fluid F,
/// nuclear solid N, cytoplasmic solid C, all V, and `k' = r_k (1 - k)` for the calcified fraction
/// k; forward Euler, none below 0. Of the dead q is 0, and f is 1 while they are necrotic, else 0.
/// A living cell has the rates of the type that it was born as, and f and q of that which it is.
///
/// *Parameters*: [VolumeModel], [DeathModel]. *Source*: Ghaffarizadeh et al. 2018, doi
/// 10.1371/journal.pcbi.1005991, supplement.
///
/// *Reads and writes* volumes, radius.
public final class VolumeChange {

    /// 4π/3.
    private static final double SPHERE = 4.1887902047863905;

    private static final double TINY = 1e-16;

    private static final double ROUNDING = 1e-9;

    private final Cells cells;
    private final List<CellType> types;

    public VolumeChange(Cells cells, List<CellType> types) {
        this.cells = cells;
        this.types = types;
    }

    /// Whether steps can follow a rate: with a faster one, what relaxes would leap over its target.
    ///
    /// @param rate 1/min
    /// @param dt   min
    public static boolean follows(double rate, double dt) {
        return rate * dt <= 1 + ROUNDING;
    }

    /// Lets a cell grow or shrink.
    ///
    /// @param dt min
    public void update(int i, double dt) {
        int fate = cells.fate.values[i];
        CellType type = types.get(cells.type.values[i]);
        double fluidRate;
        double cytoplasmicRate;
        double nuclearRate;
        double calcificationRate;
        double fluidFraction;
        double ratio;
        if (fate == Fate.ALIVE) {
            VolumeModel rates = types.get(cells.volumeType.values[i]).volume();
            fluidRate = rates.fluidRate();
            cytoplasmicRate = rates.cytoplasmicRate();
            nuclearRate = rates.nuclearRate();
            calcificationRate = rates.calcificationRate();
            fluidFraction = type.volume().fluidFraction();
            ratio = type.volume().cytoplasmicToNuclear();
        } else {
            DeathModel rates = fate == Fate.APOPTOTIC ? type.apoptosis() : type.necrosis();
            fluidRate = fate == Fate.LYSED ? rates.lysedFluidRate() : rates.unlysedFluidRate();
            cytoplasmicRate = rates.cytoplasmicRate();
            nuclearRate = rates.nuclearRate();
            calcificationRate = rates.calcificationRate();
            fluidFraction = fate == Fate.NECROTIC ? 1 : 0;
            ratio = 0;
        }
        double volume = cells.volume.values[i];
        double fluid = cells.fluid.values[i];
        fluid = Math.max(0, fluid + dt * fluidRate * (fluidFraction * volume - fluid));
        double nuclearFluid = cells.nuclear.values[i] / (volume + TINY) * fluid;
        double nuclearSolid = cells.nuclearSolid.values[i];
        double target = cells.targetNuclearSolid.values[i];
        nuclearSolid = Math.max(0, nuclearSolid + dt * nuclearRate * (target - nuclearSolid));
        double cytoplasmicSolid = cells.cytoplasmicSolid.values[i];
        cytoplasmicSolid = Math.max(0, cytoplasmicSolid + dt * cytoplasmicRate * (ratio * target - cytoplasmicSolid));
        cells.fluid.values[i] = fluid;
        cells.nuclearSolid.values[i] = nuclearSolid;
        cells.cytoplasmicSolid.values[i] = cytoplasmicSolid;
        cells.nuclear.values[i] = nuclearSolid + nuclearFluid;
        cells.calcified.values[i] += dt * calcificationRate * (1 - cells.calcified.values[i]);
        cells.volume.values[i] = nuclearSolid + cytoplasmicSolid + fluid;
        measure(i);
    }

    /// Gives a new cell the size of its type.
    public void start(int i) {
        VolumeModel size = types.get(cells.type.values[i]).volume();
        cells.volumeType.values[i] = cells.type.values[i];
        cells.volume.values[i] = size.total();
        cells.nuclear.values[i] = size.nuclear();
        cells.fluid.values[i] = size.fluidFraction() * size.total();
        cells.nuclearSolid.values[i] = size.nuclearSolid();
        cells.cytoplasmicSolid.values[i] = (size.total() - size.nuclear()) * (1 - size.fluidFraction());
        cells.targetNuclearSolid.values[i] = size.nuclearSolid();
        cells.calcified.values[i] = size.calcifiedFraction();
        cells.ruptureVolume.values[i] = size.ruptureVolume() * size.total();
        measure(i);
    }

    /// Makes all of a cell, what it strives for included, larger or smaller.
    public void scale(int i, double factor) {
        cells.volume.values[i] *= factor;
        cells.nuclear.values[i] *= factor;
        cells.fluid.values[i] *= factor;
        cells.nuclearSolid.values[i] *= factor;
        cells.cytoplasmicSolid.values[i] *= factor;
        cells.targetNuclearSolid.values[i] *= factor;
        cells.ruptureVolume.values[i] *= factor;
        measure(i);
    }

    /// The radius that goes with the volume.
    public void measure(int i) {
        cells.radius.values[i] = ElementaryFunctions.root(3, cells.volume.values[i] / SPHERE);
    }
}
