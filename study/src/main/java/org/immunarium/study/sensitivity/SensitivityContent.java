package org.immunarium.study.sensitivity;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.immunarium.numerics.inference.sensitivity.Estimate;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.TornadoFigure;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// What a report shows of an analysis of sensitivity: for each measure, what each parameter does to it, the
/// strongest on top.
public final class SensitivityContent implements RunContent {

    private static final int MOST_MEASURES = 12;

    /// Kinds of bars that stand side by side for a parameter.
    private static final int MOST_BARS = 2;

    private static final Set<String> ASKED = Set.of(
            "model",
            "duration",
            "therapy",
            "varied",
            "weight",
            "height",
            "targets",
            "units",
            PreparedSensitivity.MEASURED,
            PreparedSensitivity.METHOD);

    private final SensitivityTable table;

    private SensitivityContent(SensitivityTable table) {
        this.table = table;
    }

    /// As [RunContent.Reader]; what parameters do is known when all samples are.
    public static RunContent read(RunFolder run, Manifest manifest) {
        if (manifest.status() != Manifest.Status.DONE && !Files.exists(run.table(SensitivityTable.FILE))) {
            throw new InvalidInputException(Problem.of(
                    run.path().toString(),
                    "is not complete (" + manifest.status().text() + "), and its report is made when it is; go on with"
                            + " `immunarium resume " + run.path() + "`. Runs until now are in tables/"
                            + SensitivityRun.SAMPLES));
        }
        return new SensitivityContent(SensitivityTable.read(run));
    }

    @Override
    public FigureChoice figures() {
        List<String> measures = table.measures();
        List<Figure> figures = new ArrayList<>();
        List<String> still = new ArrayList<>();
        for (String measure : measures.stream().limit(MOST_MEASURES).toList()) {
            if (table.ranked(measure).values().stream().allMatch(each -> Double.isNaN(each.value()))) {
                still.add(measure);
            } else {
                figures.add(tornado(measure));
            }
        }
        return new FigureChoice(
                figures, still, measures.stream().skip(MOST_MEASURES).toList());
    }

    private Figure tornado(String measure) {
        List<String> parameters = List.copyOf(table.ranked(measure).keySet());
        List<TornadoFigure.Bars> bars = new ArrayList<>();
        for (String index : drawn()) {
            List<Estimate> estimates = parameters.stream()
                    .map(each -> table.of(each, measure, index))
                    .toList();
            bars.add(new TornadoFigure.Bars(
                    index,
                    estimates.stream().mapToDouble(Estimate::value).toArray(),
                    estimates.stream().mapToDouble(Estimate::low).toArray(),
                    estimates.stream().mapToDouble(Estimate::high).toArray()));
        }
        return new TornadoFigure(measure, parameters, bars);
    }

    /// Those that have intervals: a p-value has no bar.
    private List<String> drawn() {
        return table.indices().stream()
                .filter(index -> table.rows().stream()
                        .anyMatch(row -> row.index().equals(index)
                                && !Double.isNaN(row.estimate().low())))
                .limit(MOST_BARS)
                .toList();
    }

    @Override
    public List<String> unrun() {
        return List.of();
    }

    @Override
    public void numbers(Html page) {
        page.element("h2 id=\"numbers\"", "Numbers");
        page.element(
                "p",
                "tables/" + SensitivityTable.FILE + " has each number with its 95 % interval, tables/"
                        + SensitivityRun.SAMPLES + " a row for each run. To see one of them more closely, run it alone:"
                        + " `immunarium run` with the values of its row.");
        page.list(table.indices().stream().map(SensitivityContent::meaning).toList());
    }

    private static String meaning(String index) {
        return switch (index) {
            case "prcc" ->
                "prcc: from -1 (the measure always falls as the parameter rises) to 1 (always rises), the other"
                        + " parameters held fixed";
            case "p" -> "p: how probable such a correlation is if there is none";
            case "mu*" -> "mu*: mean size of the effect of the parameter's whole range, in the measure's unit";
            case "sigma" ->
                "sigma: how much that effect differs from place to place: other parameters bear on it, or"
                        + " it is not linear";
            case "mu" -> "mu: mean of the effect, with its sign";
            case "total" -> "total: share of the variance that the parameter explains with all its interactions";
            case "first" -> "first: share of the variance that the parameter explains by itself";
            default -> index;
        };
    }

    @Override
    public boolean isAsked(String what) {
        return ASKED.contains(what);
    }
}
