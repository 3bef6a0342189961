package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// What a scan shows of a tumour.
///
/// *Biology*: response is judged by the longest diameters of lesions, and by their sum.
///
/// *Equation*: of a ball,
///
///     D = 2 (3 V_T / 4 pi)^(1/3),   SLD = sum of D
///
/// *Parameters*: none.
///
/// *Reads and writes*: has `D` and the sum `SLD`, in centimetres; reads the tumour's volume.
///
/// *Source*: the sum of longest diameters: Eisenhauer et al. 2009, doi 10.1016/j.ejca.2008.10.026.
///
/// @param lesion whose
public record LesionDiameter(Lesion lesion) implements Mechanism {

    /// What the sum over all lesions is called.
    public static final String SUM = "SLD";

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names())
                .assigned(id(lesion), "Diameter of {tumour}", "cm", "2 * (3 * {tumour} / (4 * pi))^(1/3)")
                .sum(SUM, "Sum of the diameters of all lesions", "cm")
                .term(SUM, id(lesion));
    }

    /// What the diameter of a lesion is called.
    public static String id(Lesion lesion) {
        return "D" + lesion.suffix();
    }
}
