package org.immunarium.patient.toxicity;

import java.util.List;

/// How a value differs between patients: log-normal around the table's.
///
/// @param patient the shipped model: `side-effects`
/// @param name    of the value, `s_gut`
/// @param sd      standard deviation of its logarithm
public record Spread(String patient, String name, double sd) {

    private static final String HEADER = "patient,name,sd_of_logarithm,certainty,source,note";

    /// Those of a patient in `evidence/side-effects-spread.csv`, in the order in which they are drawn.
    public static List<Spread> of(String patient) {
        return EvidenceTable.shipped(
                        "side-effects-spread.csv",
                        HEADER,
                        c -> new Spread(c.get(0), c.get(1), Double.parseDouble(c.get(2))))
                .stream()
                .filter(each -> each.patient().equals(patient))
                .toList();
    }
}
