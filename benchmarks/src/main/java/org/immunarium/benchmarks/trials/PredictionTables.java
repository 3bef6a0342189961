package org.immunarium.benchmarks.trials;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.immunarium.benchmarks.trials.Prediction.Measure;
import org.immunarium.benchmarks.trials.Prediction.Point;
import org.immunarium.results.TableWriter;
import org.immunarium.trial.statistics.Estimate;

/// Predictions as files: the curves of each trial in `TRIAL.csv`, and what sums all of them up in `summary.csv`.
///
/// @param folder which must exist
record PredictionTables(Path folder) {

    private static final List<String> CURVES =
            List.of("trial", "population", "arm", "endpoint", "time_months", "survival", "lower", "upper");
    private static final List<String> SUMMARY =
            List.of("trial", "population", "arm", "measure", "value", "lower", "upper");

    /// Writes all.
    void write(Map<PredictedArm, Prediction> predictions) {
        Map<String, Map<PredictedArm, Prediction>> byTrial = new LinkedHashMap<>();
        predictions.forEach((arm, prediction) ->
                byTrial.computeIfAbsent(arm.trial(), _ -> new LinkedHashMap<>()).put(arm, prediction));
        byTrial.forEach(this::writeCurves);
        try (TableWriter table = TableWriter.create(folder.resolve("summary.csv"), SUMMARY)) {
            predictions.forEach((arm, prediction) -> arm.populations()
                    .forEach(population -> prediction.measures().forEach(each -> row(table, arm, population, each))));
        }
    }

    private void writeCurves(String trial, Map<PredictedArm, Prediction> predictions) {
        try (TableWriter table = TableWriter.create(folder.resolve(trial + ".csv"), CURVES)) {
            predictions.forEach((arm, prediction) -> arm.populations()
                    .forEach(population -> prediction.points().forEach(each -> row(table, arm, population, each))));
        }
    }

    private static void row(TableWriter table, PredictedArm arm, String population, Measure measure) {
        start(table, arm.trial(), population, measure.arm(), measure.name());
        cells(table, measure.value(), "%.3f");
    }

    private static void row(TableWriter table, PredictedArm arm, String population, Point point) {
        start(table, arm.trial(), population, arm.arm(), point.endpoint());
        table.cell(point.month());
        cells(table, point.survival(), "%.4f");
    }

    private static void start(TableWriter table, String... cells) {
        Stream.of(cells).forEach(table::cell);
    }

    private static void cells(TableWriter table, Estimate estimate, String format) {
        for (double value : new double[] {estimate.value(), estimate.lower(), estimate.upper()}) {
            table.cell(Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value));
        }
        table.endRow();
    }
}
