package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// What happens to patients whatever they are given: fatigue, loose stools, a rash.
///
/// *Biology*: cancer, age and chance. Who knows that the drug is given and what it does puts such events down to
/// something else; in a double-blind trial many of them are said to be its doing: more than half of patients under
/// placebo have an event that is called treatment-related.
///
/// *Equation*: other_causes_harm is the time since the first dose while it is observed, times s_other_causes,
/// how soon this patient has such an event, and s_other, as who bears treatment badly also bears other things
/// badly. Which time counts as what is in `evidence/side-effects-counted.csv`.
///
/// *Parameters*: s_other_causes [1], log-normal between patients; s_other [1], as for [OtherEffects].
///
/// *Reads and writes*: has `other_causes_harm`, in d; changes nothing else.
///
/// *Source*: the arm under placebo of CheckMate-76K, doi 10.1038/s41591-023-02583-2.
public record OtherCauses() implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part()
                .assigned(
                        "other_causes_harm",
                        "Time in which something else may have befallen the patient",
                        "d",
                        "observed * s_other * s_other_causes * time");
    }
}
