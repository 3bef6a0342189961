package org.immunarium.study.fit;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Trend;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.FitFigure;

/// What a report shows of a fit: of each patient and quantity what was measured and the fitted course, and the
/// tables of parameters and of how good they are.
public final class FitContent implements RunContent {

    private static final int MOST_FIGURES = 12;
    private static final int MOST_ROWS = 100;

    private static final Set<String> ASKED = Set.of(
            "model",
            "duration",
            "therapy",
            "varied",
            "weight",
            "height",
            "targets",
            "units",
            PreparedFit.MEASURED,
            PreparedFit.ERROR,
            PreparedFit.CANDIDATES,
            PreparedFit.METHOD);

    private static final String SAMPLED_BAND = "the middle 90 % of sampled courses";
    private static final String LINEAR_BAND = "95 % band of the course";

    private final Table fit;
    private final Table quality;
    private final Table predictions;
    private final Optional<Candidates> candidates;
    private final boolean sampled;

    /// How regimens were judged, and the courses under them.
    private record Candidates(Table verdicts, Table courses) {

        /// Empty where none were asked for, or the run was stopped before.
        static Optional<Candidates> read(RunFolder run) {
            return Files.exists(run.table(FitTables.CANDIDATES)) && Files.exists(run.table(FitTables.CANDIDATE_COURSES))
                    ? Optional.of(new Candidates(
                            Table.read(run.table(FitTables.CANDIDATES)),
                            Table.read(run.table(FitTables.CANDIDATE_COURSES))))
                    : Optional.empty();
        }
    }

    private FitContent(Table fit, Table quality, Table predictions, Optional<Candidates> candidates, boolean sampled) {
        this.fit = fit;
        this.quality = quality;
        this.predictions = predictions;
        this.candidates = candidates;
        this.sampled = sampled;
    }

    /// As [RunContent.Reader].
    public static RunContent read(RunFolder run, Manifest manifest) {
        return new FitContent(
                Table.read(run.table(FitTables.FIT)),
                Table.read(run.table(FitTables.QUALITY)),
                Table.read(run.table(FitTables.PREDICTIONS)),
                Candidates.read(run),
                FitPlan.read(manifest.overrides(), new ArrayList<>())
                        .filter(plan -> plan.samples() > 0)
                        .isPresent());
    }

    @Override
    public FigureChoice figures() {
        List<Figure> figures = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        draw(predictions, false, figures, omitted);
        candidates.ifPresent(each -> draw(each.courses(), true, figures, omitted));
        return new FigureChoice(figures, List.of(), omitted);
    }

    /// A figure of each course in a table.
    private void draw(Table table, boolean ofCandidates, List<Figure> figures, List<String> omitted) {
        Map<String, List<Integer>> courses = new LinkedHashMap<>();
        int quantity = table.column(FitTables.QUANTITY);
        boolean named = table.header().contains(FitTables.PATIENT);
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> row = table.rows().get(i);
            String title = (named ? "patient " + row.getFirst() + ": " : "")
                    + (ofCandidates ? row.get(table.column(FitTables.CANDIDATE)) + ": " : "")
                    + row.get(quantity);
            courses.computeIfAbsent(title, _ -> new ArrayList<>()).add(i);
        }
        courses.entrySet().stream()
                .limit(MOST_FIGURES)
                .forEach(each -> figures.add(figure(table, ofCandidates, each.getKey(), each.getValue())));
        courses.keySet().stream().skip(MOST_FIGURES).forEach(omitted::add);
    }

    private Figure figure(Table table, boolean ofCandidate, String title, List<Integer> rows) {
        int quantity = table.column(FitTables.QUANTITY);
        String time = table.header().get(quantity - 1);
        double[] unknown = new double[rows.size()];
        Arrays.fill(unknown, Double.NaN);
        return new FitFigure(
                title,
                time,
                table.rows().get(rows.getFirst()).get(quantity),
                sampled ? SAMPLED_BAND : LINEAR_BAND,
                new FitFigure.Points(
                        values(table, time, rows),
                        ofCandidate ? unknown : values(table, FitTables.OBSERVED, rows),
                        values(table, FitTables.PREDICTED, rows),
                        values(table, FitTables.LOW, rows),
                        values(table, FitTables.HIGH, rows)));
    }

    private static double[] values(Table table, String column, List<Integer> rows) {
        double[] all = table.numbers(table.column(column));
        return rows.stream().mapToDouble(i -> all[i]).toArray();
    }

    @Override
    public List<String> unrun() {
        return List.of();
    }

    @Override
    public void numbers(Html page) {
        page.element("h2 id=\"numbers\"", "Numbers");
        page.element("h3", "Parameters");
        page.table("Parameters", fit.header(), shown(fit));
        page.element("h3", "How good the fit is");
        page.table("How good the fit is", quality.header(), shown(quality));
        page.list(List.of(
                sampled
                        ? "value, low, high: the median and the middle 90 % of samples; best: the most likely"
                        : "low, high: 95 % interval, from the likelihood with all others at their best",
                "objective: minus the logarithm of the likelihood; AIC: twice that and twice the number of what was"
                        + " estimated, the sizes of errors too: of two models of the same data the one with less",
                "found: searches that came to the same minimum; few mean that there may be a better one",
                "failed: searches that began where the model's numbers fail, which count as infinitely bad"));
        candidates.ifPresent(each -> candidates(page, each.verdicts()));
    }

    private static void candidates(Html page, Table verdicts) {
        page.element("h3", "Candidates");
        page.table("Candidates", verdicts.header(), shown(verdicts));
        page.list(List.of(
                "response: how probable it is that the size falls by 30 % from baseline before any progression, and"
                        + " progression: that it grows by 20 % (and 5 mm, of a length) from the smallest, as RECIST 1.1"
                        + " has it of sums of diameters; of volumes and numbers of cells by their cube roots",
                "smallest: how probable it is that no other candidate leaves less when they are judged",
                "errors are standard errors, for want of more samples; what the model does not know is not in them"));
    }

    private static List<List<String>> shown(Table table) {
        return table.rows().stream()
                .limit(MOST_ROWS)
                .map(row -> row.stream().map(FitContent::shortened).toList())
                .toList();
    }

    private static String shortened(String cell) {
        return cell.matches("-?[0-9.]+(e-?[0-9]+)?") && cell.length() > 6
                ? Trend.number(Double.parseDouble(cell))
                : cell;
    }

    @Override
    public boolean isAsked(String what) {
        return ASKED.contains(what);
    }
}
