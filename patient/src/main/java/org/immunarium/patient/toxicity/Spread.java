package org.immunarium.patient.toxicity;

import java.util.List;

/// How a value differs between patients: log-normal around the table's.
///
/// @param name of the value, `s_gut`
/// @param sd   standard deviation of its logarithm
public record Spread(String name, double sd) {

    private static final String HEADER = "name,sd_of_logarithm,certainty,source,note";

    /// All rows of `evidence/side-effects-spread.csv`, in the order in which they are drawn.
    public static List<Spread> shipped() {
        return EvidenceTable.shipped(
                "side-effects-spread.csv", HEADER, c -> new Spread(c.get(0), Double.parseDouble(c.get(1))));
    }
}
