package org.immunarium.tissue.field;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.immunarium.numerics.field.Grid;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Supply;
import org.immunarium.tissue.model.Vessel;

/// How drugs seep out of vessels into the tissue.
///
/// *Equation*: in each voxel that a vessel crosses, c' = rate × (blood - c), together with diffusion and cells.
///
/// *Parameters*: [Supply], [Vessel]. *Writes* what is supplied to [Fields].
public final class Perfusion {

    private final Fields fields;
    private final List<Supply> supplies;
    private final int[] substances;
    private final int[] voxels;

    public Perfusion(Immunity immunity, Fields fields) {
        this.fields = fields;
        supplies = immunity.supplies();
        substances = supplies.stream().mapToInt(Supply::substance).distinct().toArray();
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

    /// Lets drugs seep from now on.
    ///
    /// @param inBlood the concentration of a drug in blood, by its number
    public void update(IntToDoubleFunction inBlood) {
        for (int substance : substances) {
            double loss = 0;
            double gain = 0;
            for (Supply each : supplies) {
                if (each.substance() == substance) {
                    loss += each.rate();
                    gain += each.rate() * inBlood.applyAsDouble(each.drug());
                }
            }
            if (loss > 0) {
                fields.supply(substance, voxels, loss, gain);
            }
        }
    }
}
