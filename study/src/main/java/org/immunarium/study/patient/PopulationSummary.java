package org.immunarium.study.patient;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.statistics.SampleSummary;
import org.immunarium.patient.population.PatientPopulation;
import org.immunarium.results.Damage;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.results.TableWriter;
import org.immunarium.study.Trend;

/// How each endpoint is spread over the patients, from the table of patients.
final class PopulationSummary {

    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final int MEDIAN = 2;
    private static final int MOST_FINDINGS = 5;

    private final RunFolder folder;
    private final List<Row> rows = new ArrayList<>();
    private final int patients;
    private int failed;

    /// @param quantiles in the order of [#QUANTILES]
    private record Row(String name, int count, double mean, double deviation, double[] quantiles) {

        static Row of(String name, SampleSummary summary) {
            double[] quantiles = Arrays.stream(QUANTILES).map(summary::quantile).toArray();
            return new Row(name, summary.count(), summary.mean(), summary.standardDeviation(), quantiles);
        }
    }

    private PopulationSummary(RunFolder folder, PatientPopulation population) {
        this.folder = folder;
        patients = population.patients();
        Path file = folder.table(PopulationRun.TABLE);
        countPatients(file);
        read(
                file,
                population.endpoints().stream()
                        .map(PatientPopulation.Measured::header)
                        .toList());
    }

    static PopulationSummary of(RunFolder folder, PatientPopulation population) {
        return new PopulationSummary(folder, population);
    }

    private void countPatients(Path file) {
        int[] rows = {0};
        Table.forEach(file, List.of(PopulationRun.FAILED), row -> {
            rows[0]++;
            failed += row.text(0).equals(PopulationRun.DID_NOT_FAIL) ? 0 : 1;
        });
        if (rows[0] != patients) {
            throw Damage.of(file, "a row for each of " + patients + " patients was expected; found " + rows[0]);
        }
    }

    /// As many endpoints at once as fit into memory: there may be many patients. An endpoint that is not
    /// defined of a patient (a change from nothing) counts neither as a value nor as a failure.
    private void read(Path file, List<String> names) {
        for (List<Integer> group : Table.inGroups(Table.places(file, names), patients)) {
            for (double[] values : Table.numbers(file, group, patients)) {
                rows.add(Row.of(names.get(rows.size()), SampleSummary.taking(values)));
            }
        }
    }

    /// How many patients' numbers failed.
    int failed() {
        return failed;
    }

    void write() {
        List<String> header = List.of("endpoint", "patients", "failed", "mean", "sd", "p5", "p25", "p50", "p75", "p95");
        try (TableWriter table = TableWriter.create(folder.table("summary.csv"), header)) {
            for (Row row : rows) {
                table.cell(row.name()).cell(row.count()).cell(failed);
                table.cell(row.mean()).cell(row.deviation());
                for (double quantile : row.quantiles()) {
                    table.cell(quantile);
                }
                table.endRow();
            }
        }
    }

    /// The median and the middle nine tenths of a few endpoints.
    ///
    /// @param order endpoints, most telling first
    List<String> findings(List<PatientPopulation.Measured> order) {
        List<Row> shown = order.stream()
                .flatMap(each -> rows.stream().filter(row -> row.name().equals(each.header())))
                .distinct()
                .limit(MOST_FINDINGS)
                .toList();
        int width = shown.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Row row : shown) {
            String name = row.name() + " ".repeat(width - row.name().length());
            if (row.count() == 0) {
                lines.add(name + "   defined of no patient");
                continue;
            }
            lines.add(name + "   median " + Trend.number(row.quantiles()[MEDIAN]) + ", 5–95 % from "
                    + Trend.number(row.quantiles()[0]) + " to "
                    + Trend.number(row.quantiles()[QUANTILES.length - 1]));
        }
        lines.add(
                failed == 0
                        ? "of " + patients + " patients none failed"
                        : failed + " of " + patients + " patients failed; patients.csv says when and why");
        return lines;
    }
}
