package org.immunarium.trial.endpoint;

import java.util.Collection;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.trial.statistics.CumulativeIncidence;

/// When a patient first had a side effect of a grade or worse, or why that was not seen.
///
/// *Source*: Stegherr et al. 2021 (SAVVY), doi 10.1186/s13063-021-05354-x, of whose events that come before side
/// effects this has death alone.
///
/// @param time in d
public record TimeToHarm(double time, Cause cause) {

    /// What happened then.
    public enum Cause {
        /// Side effects were no longer counted.
        CENSORED(CumulativeIncidence.CENSORED),
        HARM(1),
        DEATH(2);

        private final int code;

        Cause(int code) {
            this.code = code;
        }

        /// As [CumulativeIncidence] has causes.
        public int code() {
            return code;
        }
    }

    /// That of a patient.
    ///
    /// @param harms    of which one is enough
    /// @param least    grade that counts, not [Grade#NONE]
    /// @param lastDose 0 of a patient who had none, in d
    public static TimeToHarm of(Collection<Harm> harms, Grade least, double lastDose, Outcome outcome) {
        return until(harms, least, Harm.countedUntil(lastDose, outcome.followed()), outcome);
    }

    /// As [#of], where side effects count until a time.
    ///
    /// @param until in d, not after the end of follow-up
    public static TimeToHarm until(Collection<Harm> harms, Grade least, double until, Outcome outcome) {
        double first =
                harms.stream().mapToDouble(harm -> harm.first(least)).min().orElse(Double.POSITIVE_INFINITY);
        if (first <= until) {
            return new TimeToHarm(first, Cause.HARM);
        }
        boolean died = outcome.died().filter(death -> death <= until).isPresent();
        return new TimeToHarm(until, died ? Cause.DEATH : Cause.CENSORED);
    }
}
