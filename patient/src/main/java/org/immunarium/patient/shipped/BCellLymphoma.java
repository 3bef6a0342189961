package org.immunarium.patient.shipped;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.LymphomaDiameter;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.units.Quantity;

/// A patient with relapsed large B-cell lymphoma under CAR-T cells against CD19.
public final class BCellLymphoma {

    /// By which a study asks for it.
    public static final String NAME = "b-cell-lymphoma";
    private static final List<Engager> ENGAGERS = List.of(Engager.BLINATUMOMAB, Engager.MOSUNETUZUMAB);

    private BCellLymphoma() {}

    /// The typical patient, all of whose lymphoma has CD19.
    public static PublishedModel patient() {
        ParameterTable values = ParameterTable.shipped(NAME);
        String title = "Relapsed large B-cell lymphoma: CAR-T cells, healthy B cells, loss of CD19 and cytokines";
        return new PublishedModel(
                        NAME,
                        title,
                        "A lymphoma of 95 mL that grows slowly, in a patient whose B cells are few after rituximab. CAR-T cells have"
                                + " less to expand on than in leukaemia and peak lower; B cells recover sooner. A share of"
                                + " lymphoma cells without CD19 (share_negative) comes back in spite of them; mosunetuzumab holds"
                                + " the body's own T cells to CD20, which these have, too.",
                        BCellCancer.CITATION,
                        () -> BCellCancer.model("b_cell_lymphoma", title, values, ENGAGERS, new LymphomaDiameter()),
                        BCellCancer.targets(ENGAGERS),
                        Quantity.parse("730 d"),
                        "fludarabine 50 mg IV q1d x 4 + CAR-T 3e8 cells IV from 6 d",
                        BCellCancer.BURDEN,
                        () -> Optional.of(values))
                .withSeen(new PublishedModel.Seen(List.of(LymphomaDiameter.ID), Map.of()));
    }
}
