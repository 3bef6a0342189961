package org.immunarium.study.patient;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunarium.patient.population.EndpointSummary;
import org.immunarium.patient.population.PatientPopulation;
import org.immunarium.results.Damage;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.results.TableWriter;

/// How each endpoint is spread over the patients, from the table of patients.
final class PopulationSummary {

    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final int MOST_FINDINGS = 5;

    private final RunFolder folder;
    private final List<String> names = new ArrayList<>();
    private final List<EndpointSummary> summaries = new ArrayList<>();
    private final int patients;
    private int failed;

    private PopulationSummary(RunFolder folder, PatientPopulation population) {
        this.folder = folder;
        population.endpoints().forEach(each -> names.add(each.header()));
        patients = population.patients();
        read(folder.table(PopulationRun.TABLE));
    }

    static PopulationSummary of(RunFolder folder, PatientPopulation population) {
        return new PopulationSummary(folder, population);
    }

    /// Row by row: the table may be far larger than the endpoints alone. An endpoint that is not
    /// defined of a patient (a change from nothing) counts neither as a value nor as a failure.
    private void read(Path file) {
        double[][] values = new double[names.size()][patients];
        int[] count = new int[names.size()];
        int[] rows = {0};
        List<String> columns = new ArrayList<>(names);
        columns.add(PopulationRun.FAILED);
        Table.forEach(file, columns, row -> {
            if (++rows[0] > patients) {
                return;
            }
            if (!row.text(names.size()).equals(PopulationRun.DID_NOT_FAIL)) {
                failed++;
                return;
            }
            for (int i = 0; i < names.size(); i++) {
                double value = row.number(i);
                if (!Double.isNaN(value)) {
                    values[i][count[i]++] = value;
                }
            }
        });
        if (rows[0] != patients) {
            throw Damage.of(file, "a row for each of " + patients + " patients was expected; found " + rows[0]);
        }
        for (int i = 0; i < names.size(); i++) {
            summaries.add(EndpointSummary.of(Arrays.copyOf(values[i], count[i])));
        }
    }

    void write() {
        List<String> header = List.of("endpoint", "patients", "failed", "mean", "sd", "p5", "p25", "p50", "p75", "p95");
        try (TableWriter table = TableWriter.create(folder.table("summary.csv"), header)) {
            for (int i = 0; i < names.size(); i++) {
                EndpointSummary summary = summaries.get(i);
                table.cell(names.get(i)).cell(summary.count()).cell(failed);
                table.cell(summary.mean()).cell(summary.standardDeviation());
                for (double q : QUANTILES) {
                    table.cell(summary.quantile(q));
                }
                table.endRow();
            }
        }
    }

    /// The median and the middle nine tenths of a few endpoints.
    ///
    /// @param order endpoints, most telling first
    List<String> findings(List<PatientPopulation.Measured> order) {
        List<Integer> shown = order.stream()
                .map(each -> names.indexOf(each.header()))
                .distinct()
                .limit(MOST_FINDINGS)
                .toList();
        int width = shown.stream().mapToInt(i -> names.get(i).length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i : shown) {
            String name = names.get(i) + " ".repeat(width - names.get(i).length());
            if (summaries.get(i).count() == 0) {
                lines.add(name + "   defined of no patient");
                continue;
            }
            lines.add(name + "   median "
                    + Findings.number(summaries.get(i).quantile(0.5)) + ", 5–95 % from "
                    + Findings.number(summaries.get(i).quantile(0.05)) + " to "
                    + Findings.number(summaries.get(i).quantile(0.95)));
        }
        lines.add(
                failed == 0
                        ? "of " + patients + " patients none failed"
                        : failed + " of " + patients
                                + " patients failed: their numbers became impossible; patients.csv says when and why");
        return lines;
    }
}
