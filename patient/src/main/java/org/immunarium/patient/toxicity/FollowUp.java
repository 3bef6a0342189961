package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// How long a patient of a trial is treated, and until when side effects count.
///
/// *Biology*: treatment ends with progression, death or by choice. Trials count what happens until some weeks after
/// the last dose.
///
/// *Equation*: `ended` is 1 from t_treatment on; `observed` is 1 until t_treatment + t_observed, then 0.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | t_treatment | d | time on treatment, that of the patient |
/// | t_observed | d | time after it in which side effects count |
/// | ended, observed | 1 | 0 or 1, what is so at the start |
///
/// *Reads and writes*: sets `ended`, which [Withholding] reads, and `observed`, which all harms read.
///
/// *Source*: which trials count until when is in `evidence/toxicity-cohorts.csv`; 90 days after the last dose, for
/// serious events, are those of Brahmer 2024, doi 10.1016/j.ejca.2024.113530.
public record FollowUp() implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part()
                .event("End of treatment", "time >= t_treatment", "ended", "1")
                .event("End of observation", "time >= t_treatment + t_observed", "observed", "0");
    }
}
