package org.immunarium.patient.toxicity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Patients of one source under one regimen: which model they are, how long they were treated and looked at, and
/// who counted.
///
/// @param source       as in the targets
/// @param regimen      as in the targets
/// @param patient      the shipped model: `side-effects`
/// @param months       median time on treatment, in months; a regimen that ends sooner ends sooner
/// @param daysCounted  how long side effects count after the end of treatment, in d
/// @param betweenLooks how long it is from one look at the patient to the next, in d
/// @param by           who counts, see [Counted]
/// @param given        all that the patient is given, lymphodepletion too; time zero is that of its first dose
/// @param values       of the model, where this drug's are not the table's
public record Cohort(
        String source,
        String regimen,
        String patient,
        double months,
        double daysCounted,
        double betweenLooks,
        String by,
        String given,
        Map<String, Double> values) {

    private static final String HEADER =
            "source,regimen,patient,median_months_on_treatment,days_counted,days_between_looks,counted_by,given,values,"
                    + "certainty,note";

    public Cohort {
        if (!(months > 0 && daysCounted >= 0 && betweenLooks > 0)) {
            throw new IllegalArgumentException("times on treatment and between looks are above 0, the rest not below");
        }
        values = Map.copyOf(values);
    }

    /// All rows of `evidence/toxicity-cohorts.csv`.
    public static List<Cohort> shipped() {
        return EvidenceTable.shipped(
                "toxicity-cohorts.csv",
                HEADER,
                c -> new Cohort(
                        c.get(0),
                        c.get(1),
                        c.get(2),
                        Double.parseDouble(c.get(3)),
                        Double.parseDouble(c.get(4)),
                        Double.parseDouble(c.get(5)),
                        c.get(6),
                        c.get(7).isEmpty() ? c.get(1) : c.get(7),
                        values(c.get(8))));
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
                && daysCounted == other.daysCounted
                && betweenLooks == other.betweenLooks
                && given.equals(other.given)
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
