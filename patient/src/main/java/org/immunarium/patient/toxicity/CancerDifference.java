package org.immunarium.patient.toxicity;

import java.util.List;

/// How patients with one cancer differ from others in what side effects they have.
///
/// @param cancer  as in `evidence/toxicity-cohorts.csv`: `melanoma`
/// @param patient the shipped model: `side-effects`
/// @param name    of the value that differs, `s_gut`
/// @param value   of the typical patient with this cancer
record CancerDifference(String cancer, String patient, String name, double value) {

    private static final String HEADER = "cancer,patient,name,value,certainty,source,note";

    /// All rows of `evidence/toxicity-cancers.csv`.
    static List<CancerDifference> shipped() {
        return EvidenceTable.shipped(
                "toxicity-cancers.csv",
                HEADER,
                c -> new CancerDifference(c.get(0), c.get(1), c.get(2), Double.parseDouble(c.get(3))));
    }
}
