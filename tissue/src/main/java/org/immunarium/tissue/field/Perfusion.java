package org.immunarium.tissue.field;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.immunarium.numerics.field.Grid;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Supply;
import org.immunarium.tissue.model.Vessel;

/// How drugs seep out of vessels into the tissue.
///
/// *Equation*: in each voxel, c' = share × rate × (blood - c), together with diffusion and cells, where the share is
/// that of the voxel which lies in vessels: so that what comes does not depend on how wide voxels
/// are, and where they lie.
///
/// *Parameters*: [Supply], [Vessel]. *Writes* what is supplied to [Fields].
public final class Perfusion {

    /// So many make areas right to a thousandth.
    private static final int STRIPS = 1024;

    private final Fields fields;
    private final List<Supply> supplies;
    private final int[] substances;
    private final int[] voxels;
    private final double[] shares;

    public Perfusion(Immunity immunity, Fields fields) {
        this.fields = fields;
        supplies = immunity.supplies();
        substances = supplies.stream().mapToInt(Supply::substance).distinct().toArray();
        double[] all = supplies.isEmpty() ? new double[0] : shares(fields.grid(), immunity.vessels());
        voxels = IntStream.range(0, all.length).filter(voxel -> all[voxel] > 0).toArray();
        shares = Arrays.stream(voxels).mapToDouble(voxel -> all[voxel]).toArray();
    }

    /// How much of each voxel lies in vessels, up to 1.
    private static double[] shares(Grid grid, List<Vessel> vessels) {
        double[] shares = new double[grid.voxels()];
        for (int voxel = 0; voxel < shares.length; voxel++) {
            double left = grid.x0() + voxel % grid.nx() * grid.dx();
            double below = grid.y0() + voxel / grid.nx() % grid.ny() * grid.dy();
            double area = 0;
            for (Vessel each : vessels) {
                area += common(left - each.x(), below - each.y(), grid.dx(), grid.dy(), each.radius());
            }
            shares[voxel] = Math.min(1, area / (grid.dx() * grid.dy()));
        }
        return shares;
    }

    /// The area that a disc around 0 has in common with a rectangle, strip by strip.
    private static double common(double left, double below, double width, double height, double radius) {
        double from = Math.max(left, -radius);
        double strip = (Math.min(left + width, radius) - from) / STRIPS;
        double area = 0;
        for (int k = 0; k < STRIPS && strip > 0; k++) {
            double x = from + (k + 0.5) * strip;
            double half = Math.sqrt(radius * radius - x * x);
            area += strip * Math.max(0, Math.min(below + height, half) - Math.max(below, -half));
        }
        return area;
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
                fields.supply(substance, voxels, shares, loss, gain);
            }
        }
    }
}
