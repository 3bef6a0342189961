package org.immunarium.patient.toxicity;

import java.util.List;

/// A published rate of a side effect, fixed before any model was tuned.
///
/// @param therapy the class, `anti-PD-1`
/// @param regimen what was given, as text that can be read
/// @param event   what happened, `colitis`; `any` is at least one event of any kind
/// @param organ   where
/// @param grade   `any`, or `3+`
/// @param kind    whose doing it is said to be
/// @param rate    patients with at least one such event, in percent
/// @param low     lower end of its 95 % interval
/// @param high    upper end
/// @param source  the paper or label
/// @param note    how it was counted
public record ToxicityTarget(
        String therapy,
        String regimen,
        String event,
        String organ,
        String grade,
        Kind kind,
        double rate,
        double low,
        double high,
        String source,
        String note) {

    private static final String HEADER =
            "therapy,regimen,event,organ,grade,kind,rate_percent,low,high,events,patients,source,note";

    /// All rows of `evidence/toxicity-targets.csv`.
    public static List<ToxicityTarget> shipped() {
        return EvidenceTable.shipped(
                "toxicity-targets.csv",
                HEADER,
                c -> new ToxicityTarget(
                        c.get(0),
                        c.get(1),
                        c.get(2),
                        c.get(3),
                        c.get(4),
                        Kind.of(c.get(5)),
                        Double.parseDouble(c.get(6)),
                        Double.parseDouble(c.get(7)),
                        Double.parseDouble(c.get(8)),
                        c.get(11),
                        c.get(12)));
    }

    /// Whether a rate lies in the interval.
    ///
    /// @param percent the rate, in percent
    public boolean holds(double percent) {
        return low <= percent && percent <= high;
    }
}
