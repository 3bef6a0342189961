package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.immunarium.results.TableWriter;
import org.immunarium.trial.endpoint.Endpoint;
import org.immunarium.trial.endpoint.SubgroupAnalysis;
import org.immunarium.trial.endpoint.SubgroupAnalysis.Level;
import org.immunarium.units.Quantity;

/// What arms do in groups of patients: in those of the trial's strata, and of patients with less and with more
/// of what varies than the median.
final class SubgroupTable {

    /// More of them find differences by chance.
    private static final int MOST = 8;

    private static final int DIGITS = 4;

    private final TrialResults results;

    SubgroupTable(TrialResults results) {
        this.results = results;
    }

    /// What patients differ in.
    ///
    /// @param of the place among the levels
    private record Factor(String name, List<String> levels, ToIntFunction<TrialPatient> of) {}

    void write() {
        List<String> header = List.of(
                "endpoint",
                "arm",
                "subgroup",
                "level",
                "patients",
                "events",
                "control patients",
                "control events",
                "hazard ratio",
                "lower",
                "upper",
                "interaction p");
        List<Factor> factors = factors();
        try (TableWriter table = TableWriter.create(results.folder().table(TrialTables.SUBGROUPS), header)) {
            for (Endpoint endpoint : results.setting().compared()) {
                for (int arm : results.arms()) {
                    for (Factor factor : arm == results.control() ? List.<Factor>of() : factors) {
                        write(table, endpoint, arm, factor);
                    }
                }
            }
        }
    }

    private void write(TableWriter table, Endpoint endpoint, int arm, Factor factor) {
        SubgroupAnalysis found = SubgroupAnalysis.of(
                endpoint,
                results.of(arm),
                results.of(results.control()),
                factor.levels().size(),
                factor.of(),
                TrialResults.CONFIDENCE);
        for (int i = 0; i < factor.levels().size(); i++) {
            Level level = found.levels().get(i);
            table.cell(endpoint.abbreviation()).cell(results.title(arm));
            table.cell(factor.name()).cell(factor.levels().get(i));
            table.cell(level.arm().patients()).cell(level.arm().events());
            table.cell(level.control().patients()).cell(level.control().events());
            table.cell(level.hazardRatio().value())
                    .cell(level.hazardRatio().lower())
                    .cell(level.hazardRatio().upper());
            if (factor.levels().size() > 1) {
                table.cell(found.interaction().p()).endRow();
            } else {
                table.cell("").endRow();
            }
        }
    }

    /// All patients first.
    private List<Factor> factors() {
        List<Factor> factors = new ArrayList<>();
        factors.add(new Factor("all", List.of(""), _ -> 0));
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < results.strata().size(); i++) {
            int place = i;
            factors.add(new Factor(
                    results.strata().get(i), List.of("yes", "no"), patient -> results.holds(patient, place) ? 0 : 1));
            asked.add(results.trial().strata().get(i).asked().name());
        }
        factors.addAll(ofMedians(asked));
        return factors.subList(0, Math.min(factors.size(), 1 + MOST));
    }

    /// @param asked what strata are made of already
    private List<Factor> ofMedians(Set<String> asked) {
        List<Factor> factors = new ArrayList<>();
        Map<Long, double[]> values = new HashMap<>();
        for (TrialPatient patient : results.patients()) {
            values.put(patient.number(), results.trial().patients().values(patient.number()));
        }
        List<String> varied = results.trial()
                .patients()
                .varied()
                .subList(0, results.trial().patients().asked());
        for (int i = 0; i < varied.size(); i++) {
            int place = i;
            double[] sorted = values.values().stream()
                    .mapToDouble(each -> each[place])
                    .sorted()
                    .toArray();
            // A name stands before its unit.
            if (sorted.length == 0 || asked.contains(varied.get(i).replaceFirst(" \\[.*", ""))) {
                continue;
            }
            double median = sorted[(sorted.length - 1) / 2];
            if (median < sorted[sorted.length - 1]) {
                String limit = Quantity.number(median, DIGITS);
                factors.add(new Factor(
                        varied.get(i),
                        List.of("<= " + limit, "> " + limit),
                        patient -> Objects.requireNonNull(values.get(patient.number()))[place] <= median ? 0 : 1));
            }
        }
        return factors;
    }
}
