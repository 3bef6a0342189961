package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A tumour is found.
///
/// *Biology*: a tumour is found when it is large enough to be seen or felt; from then on it is treated, and
/// days are counted.
///
/// *Equation*: the moment at which D >= D_diagnosis.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | D_diagnosis | cm | diameter at which it is found |
///
/// *Reads and writes*: reads the diameter of [LesionDiameter]; changes nothing. A run begins with it.
///
/// *Source*: virtual patients that grow from a small tumour to their size at diagnosis: Wang et al. 2020, doi
/// 10.3389/fbioe.2020.00141.
///
/// @param lesion which tumour
public record Diagnosis(Lesion lesion) implements Mechanism {

    /// The id of the moment.
    public static final String MOMENT = "diagnosis";

    @Override
    public void addTo(Assembly patient) {
        patient.part().moment("Diagnosis", LesionDiameter.id(lesion) + " >= D_diagnosis");
    }
}
