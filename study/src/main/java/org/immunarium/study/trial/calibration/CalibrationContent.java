package org.immunarium.study.trial.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.FitFigure;
import org.immunarium.units.Days;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// What a report shows of a calibration: each curve that was to be met, and what came of it.
public final class CalibrationContent implements RunContent {

    private static final int DIGITS = 4;
    private static final Set<String> SHARES = Set.of("response", "share");
    private static final Set<String> ASKED = Set.of("model", "duration", "tumour", "varied", "groups", "to be met");

    private final RunFolder folder;

    private CalibrationContent(RunFolder folder) {
        this.folder = folder;
    }

    /// As [RunContent.Reader].
    public static RunContent read(RunFolder folder, Manifest manifest) {
        if (manifest.status() != Manifest.Status.DONE) {
            throw new InvalidInputException(Problem.of(
                    folder.path().toString(),
                    "this calibration is not complete (" + manifest.status().text() + "); immunarium resume "
                            + folder.path() + " goes on with it"));
        }
        return new CalibrationContent(folder);
    }

    @Override
    public FigureChoice figures() {
        Table table = Table.read(folder.table(CalibrationTables.POINTS));
        Map<String, List<List<String>>> curves = new LinkedHashMap<>();
        for (List<String> row : table.rows()) {
            if (!SHARES.contains(row.get(1))) {
                curves.computeIfAbsent(row.get(0) + ", " + row.get(1), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Figure> figures = new ArrayList<>();
        curves.forEach((title, rows) -> figures.add(new FitFigure(
                title,
                "time [months]",
                "share",
                "the trial's interval of 95 %",
                new FitFigure.Points(
                        column(rows, table.column("time [d]"), 1 / Days.MONTH),
                        column(rows, table.column("wanted"), 1),
                        column(rows, table.column("simulated"), 1),
                        column(rows, table.column("lower"), 1),
                        column(rows, table.column("upper"), 1)))));
        return new FigureChoice(figures, List.of(), List.of());
    }

    private static double[] column(List<List<String>> rows, int place, double times) {
        return rows.stream()
                .mapToDouble(row -> times * Double.parseDouble(row.get(place)))
                .toArray();
    }

    @Override
    public List<String> unrun() {
        return List.of();
    }

    @Override
    public void numbers(Html page) {
        table(page, "How well targets are met", CalibrationTables.AGREEMENT);
        table(page, "Hazards", CalibrationTables.HAZARDS);
    }

    private void table(Html page, String title, String file) {
        Table table = Table.read(folder.table(file));
        page.element("h2", title);
        page.table(
                title,
                table.header(),
                table.rows().stream()
                        .map(row ->
                                row.stream().map(CalibrationContent::rounded).toList())
                        .toList());
        page.element("p class=\"soft\"", "Rounded; tables/" + file + " has all digits.");
    }

    private static String rounded(String cell) {
        return cell.matches("-?[0-9]*\\.[0-9]+(e-?[0-9]+)?|-?[0-9]+e-?[0-9]+")
                ? Quantity.number(Double.parseDouble(cell), DIGITS)
                : cell;
    }

    @Override
    public boolean isAsked(String what) {
        return ASKED.contains(what) || what.startsWith("arm ");
    }
}
