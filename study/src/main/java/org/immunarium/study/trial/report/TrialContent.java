package org.immunarium.study.trial.report;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.trial.PreparedTrial;
import org.immunarium.study.trial.TrialTables;
import org.immunarium.study.trial.economics.CostFigures;
import org.immunarium.trial.endpoint.Setting;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// What a report shows of a trial.
public final class TrialContent implements RunContent {

    private static final int DIGITS = 4;
    private static final List<String> ASKED = List.of(
            "model",
            "duration",
            "control",
            "setting",
            "surgery",
            "eligibility",
            "strata",
            "visits",
            "error of a diameter",
            "response",
            "accrual",
            "looks",
            "economics",
            "patients",
            "varied");

    private final RunFolder folder;
    private final String control;
    private final Setting setting;

    private TrialContent(RunFolder folder, String control, Setting setting) {
        this.folder = folder;
        this.control = control;
        this.setting = setting;
    }

    /// As [RunContent.Reader].
    public static RunContent read(RunFolder folder, Manifest manifest) {
        if (manifest.status() != Manifest.Status.DONE) {
            throw new InvalidInputException(Problem.of(
                    folder.path().toString(),
                    "this trial is not complete (" + manifest.status().text() + "); immunarium resume " + folder.path()
                            + " goes on with it"));
        }
        return new TrialContent(folder, manifest.method().getOrDefault("control", ""), PreparedTrial.setting(manifest));
    }

    @Override
    public FigureChoice figures() {
        List<Figure> figures = new ArrayList<>(new TrialFigures(folder, control).all());
        List<String> arms = Table.read(folder.table(TrialTables.RESPONSE)).rows().stream()
                .map(List::getFirst)
                .toList();
        figures.addAll(CostFigures.of(folder, arms));
        return new FigureChoice(figures, List.of(), List.of());
    }

    @Override
    public List<String> unrun() {
        return List.of();
    }

    @Override
    public void numbers(Html page) {
        table(page, "Endpoints", TrialTables.ENDPOINTS);
        if (Files.exists(folder.table(TrialTables.LOOKS))) {
            table(page, "Looks while the trial went on", TrialTables.LOOKS);
        }
        table(page, "Subgroups", TrialTables.SUBGROUPS);
        if (setting.hasResponses()) {
            table(page, "Best responses", TrialTables.RESPONSE);
        }
        table(page, "Side effects", TrialTables.TOXICITY);
        CostFigures.numbers(folder, page);
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
