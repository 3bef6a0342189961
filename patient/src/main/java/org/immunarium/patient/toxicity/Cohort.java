package org.immunarium.patient.toxicity;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Patients of one source under one regimen: which model they are, how long they were treated and looked at, and
/// who counted.
///
/// @param source       as in the targets
/// @param regimen      as in the targets
/// @param patient      the shipped model: `side-effects`
/// @param months       median time on treatment, in months; a regimen that ends sooner ends sooner
/// @param followed     from the first dose until data were cut off, in months; infinite where nothing was cut
/// @param daysCounted  how long side effects count after the end of treatment, in d
/// @param betweenLooks how long it is from one look at the patient to the next, in d
/// @param ways         who counts, and what else counts in a trial of this kind, see [Counted]
/// @param given        all that the patient is given, lymphodepletion too; time zero is that of its first dose
/// @param values       of the model, where this drug's or this cancer's are not the table's
public record Cohort(
        String source,
        String regimen,
        String patient,
        double months,
        double followed,
        double daysCounted,
        double betweenLooks,
        Set<String> ways,
        String given,
        Map<String, Double> values) {

    private static final String HEADER =
            "source,regimen,patient,cancer,median_months_on_treatment,months_followed,days_counted,days_between_looks,"
                    + "counted_by,double_blind,laboratory_values,given,values,certainty,note";

    private static final String DOUBLE_BLIND = "double-blind";
    private static final String LABORATORY_VALUES = "laboratory values";

    public Cohort {
        if (!(months > 0 && followed > 0 && daysCounted >= 0 && betweenLooks > 0)) {
            throw new IllegalArgumentException("times on treatment and between looks are above 0, the rest not below");
        }
        ways = Set.copyOf(ways);
        values = Map.copyOf(values);
    }

    /// All rows of `evidence/toxicity-cohorts.csv`.
    public static List<Cohort> shipped() {
        List<CancerDifference> differences = CancerDifference.shipped();
        return EvidenceTable.shipped("toxicity-cohorts.csv", HEADER, cells -> cohort(cells, differences));
    }

    private static Cohort cohort(List<String> cells, List<CancerDifference> differences) {
        String patient = cells.get(2);
        Map<String, Double> values = new LinkedHashMap<>(values(cells.get(12)));
        for (CancerDifference each : differences) {
            if (each.cancer().equals(cells.get(3)) && each.patient().equals(patient)) {
                values.put(each.name(), each.value());
            }
        }
        Set<String> ways = new LinkedHashSet<>(Set.of(cells.get(8)));
        if (isYes(cells.get(9))) {
            ways.add(DOUBLE_BLIND);
        }
        if (isYes(cells.get(10))) {
            ways.add(LABORATORY_VALUES);
        }
        return new Cohort(
                cells.get(0),
                cells.get(1),
                patient,
                Double.parseDouble(cells.get(4)),
                cells.get(5).isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cells.get(5)),
                Double.parseDouble(cells.get(6)),
                Double.parseDouble(cells.get(7)),
                ways,
                cells.get(11).isEmpty() ? cells.get(1) : cells.get(11),
                values);
    }

    private static boolean isYes(String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("\"" + cell + "\": yes or no expected");
        };
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
                && followed == other.followed
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
