package org.immunarium.patient.toxicity;

import java.util.Locale;

/// What is done about a side effect.
///
/// @param organ  of what
/// @param grade  from which grade on, 1 to 4
/// @param action what is done
/// @param source who says so
public record CareRule(Organ organ, int grade, Action action, String source) {

    /// What can be done.
    public enum Action {
        /// Doses are withheld until the injury is back at grade 1.
        HOLD,
        /// Antibodies against PD-1 and PD-L1 are given no more.
        STOP_PD1,
        /// Antibodies against CTLA-4 are given no more.
        STOP_CTLA4,
        /// Full doses of corticosteroid until the injury is back at grade 1, then a taper.
        STEROID;

        /// As in the table: `hold`, `stop PD1`, `steroid`.
        public String word() {
            return name().toLowerCase(Locale.ROOT)
                    .replace('_', ' ')
                    .replace("pd1", "PD1")
                    .replace("ctla4", "CTLA4");
        }
    }
}
