package org.immunarium.study.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            PreparedFit.METHOD);

    private static final String SAMPLED_BAND = "the middle 90 % of sampled courses";
    private static final String LINEAR_BAND = "95 % band of the course";

    private final Table fit;
    private final Table quality;
    private final Table predictions;
    private final boolean sampled;

    private FitContent(Table fit, Table quality, Table predictions, boolean sampled) {
        this.fit = fit;
        this.quality = quality;
        this.predictions = predictions;
        this.sampled = sampled;
    }

    /// As [RunContent.Reader].
    public static RunContent read(RunFolder run, Manifest manifest) {
        return new FitContent(
                Table.read(run.table(FitTables.FIT)),
                Table.read(run.table(FitTables.QUALITY)),
                Table.read(run.table(FitTables.PREDICTIONS)),
                FitPlan.read(manifest.overrides(), new ArrayList<>())
                        .filter(plan -> plan.samples() > 0)
                        .isPresent());
    }

    @Override
    public FigureChoice figures() {
        Map<String, List<Integer>> courses = new LinkedHashMap<>();
        int quantity = predictions.column(FitTables.QUANTITY);
        boolean named = predictions.header().contains(FitTables.PATIENT);
        for (int i = 0; i < predictions.rows().size(); i++) {
            List<String> row = predictions.rows().get(i);
            String title = (named ? "patient " + row.getFirst() + ": " : "") + row.get(quantity);
            courses.computeIfAbsent(title, _ -> new ArrayList<>()).add(i);
        }
        List<Figure> figures = new ArrayList<>();
        courses.entrySet().stream()
                .limit(MOST_FIGURES)
                .forEach(each -> figures.add(figure(each.getKey(), each.getValue(), quantity)));
        return new FigureChoice(
                figures, List.of(), courses.keySet().stream().skip(MOST_FIGURES).toList());
    }

    private Figure figure(String title, List<Integer> rows, int quantity) {
        String time = predictions.header().get(quantity - 1);
        return new FitFigure(
                title,
                time,
                predictions.rows().get(rows.getFirst()).get(quantity),
                sampled ? SAMPLED_BAND : LINEAR_BAND,
                new FitFigure.Points(
                        values(time, rows),
                        values(FitTables.OBSERVED, rows),
                        values(FitTables.PREDICTED, rows),
                        values(FitTables.LOW, rows),
                        values(FitTables.HIGH, rows)));
    }

    private double[] values(String column, List<Integer> rows) {
        double[] all = predictions.numbers(predictions.column(column));
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
