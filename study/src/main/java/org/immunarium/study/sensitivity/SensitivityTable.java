package org.immunarium.study.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.numerics.inference.sensitivity.Estimate;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.results.TableWriter;

/// `sensitivity.csv`: of each parameter and measure, what the method tells, with its interval.
///
/// @param rows in the order written: by measure, then by parameter
record SensitivityTable(List<Row> rows) {

    static final String FILE = "sensitivity.csv";

    private static final List<String> HEADER = List.of("parameter", "measure", "index", "value", "low", "high");

    /// A number.
    ///
    /// @param parameter with its unit, and so the measure
    record Row(String parameter, String measure, String index, Estimate estimate) {}

    /// Judges the samples, writes the table, and tells what was found.
    ///
    /// @param measured `[measure][sample]`
    /// @return plain lines for the user
    static List<String> write(RunFolder folder, PreparedSensitivity analysis, Design design, double[][] measured) {
        List<Row> rows = new ArrayList<>();
        for (int m = 0; m < measured.length; m++) {
            String measure = analysis.samples().measures().get(m);
            design.indices(measured[m])
                    .forEach(index -> rows.add(new Row(
                            analysis.samples().parameters().get(index.parameter()),
                            measure,
                            index.name(),
                            index.estimate())));
        }
        try (TableWriter table = TableWriter.create(folder.table(FILE), HEADER)) {
            for (Row row : rows) {
                table.cell(row.parameter()).cell(row.measure()).cell(row.index());
                table.cell(row.estimate().value());
                number(table, row.estimate().low());
                number(table, row.estimate().high());
                table.endRow();
            }
        }
        return new SensitivityFindings(new SensitivityTable(rows), measured).lines();
    }

    /// A limit; an empty cell where there is none.
    private static void number(TableWriter table, double limit) {
        if (Double.isNaN(limit)) {
            table.cell("");
        } else {
            table.cell(limit);
        }
    }

    /// Reads it back.
    ///
    /// @throws org.immunarium.units.InvalidInputException if it is missing or damaged
    static SensitivityTable read(RunFolder folder) {
        List<Row> rows = new ArrayList<>();
        Table.forEach(
                folder.table(FILE),
                HEADER,
                row -> rows.add(new Row(
                        row.text(0),
                        row.text(1),
                        row.text(2),
                        new Estimate(row.number(3), row.number(4), row.number(5)))));
        return new SensitivityTable(rows);
    }

    /// What was measured, in order.
    List<String> measures() {
        return rows.stream().map(Row::measure).distinct().toList();
    }

    /// What the method tells of each parameter, in order: the first is that by which parameters are compared.
    List<String> indices() {
        return rows.stream().map(Row::index).distinct().toList();
    }

    /// What parameters do to a measure, the strongest first; those of which nothing can be told come last.
    Map<String, Estimate> ranked(String measure) {
        Map<String, Estimate> ranked = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.measure().equals(measure)
                        && row.index().equals(indices().getFirst()))
                .sorted(Comparator.comparingDouble(row -> -size(row.estimate())))
                .forEach(row -> ranked.put(row.parameter(), row.estimate()));
        return ranked;
    }

    private static double size(Estimate estimate) {
        return Double.isNaN(estimate.value()) ? -1 : Math.abs(estimate.value());
    }

    /// Another number of a parameter.
    Estimate of(String parameter, String measure, String index) {
        return rows.stream()
                .filter(row -> row.parameter().equals(parameter)
                        && row.measure().equals(measure)
                        && row.index().equals(index))
                .map(Row::estimate)
                .findFirst()
                .orElse(new Estimate(Double.NaN, Double.NaN, Double.NaN));
    }
}
