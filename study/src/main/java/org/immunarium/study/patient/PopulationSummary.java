package org.immunarium.study.patient;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunarium.patient.population.PatientPopulation;
import org.immunarium.results.RunFolder;
import org.immunarium.results.StorageException;
import org.immunarium.results.TableWriter;

/// How each endpoint is spread over the patients, from the table of patients.
final class PopulationSummary {

    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final int MOST_FINDINGS = 5;

    private final RunFolder folder;
    private final List<String> names = new ArrayList<>();
    private final double[][] sorted;
    private final int patients;
    private int failed;

    private PopulationSummary(RunFolder folder, PatientPopulation population) {
        this.folder = folder;
        population.endpoints().forEach(each -> names.add(each.header()));
        sorted = new double[names.size()][];
        patients = population.patients();
        read(1 + population.varied().size());
    }

    static PopulationSummary of(RunFolder folder, PatientPopulation population) {
        return new PopulationSummary(folder, population);
    }

    /// Line by line: the table may be far larger than the endpoints alone.
    private void read(int first) {
        double[][] values = new double[names.size()][patients];
        int count = 0;
        try (BufferedReader lines = Files.newBufferedReader(folder.table("patients.csv"))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                if (cells[cells.length - 1].equals("yes")) {
                    failed++;
                    continue;
                }
                for (int i = 0; i < names.size(); i++) {
                    values[i][count] = Double.parseDouble(cells[first + i]);
                }
                count++;
            }
        } catch (IOException e) {
            throw StorageException.ofReading(folder.table("patients.csv"), e);
        }
        for (int i = 0; i < names.size(); i++) {
            sorted[i] = Arrays.copyOf(values[i], count);
            Arrays.sort(sorted[i]);
        }
    }

    void write() {
        List<String> header = List.of("endpoint", "patients", "failed", "mean", "sd", "p5", "p25", "p50", "p75", "p95");
        try (TableWriter table = TableWriter.create(folder.table("summary.csv"), header)) {
            for (int i = 0; i < names.size(); i++) {
                table.cell(names.get(i)).cell(sorted[i].length).cell(failed);
                double mean = Arrays.stream(sorted[i]).sum() / sorted[i].length;
                double squares = Arrays.stream(sorted[i])
                        .map(x -> (x - mean) * (x - mean))
                        .sum();
                table.cell(mean).cell(Math.sqrt(squares / (sorted[i].length - 1)));
                for (double q : QUANTILES) {
                    table.cell(quantile(sorted[i], q));
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
            lines.add(names.get(i) + " ".repeat(width - names.get(i).length()) + "   median "
                    + Findings.number(quantile(sorted[i], 0.5)) + ", 5–95 % from "
                    + Findings.number(quantile(sorted[i], 0.05)) + " to "
                    + Findings.number(quantile(sorted[i], 0.95)));
        }
        lines.add(
                failed == 0
                        ? "of " + patients + " patients none failed"
                        : failed + " of " + patients
                                + " patients failed: their numbers became impossible; patients.csv marks them");
        return lines;
    }

    /// Between order statistics, linearly (Hyndman and Fan 1996, type 7).
    static double quantile(double[] sorted, double q) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = q * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
