package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A surgeon takes a tumour out.
///
/// *Biology*: most cells of the tumour leave with it, all kinds alike; a share stays.
///
/// *Equation*: an operation is a dose of 1, spent at rate k within an hour or so; it leaves the share r of each
/// kind X,
///
///     surgery' = -k surgery
///     X'       = -k surgery ln(1 / r) X
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | residual | 1 | share of cells that stays; of 0 it is 1e-30, none of any number of cells |
/// | k_surgery | 1/d | how fast |
/// | operation | operations | one operation |
///
/// *Reads and writes*: has the operation, which doses go into; takes all kinds of cells from the tumour.
///
/// @param lesion which tumour is taken out
/// @param cells  all kinds of cells in it, `C1`, `T1`, `C_x`
public record Resection(Lesion lesion, List<String> cells) implements Mechanism {

    public Resection {
        cells = List.copyOf(cells);
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names())
                .amount("{tumour}.surgery", "An operation that is under way", "operations")
                .reaction("Operation on {tumour}", "{tumour}.surgery ->", "k_surgery * {tumour}.surgery");
        for (String kind : cells) {
            patient.part(lesion.names().and("X", kind))
                    .reaction(
                            "Taking {X} out of {tumour}",
                            "{tumour}.{X} ->",
                            "-k_surgery * {tumour}.surgery / operation * ln(max(residual, 1e-30)) * {tumour}.{X}");
        }
    }
}
