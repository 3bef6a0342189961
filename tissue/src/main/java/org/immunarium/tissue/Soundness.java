package org.immunarium.tissue;

import org.immunarium.numerics.NumericalFailure;
import org.immunarium.tissue.cell.Cells;

/// Stops where a number is none, or a concentration below 0, before it spreads.
final class Soundness {

    /// Squares of distances below it are finite, µm and µm³.
    private static final double BOUND = 1e100;

    private Soundness() {}

    /// Looks at each number of a tissue.
    ///
    /// @throws NumericalFailure with the place and time
    static void check(Tissue tissue) {
        tissue.fields.wrong().ifPresent(wrong -> {
            String where = "its concentration at (" + wrong.x() + ", " + wrong.y() + ", " + wrong.z() + ") µm is ";
            String what = Double.isFinite(wrong.value()) ? wrong.value() + ", below 0" : "no finite number";
            throw failure(
                    tissue, tissue.model().substances().get(wrong.substance()).name(), where + what);
        });
        Cells cells = tissue.cells;
        for (int i = 0; i < cells.count(); i++) {
            double sum = Math.abs(cells.x.values[i])
                    + Math.abs(cells.y.values[i])
                    + Math.abs(cells.z.values[i])
                    + cells.volume.values[i];
            if (!(sum < BOUND)) {
                String type = tissue.model().types().get(cells.type.values[i]).name();
                throw failure(
                        tissue,
                        "cell " + cells.id.values[i],
                        "its place or volume is no finite number, or beyond all bounds (" + type + ")");
            }
        }
    }

    private static NumericalFailure failure(Tissue tissue, String of, String what) {
        return new NumericalFailure(of, tissue.time(), "min", what);
    }
}
