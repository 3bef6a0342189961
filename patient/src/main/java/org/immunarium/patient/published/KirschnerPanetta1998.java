package org.immunarium.patient.published;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Tumour, effector cells and interleukin-2: dormancy, oscillation and escape by antigenicity, and what adoptive
/// cells and IL-2 can do.
///
/// *Biology*: the tumour T recruits effector cells E by its antigenicity c; effector cells meeting tumour cells
/// release IL-2, which makes effector cells multiply; effector cells kill with saturation. Treatment adds effector
/// cells at s1 (adoptive cellular immunotherapy) and IL-2 at s2.
///
/// *Equations*:
///
///     E'   = c T - mu2 E + p1 E IL2 / (g1 + IL2) + s1
///     T'   = r2 T (1 - b T) - a E T / (g2 + T)
///     IL2' = p2 E T / (g3 + T) - mu3 IL2 + s2
///
/// *Parameters*: c 0 to 0.05 /d (here 0.035), mu2 0.03 /d, p1 0.1245 /d, g1 2e7, g2 1e5, r2 0.18 /d, b 1e-9, a
/// 1 /d, mu3 10 /d, p2 5 /d, g3 1e3, s1 = s2 = 0.
///
/// *Source*: Kirschner and Panetta 1998, J Math Biol 37:235-252, doi 10.1007/s002850050127; values and start as in
/// BioModels BIOMD0000000732. The paper counts everything in "volume"; here tumour and effector cells are cells and
/// IL-2 is in IU/L, as de Pillis 2006 read the same constants (g1 is its g_I of 2e7 IU/L).
///
/// *Ours*: a tumour of less than `extinct` = 1e-6 cells is gone, as in CARTmath (see [Barros2021]); with c below
/// about 0.01 /d the bare equations go on to 1e-5000 cells. Set it to 0 for them.
public final class KirschnerPanetta1998 {

    private KirschnerPanetta1998() {}

    /// The patient of the paper, with an antigenicity at which the tumour is small and lasting.
    public static PublishedModel patient() {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("effector cells", Target.amount("E"));
        targets.put("IL-2", Target.concentration("IL2").withUnit(Unit.parse("IU/L")));
        return new PublishedModel(
                "kirschner1998",
                "Kirschner and Panetta 1998: tumour, effector cells and interleukin-2",
                "The antigenicity c decides: below 8.55e-5 /d the tumour grows large, up to 0.0324 /d it comes and goes"
                        + " in waves, above it stays small (up to about 0.01 /d the first wave ends below"
                        + " a cell). More than 540 effector cells a day (s1) clear it; IL-2"
                        + " alone does so only at doses at which effector cells grow without bound (s2 above 6.35e7).",
                "Kirschner D, Panetta JC. Modeling immunotherapy of the tumor-immune interaction. J Math Biol"
                        + " 1998;37:235-252. doi:10.1007/s002850050127",
                KirschnerPanetta1998::model,
                targets,
                Quantity.parse("1000 d"),
                "",
                "T",
                Optional::empty);
    }

    static Model model() {
        return ModelBuilder.of("kirschner1998", "Kirschner and Panetta 1998, immunotherapy")
                .units("d", "cells", "L")
                .compartment("body", 1)
                .amount("E", "Effector cells", "body", 0, "cells")
                .amount("T", "Tumour cells", "body", 1, "cells")
                .concentration("IL2", "Interleukin-2", "body", 0, "IU")
                .parameter("c", "Antigenicity of the tumour", 0.035, "1/d")
                .parameter("mu2", "Death of effector cells", 0.03, "1/d")
                .parameter("p1", "Largest proliferation of effector cells by IL-2", 0.1245, "1/d")
                .parameter("g1", "IL-2 at half of it", 2e7, "IU/L")
                .parameter("s1", "Effector cells given", 0, "cells/d")
                .parameter("r2", "Growth of the tumour", 0.18, "1/d")
                .parameter("b", "Inverse carrying capacity of the tumour", 1e-9, "1/cells")
                .parameter("a", "Killing by an effector cell", 1, "1/d")
                .parameter("g2", "Tumour at half of it", 1e5, "cells")
                .parameter("p2", "IL-2 released by an effector cell", 5, "IU/L/(cells*d)")
                .parameter("g3", "Tumour at half of it", 1e3, "cells")
                .parameter("mu3", "Loss of IL-2", 10, "1/d")
                .parameter("s2", "IL-2 given", 0, "IU/L/d")
                .parameter("extinct", "A smaller tumour is gone, assumed", 1e-6, "cells")
                .rate("E", "c * T - mu2 * E + p1 * E * IL2 / (g1 + IL2) + s1")
                .rate("T", "r2 * T * (1 - b * T) - a * E * T / (g2 + T)")
                .rate("IL2", "p2 * E * T / (g3 + T) - mu3 * IL2 + s2")
                .event("extinction", "The last tumour cell is gone", "T < extinct", "T", "0")
                .build();
    }
}
