package org.immunarium.patient.shipped;

import java.util.List;
import java.util.Optional;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.units.Quantity;

/// A patient with relapsed acute B-cell leukaemia under CAR-T cells against CD19.
public final class BCellLeukaemia {

    private static final String NAME = "b-cell-leukaemia";
    private static final List<Engager> ENGAGERS = List.of(Engager.BLINATUMOMAB);

    private BCellLeukaemia() {}

    /// The typical patient, all of whose leukaemia has CD19.
    public static PublishedModel patient() {
        ParameterTable values = ParameterTable.shipped(NAME);
        String title = "Relapsed B-cell leukaemia: CAR-T cells, healthy B cells, loss of CD19 and cytokines";
        return new PublishedModel(
                NAME,
                title,
                "5e11 leukaemia cells in the marrow. Lymphodepletion gives CAR-T cells room; they expand on leukaemia and"
                        + " healthy B cells, clear both, and remain as memory cells, under which B cells stay away. A share of"
                        + " leukaemia cells without CD19 (share_negative) comes back in spite of them.",
                BCellCancer.CITATION,
                () -> BCellCancer.model("b_cell_leukaemia", title, values, ENGAGERS),
                BCellCancer.targets(ENGAGERS),
                Quantity.parse("730 d"),
                "fludarabine 50 mg IV q1d x 4 + CAR-T 1e8 cells IV from 6 d",
                BCellCancer.BURDEN,
                () -> Optional.of(values));
    }
}
