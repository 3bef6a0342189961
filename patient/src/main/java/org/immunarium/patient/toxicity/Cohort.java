package org.immunarium.patient.toxicity;

import java.util.List;

/// Patients of one source under one regimen: how long they were treated, and who counted.
///
/// @param source  as in the targets
/// @param regimen as in the targets
/// @param months  median time on treatment, in months; a regimen that ends sooner ends sooner
/// @param by      who counts, see [Counted]
public record Cohort(String source, String regimen, double months, String by) {

    private static final String HEADER = "source,regimen,median_months_on_treatment,counted_by,certainty,note";

    /// All rows of `evidence/toxicity-cohorts.csv`.
    public static List<Cohort> shipped() {
        return EvidenceTable.shipped(
                "toxicity-cohorts.csv",
                HEADER,
                c -> new Cohort(c.get(0), c.get(1), Double.parseDouble(c.get(2)), c.get(3)));
    }

    /// Whether a target is about it.
    public boolean isOf(ToxicityTarget target) {
        return source.equals(target.source()) && regimen.equals(target.regimen());
    }
}
