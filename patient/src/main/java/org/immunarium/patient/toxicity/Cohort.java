package org.immunarium.patient.toxicity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Patients of one source under one regimen: which model they are, how long they were treated, and who counted.
///
/// @param source  as in the targets
/// @param regimen as in the targets
/// @param patient the shipped model: `side-effects`
/// @param months  median time on treatment, in months; a regimen that ends sooner ends sooner
/// @param by      who counts, see [Counted]
/// @param values  of the model, where this drug's are not the table's
public record Cohort(
        String source, String regimen, String patient, double months, String by, Map<String, Double> values) {

    private static final String HEADER =
            "source,regimen,patient,median_months_on_treatment,counted_by,values,certainty,note";

    public Cohort {
        values = Map.copyOf(values);
    }

    /// All rows of `evidence/toxicity-cohorts.csv`.
    public static List<Cohort> shipped() {
        return EvidenceTable.shipped(
                "toxicity-cohorts.csv",
                HEADER,
                c -> new Cohort(
                        c.get(0), c.get(1), c.get(2), Double.parseDouble(c.get(3)), c.get(4), values(c.get(5))));
    }

    /// Whether a target is about it.
    public boolean isOf(ToxicityTarget target) {
        return source.equals(target.source()) && regimen.equals(target.regimen());
    }

    /// Whether its patients are those of another cohort, whoever counts.
    boolean isTreatedAs(Cohort other) {
        return regimen.equals(other.regimen)
                && patient.equals(other.patient)
                && months == other.months
                && values.equals(other.values);
    }

    private static Map<String, Double> values(String text) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String each : text.isBlank() ? new String[0] : text.split(" ", -1)) {
            String[] sides = each.split("=", -1);
            if (sides.length != 2) {
                throw new IllegalArgumentException("\"" + each + "\": name=value expected");
            }
            values.put(sides[0], Double.parseDouble(sides[1]));
        }
        return values;
    }
}
