package org.immunarium.study.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.numerics.inference.fitting.Minimum;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.RunFolder;
import org.immunarium.results.TableWriter;
import org.immunarium.study.patient.PatientCurves.Parameter;

/// The tables of a fit. Where the data name patients, the first column of each does.
final class FitTables {

    static final String FIT = "fit.csv";
    static final String SEARCHES = "searches.csv";
    static final String QUALITY = "quality.csv";
    static final String PREDICTIONS = "predictions.csv";
    static final String CHAINS = "chains.csv";
    static final String CANDIDATES = "candidates.csv";
    static final String CANDIDATE_COURSES = "candidate_courses.csv";

    static final String CANDIDATE = "candidate";

    static final String PATIENT = "patient";
    static final String QUANTITY = "quantity";
    static final String OBSERVED = "observed";
    static final String PREDICTED = "predicted";
    static final String LOW = "low";
    static final String HIGH = "high";

    private final PreparedFit fit;
    private final RunFolder folder;

    FitTables(PreparedFit fit, RunFolder folder) {
        this.fit = fit;
        this.folder = folder;
    }

    private TableWriter create(String name, List<String> columns) {
        return create(folder.table(name), columns);
    }

    private TableWriter create(Path file, List<String> columns) {
        List<String> header = new ArrayList<>();
        if (fit.data().named()) {
            header.add(PATIENT);
        }
        header.addAll(columns);
        return TableWriter.create(file, header);
    }

    private void begin(TableWriter table, FitResult result) {
        begin(table, result.patient());
    }

    private void begin(TableWriter table, String patient) {
        if (fit.data().named()) {
            table.cell(patient);
        }
    }

    private static void number(TableWriter table, double value) {
        if (Double.isNaN(value)) {
            table.cell("");
        } else {
            table.cell(value);
        }
    }

    /// What each search that is done came to, and the best until then, in the order of their starts; anew while a
    /// fit goes on, whole each time.
    ///
    /// @param reached of each patient that was begun, in order
    void writeSearches(List<FitProgress> reached) {
        AtomicFile.write(folder.table(SEARCHES), partial -> {
            try (TableWriter table = create(partial, List.of("search", "objective", "best"))) {
                for (int i = 0; i < reached.size(); i++) {
                    double best = Double.POSITIVE_INFINITY;
                    for (Map.Entry<Integer, Minimum> each :
                            reached.get(i).minima.entrySet()) {
                        double found = each.getValue().value();
                        best = Math.min(best, Double.isNaN(found) ? Double.POSITIVE_INFINITY : found);
                        begin(table, fit.data().patients().get(i).patient());
                        table.cell(each.getKey() + 1L);
                        number(table, Double.isInfinite(found) ? Double.NaN : found);
                        number(table, Double.isInfinite(best) ? Double.NaN : best);
                        table.endRow();
                    }
                }
            }
        });
    }

    void writeFit(List<FitResult> results) {
        try (TableWriter table =
                create(FIT, List.of("parameter", "value", LOW, HIGH, "unit", "best", "R-hat", "ESS", "remark"))) {
            for (FitResult result : results) {
                for (FitResult.Row row : result.rows()) {
                    begin(table, result);
                    table.cell(row.name());
                    number(table, row.value());
                    number(table, row.low());
                    number(table, row.high());
                    table.cell(row.unit());
                    number(table, row.best());
                    number(table, row.rHat());
                    number(table, row.ess());
                    table.cell(row.remark()).endRow();
                }
            }
        }
    }

    void writeQuality(List<FitResult> results) {
        try (TableWriter table = create(
                QUALITY, List.of("measurements", "estimated", "objective", "AIC", "starts", "found", "failed"))) {
            for (FitResult result : results) {
                FitResult.Quality quality = result.quality();
                begin(table, result);
                table.cell((long) quality.measurements()).cell((long) quality.estimated());
                number(table, quality.objective());
                number(table, quality.aic());
                table.cell((long) quality.starts())
                        .cell((long) quality.again())
                        .cell((long) quality.failed())
                        .endRow();
            }
        }
    }

