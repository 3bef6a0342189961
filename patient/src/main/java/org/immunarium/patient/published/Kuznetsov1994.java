package org.immunarium.patient.published;

import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;

/// Effector cells against an immunogenic tumour, with its dormant state and its escape.
///
/// *Biology*: cytotoxic effector cells E come to a tumour T, are stimulated by it, bind its cells, kill them or die
/// of it. Fitted to the lymphoma BCL1 in the spleens of chimeric mice.
///
/// *Equations* (cells, days):
///
///     E' = s + p E T / (g + T) - m E T - d E
///     T' = a T (1 - b T) - n E T
///
/// *Parameters*: s 1.3e4 cells/d, p 0.1245 /d, g 2.019e7 cells, m 3.422e-10 /(cells d), d 0.0412 /d, a 0.18 /d,
/// b 2.0e-9 /cells, n 1.101e-7 /(cells d).
///
/// *Source*: Kuznetsov, Makalkin, Taylor and Perelson 1994, Bull Math Biol 56:295-321,
/// doi 10.1007/BF02460644; values and start as in BioModels BIOMD0000000762, which agree with the paper's
/// non-dimensional ones (sigma 0.1181, rho 1.131, eta 20.19, mu 0.00311, delta 0.3743, alpha 1.636, beta 0.002 at
/// 10^6 cells) to their digits, but for two: alpha, 0.18 / (1.101e-7 x 10^6), is 1.635, and delta,
/// 0.0412 / (1.101e-7 x 10^6), is 0.3742.
///
/// *Ours*: a tumour of less than `extinct` = 1e-6 cells is gone, as in CARTmath (see [Barros2021]); the bare
/// equations go on to 1e-60 cells and come back from there. Set it to 0 for them.
public final class Kuznetsov1994 {

    private Kuznetsov1994() {}

    /// The mouse of the paper.
    public static PublishedModel mouse() {
        return new PublishedModel(
                "kuznetsov1994",
                "Kuznetsov 1994: effector cells and an immunogenic tumour (mouse lymphoma BCL1)",
                "Two kinds of cells with two fates: a small tumour is held dormant at 8.2e6 cells, a large one escapes"
                        + " to 4.5e8. Which one depends on where it starts; effector cells that are given can move it"
                        + " from one to the other.",
                "Kuznetsov VA, Makalkin IA, Taylor MA, Perelson AS. Nonlinear dynamics of immunogenic tumors: parameter"
                        + " estimation and global bifurcation analysis. Bull Math Biol 1994;56:295-321."
                        + " doi:10.1007/BF02460644",
                Kuznetsov1994::model,
                Map.of("effector cells", Target.amount("E")),
                Quantity.parse("100 d"),
                "",
                "T",
                Optional::empty);
    }

    static Model model() {
        return ModelBuilder.of("kuznetsov1994", "Kuznetsov 1994, immunogenic tumour")
                .units("d", "cells", "L")
                .compartment("spleen", 1)
                .amount("E", "Effector cells", "spleen", 3.2e5, "cells")
                .amount("T", "Tumour cells", "spleen", 5e6, "cells")
                .parameter("s", "Influx of effector cells", 1.3e4, "cells/d")
                .parameter("p", "Largest rate of recruitment by the tumour", 0.1245, "1/d")
                .parameter("g", "Tumour at half of it", 2.019e7, "cells")
                .parameter("m", "Inactivation of effector cells by tumour cells", 3.422e-10, "1/(cells*d)")
                .parameter("d", "Death of effector cells", 0.0412, "1/d")
                .parameter("a", "Growth of the tumour", 0.18, "1/d")
                .parameter("b", "Inverse carrying capacity of the tumour", 2.0e-9, "1/cells")
                .parameter("n", "Killing of tumour cells by effector cells", 1.101e-7, "1/(cells*d)")
                .parameter("extinct", "A smaller tumour is gone, assumed", 1e-6, "cells")
                .rate("E", "s + p * E * T / (g + T) - m * E * T - d * E")
                .rate("T", "a * T * (1 - b * T) - n * E * T")
                .event("extinction", "The last tumour cell is gone", "T < extinct", "T", "0")
                .build();
    }
}
