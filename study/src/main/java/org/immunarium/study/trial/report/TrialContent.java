package org.immunarium.study.trial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.SurvivalFigure;
import org.immunarium.study.report.figure.WaterfallFigure;
import org.immunarium.study.trial.TrialTables;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// What a report shows of a trial.
public final class TrialContent implements RunContent {

    private static final double MONTH = 30.4375;
    private static final int DIGITS = 4;
    private static final List<String> ASKED = List.of(
            "model",
            "duration",
            "control",
            "visits",
            "error of a diameter",
            "response",
            "accrual",
            "patients",
            "varied");

    private static final Map<String, String> TITLES = titles();

    private final RunFolder folder;

    private TrialContent(RunFolder folder) {
        this.folder = folder;
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("OS", "Overall survival");
        titles.put("PFS", "Progression-free survival");
        titles.put("DoR", "Duration of response");
        return titles;
    }

    /// As [RunContent.Reader].
    public static RunContent read(RunFolder folder, Manifest manifest) {
        if (manifest.status() != Manifest.Status.DONE) {
            throw new InvalidInputException(Problem.of(
                    folder.path().toString(),
                    "this trial is not complete (" + manifest.status().text() + "); immunarium resume " + folder.path()
                            + " goes on with it"));
        }
        return new TrialContent(folder);
    }

    @Override
    public FigureChoice figures() {
        List<Figure> figures = new ArrayList<>();
        Table response = Table.read(folder.table(TrialTables.RESPONSE));
        List<String> arms = response.rows().stream().map(List::getFirst).toList();
        Table survival = Table.read(folder.table(TrialTables.SURVIVAL));
        TITLES.forEach((endpoint, title) -> {
            List<SurvivalFigure.Curve> curves = curves(survival, endpoint, arms);
            if (!curves.isEmpty()) {
                figures.add(new SurvivalFigure(
                        title, endpoint.equals("OS") ? "alive" : "without progression", "time [months]", curves));
            }
        });
        Table patients = Table.read(folder.table(TrialTables.PATIENTS));
        int arm = patients.column("arm");
        int change = patients.column("best change [%]");
        int best = patients.column("best response");
        int failed = patients.column("failed");
        figures.add(new WaterfallFigure(
                "Best change of each patient",
                arms,
                patients.rows().stream()
                        .filter(row -> row.get(failed).equals(TrialTables.DID_NOT_FAIL))
                        .map(row -> new WaterfallFigure.Bar(
                                row.getFirst(),
                                arms.indexOf(row.get(arm)),
                                Double.parseDouble(row.get(change)),
                                row.get(best)))
                        .toList()));
        return new FigureChoice(figures, List.of(), List.of());
    }

    private static List<SurvivalFigure.Curve> curves(Table table, String endpoint, List<String> order) {
        Map<String, List<List<String>>> arms = new LinkedHashMap<>();
        for (List<String> row : table.rows()) {
            if (row.getFirst().equals(endpoint)) {
                arms.computeIfAbsent(row.get(1), _ -> new ArrayList<>()).add(row);
            }
        }
        List<SurvivalFigure.Curve> curves = new ArrayList<>();
        arms.forEach((arm, rows) -> curves.add(new SurvivalFigure.Curve(
                arm,
                order.indexOf(arm),
                Arrays.stream(column(table, rows, "time [d]"))
                        .map(d -> d / MONTH)
                        .toArray(),
                column(table, rows, "at risk"),
                column(table, rows, "events"),
                column(table, rows, "censored"),
                column(table, rows, "survival"),
                column(table, rows, "lower"),
                column(table, rows, "upper"))));
        return curves;
    }

    private static double[] column(Table table, List<List<String>> rows, String name) {
        int place = table.column(name);
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(place)))
                .toArray();
    }

    @Override
    public List<String> unrun() {
        return List.of();
    }

    @Override
    public void numbers(Html page) {
        table(page, "Endpoints", TrialTables.ENDPOINTS);
        table(page, "Best responses", TrialTables.RESPONSE);
        table(page, "Side effects", TrialTables.TOXICITY);
    }

    private void table(Html page, String title, String file) {
        Table table = Table.read(folder.table(file));
        if (table.rows().isEmpty()) {
            return;
        }
        page.element("h2", title);
        page.table(
                title,
                table.header(),
                table.rows().stream()
                        .map(row -> row.stream().map(TrialContent::rounded).toList())
                        .toList());
        page.element("p class=\"soft\"", "Rounded; tables/" + file + " has all digits.");
    }

    private static String rounded(String cell) {
        if (cell.equals("NaN")) {
            return "–";
        }
        return cell.matches("-?[0-9]*\\.[0-9]+(e-?[0-9]+)?|-?[0-9]+e-?[0-9]+")
                ? Quantity.number(Double.parseDouble(cell), DIGITS)
                : cell;
    }

    @Override
    public boolean isAsked(String what) {
        return ASKED.contains(what) || what.startsWith("arm ");
    }
}