    /// @param forecasts of each result, in order
    void writePredictions(List<FitResult> results, List<Forecast> forecasts) {
        try (TableWriter table = create(PREDICTIONS, List.of(time(), QUANTITY, OBSERVED, PREDICTED, LOW, HIGH))) {
            for (int i = 0; i < results.size(); i++) {
                for (Forecast.Point point : forecasts.get(i).points()) {
                    begin(table, results.get(i));
                    table.cell(point.time()).cell(point.quantity().header());
                    number(table, point.observed());
                    number(table, point.predicted());
                    number(table, point.low());
                    number(table, point.high());
                    table.endRow();
                }
            }
        }
    }

    /// @param judgements of each result, in order; of none where nothing was found
    void writeCandidates(List<FitResult> results, List<Optional<Judgement>> judgements) {
        try (TableWriter table = create(
                CANDIDATES,
                List.of(
                        CANDIDATE,
                        "response",
                        "response error",
                        "progression",
                        "progression error",
                        "smallest",
                        "smallest error",
                        QUANTITY,
                        "at the time",
                        LOW,
                        HIGH,
                        "draws"))) {
            for (int i = 0; i < results.size(); i++) {
                for (Judgement judgement : judgements.get(i).stream().toList()) {
                    for (Judgement.Verdict verdict : judgement.verdicts()) {
                        begin(table, results.get(i));
                        verdict(table, judgement, verdict);
                    }
                }
            }
        }
        writeCourses(results, judgements);
    }

    private static void verdict(TableWriter table, Judgement judgement, Judgement.Verdict verdict) {
        Judgement.Course course = verdict.course();
        table.cell(verdict.candidate());
        for (Judgement.Share share : List.of(verdict.response(), verdict.progression(), verdict.smallest())) {
            table.cell(share.value()).cell(share.error());
        }
        table.cell(judgement.size().header())
                .cell(course.middle()[course.judged()])
                .cell(course.low()[course.judged()])
                .cell(course.high()[course.judged()])
                .cell((long) verdict.draws())
                .endRow();
    }

    private void writeCourses(List<FitResult> results, List<Optional<Judgement>> judgements) {
        try (TableWriter table =
                create(CANDIDATE_COURSES, List.of(time(), QUANTITY, CANDIDATE, PREDICTED, LOW, HIGH))) {
            for (int i = 0; i < results.size(); i++) {
                for (Judgement judgement : judgements.get(i).stream().toList()) {
                    for (Judgement.Verdict verdict : judgement.verdicts()) {
                        Judgement.Course course = verdict.course();
                        for (int t = 0; t < course.times().length; t++) {
                            begin(table, results.get(i));
                            table.cell(course.times()[t]).cell(judgement.size().header());
                            table.cell(verdict.candidate())
                                    .cell(course.middle()[t])
                                    .cell(course.low()[t])
                                    .cell(course.high()[t])
                                    .endRow();
                        }
                    }
                }
            }
        }
    }

    private String time() {
        return fit.curves().timeUnit().isEmpty()
                ? "time"
                : "time [" + fit.curves().timeUnit() + "]";
    }

    void writeChains(List<FitResult> results) {
        List<String> header = new ArrayList<>(List.of("chain", "draw"));
        for (Parameter each : fit.curves().parameters()) {
            header.add(each.unit().isEmpty() ? each.label() : each.label() + " [" + each.unit() + "]");
        }
        header.add("log density");
        try (TableWriter table = create(CHAINS, header)) {
            for (FitResult result : results) {
                for (int chain = 0; chain < result.draws().length; chain++) {
                    for (int draw = 0; draw < result.draws()[chain].length; draw++) {
                        begin(table, result);
                        table.cell(chain + 1L).cell(draw + 1L);
                        for (double value : result.draws()[chain][draw]) {
                            table.cell(value);
                        }
                        table.cell(result.logs()[chain][draw]).endRow();
                    }
                }
            }
        }
    }
}
