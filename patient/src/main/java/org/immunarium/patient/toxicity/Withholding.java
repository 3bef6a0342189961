package org.immunarium.patient.toxicity;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;
import org.immunarium.patient.assembly.Part;

/// Whether a dose that is due is given, and how long side effects are counted.
///
/// *Biology*: treatment ends with progression, death or by choice; it pauses and stops for side effects ([Care]).
/// Trials count what happens until some weeks after the last dose.
///
/// *Equation*: `given_R` is 1, but 0 after t_treatment, while `withheld` is 1, and once `stopped_R` is.
/// `observed` is 1 until t_treatment + t_observed, then 0.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | t_treatment | d | time on treatment, that of the patient |
/// | t_observed | d | time after it in which side effects count |
/// | withheld, stopped_R, ended, observed | 1 | 0 or 1, what is so at the start |
///
/// *Reads and writes*: has `given_R` for each receptor; [Care] sets `withheld` and `stopped_R`.
///
/// *Source*: which trials count until when is in `evidence/toxicity-cohorts.csv`; 90 days after the last dose, for
/// serious events, are those of Brahmer 2024, doi 10.1016/j.ejca.2024.113530. That doses stop at once is the
/// simplest form.
///
/// @param receptors whose drugs may be stopped apart, `PD1`, `CTLA4`
public record Withholding(List<String> receptors) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part()
                .event("End of treatment", "time >= t_treatment", "ended", "1")
                .event("End of observation", "time >= t_treatment + t_observed", "observed", "0");
        for (String receptor : receptors) {
            Part part = patient.part(Names.of("R", receptor));
            part.assigned(
                    "given_{R}",
                    "Whether doses against {R} are given",
                    "1",
                    "(1 - ended) * (1 - withheld) * (1 - stopped_{R})");
        }
    }
}
