package org.immunarium.patient.shipped;

import java.util.Map;
import java.util.Optional;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.CancerClone;
import org.immunarium.patient.modules.Lesion;
import org.immunarium.patient.modules.MeasuredLesion;
import org.immunarium.patient.modules.MountingAttack;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.units.Quantity;

/// One lesion of a patient whose treatment began with the first scan: what is left of a patient where only
/// diameters were measured.
///
/// Cells of the sensitive clone are killed by T cells that gather; those of the resistant one are not. Both
/// grow more slowly as the lesion comes to fill its room.
public final class LesionUnderTreatment {

    private static final String NAME = "lesion-under-treatment";
    private static final Lesion LESION = Lesion.inBed("V_T", "C_total", "T_total");
    private static final String SENSITIVE = "S";
    private static final String RESISTANT = "R";

    private LesionUnderTreatment() {}

    /// The typical lesion.
    public static PublishedModel patient() {
        ParameterTable values = ParameterTable.shipped(NAME);
        String title = "One lesion under treatment: a clone that T cells kill, and one that they leave";
        return new PublishedModel(
                NAME,
                title,
                "A lesion whose longest diameter was measured. T cells gather within weeks and kill the sensitive clone; the"
                        + " resistant one grows as long as there is room. Meant for fits: its values are those of a"
                        + " typical lesion, and how they differ between patients is in docs/models/lesion-under-treatment.md.",
                "Put together for Immunarium, and fitted to lesions of Laleh 2022, doi:10.1371/journal.pcbi.1009822",
                () -> Assembly.of("lesion_under_treatment", title, values)
                        .add(
                                new MeasuredLesion(LESION),
                                CancerClone.of(LESION, SENSITIVE),
                                CancerClone.of(LESION, RESISTANT),
                                new MountingAttack(LESION, SENSITIVE))
                        .build(),
                Map.of(),
                Quantity.parse("730 d"),
                "",
                "D",
                () -> Optional.of(values));
    }
}
