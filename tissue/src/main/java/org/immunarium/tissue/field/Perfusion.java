package org.immunarium.tissue.field;

import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.numerics.field.Grid;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Supply;
import org.immunarium.tissue.model.Vessel;

/// How drugs seep out of vessels into the tissue.
///
/// *Equation*: in each voxel that a vessel crosses, c' = rate × (blood - c), solved exactly from step to step.
///
/// *Parameters*: [Supply], [Vessel]. *Writes* concentrations.
public final class Perfusion {

    private final Fields fields;
    private final List<Supply> supplies;
    private final int[] voxels;

    public Perfusion(Immunity immunity, Fields fields) {
        this.fields = fields;
        supplies = immunity.supplies();
        Grid grid = fields.grid();
        voxels = IntStream.range(0, supplies.isEmpty() ? 0 : grid.voxels())
                .filter(voxel -> isCrossed(voxel, grid, immunity.vessels()))
                .toArray();
    }

    private static boolean isCrossed(int voxel, Grid grid, List<Vessel> vessels) {
        double x = grid.x0() + (voxel % grid.nx() + 0.5) * grid.dx();
        double y = grid.y0() + (voxel / grid.nx() % grid.ny() + 0.5) * grid.dy();
        for (Vessel each : vessels) {
            double dx = Math.max(0, Math.abs(x - each.x()) - grid.dx() / 2);
            double dy = Math.max(0, Math.abs(y - each.y()) - grid.dy() / 2);
            if (dx * dx + dy * dy <= each.radius() * each.radius()) {
                return true;
            }
        }
        return false;
    }

    /// Lets drugs seep for a step.
    ///
    /// @param inBlood the concentration of each drug
    /// @param dt      min
    public void update(double[] inBlood, double dt) {
        for (Supply each : supplies) {
            double share = -ElementaryFunctions.expm1(-each.rate() * dt);
            fields.approach(each.substance(), voxels, inBlood[each.drug()], share);
        }
    }
}
