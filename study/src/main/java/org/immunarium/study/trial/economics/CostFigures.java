package org.immunarium.study.trial.economics;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.figure.AcceptabilityFigure;
import org.immunarium.study.report.figure.CostPlaneFigure;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.TornadoFigure;
import org.immunarium.units.Quantity;

/// What a report shows of the costs of a trial.
public final class CostFigures {

    private static final int DIGITS = 4;
    private static final String ARM = "arm";

    private final RunFolder folder;

    private CostFigures(RunFolder folder) {
        this.folder = folder;
    }

    /// The figures of a run; none where costs were not counted.
    ///
    /// @param arms in the order in which they have their colours
    public static List<Figure> of(RunFolder folder, List<String> arms) {
        return isCounted(folder) ? new CostFigures(folder).figures(arms) : List.of();
    }

    private static boolean isCounted(RunFolder folder) {
        return Files.exists(folder.table(CostTables.COST));
    }

    private List<Figure> figures(List<String> arms) {
        Table acceptability = Table.read(folder.table(CostTables.ACCEPTABILITY));
        String currency = unit(acceptability.header().getFirst()).replace("/QALY", "");
        Map<String, List<List<String>>> byArm = byArm(acceptability);
        double[] willingness = column(
                acceptability,
                byArm.values().iterator().next(),
                acceptability.header().getFirst());
        List<Figure> figures = new ArrayList<>();
        Table plane = Table.read(folder.table(CostTables.PLANE));
        List<CostPlaneFigure.Cloud> clouds = new ArrayList<>();
        byArm(plane)
                .forEach((arm, rows) -> clouds.add(new CostPlaneFigure.Cloud(
                        arm,
                        arms.indexOf(arm),
                        column(plane, rows, "more QALYs"),
                        column(plane, rows, "more cost [" + currency + "]"))));
        if (!clouds.isEmpty()) {
            figures.add(new CostPlaneFigure(
                    "What more costs and gives", currency, willingness[willingness.length / 2], clouds));
        }
        List<AcceptabilityFigure.Curve> curves = new ArrayList<>();
        byArm.forEach((arm, rows) -> curves.add(new AcceptabilityFigure.Curve(
                arm,
                arms.indexOf(arm),
                column(acceptability, rows, acceptability.header().getFirst()),
                column(acceptability, rows, "probability best"),
                flags(acceptability, rows, "best on average"))));
        figures.add(new AcceptabilityFigure("Which arm is the best, by what one is willing to pay", currency, curves));
        Table tornado = Table.read(folder.table(CostTables.TORNADO));
        byArm(tornado).forEach((arm, rows) -> figures.add(tornado(tornado, arm, rows, currency)));
        return figures;
    }

    private static Figure tornado(Table table, String arm, List<List<String>> rows, String currency) {
        String money = " [" + currency + "]";
        double[] base = column(table, rows, "net benefit" + money);
        int input = table.column("input");
        return new TornadoFigure(
                "What alone changes the net benefit of " + arm,
                rows.stream().map(row -> row.get(input)).toList(),
                List.of(
                        bars("at its low end" + money, column(table, rows, "net benefit at low" + money), base),
                        bars("at its high end" + money, column(table, rows, "net benefit at high" + money), base)));
    }

    private static TornadoFigure.Bars bars(String name, double[] at, double[] base) {
        double[] change = new double[at.length];
        Arrays.setAll(change, i -> at[i] - base[i]);
        double[] none = new double[at.length];
        Arrays.fill(none, Double.NaN);
        return new TornadoFigure.Bars(name, change, none, none);
    }

    private static String unit(String heading) {
        return heading.substring(heading.indexOf('[') + 1, heading.indexOf(']'));
    }

    private static Map<String, List<List<String>>> byArm(Table table) {
        int place = table.column(ARM);
        Map<String, List<List<String>>> arms = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> arms.computeIfAbsent(row.get(place), _ -> new ArrayList<>())
                        .add(row));
        return arms;
    }

    private static double[] column(Table table, List<List<String>> rows, String name) {
        int place = table.column(name);
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(place)))
                .toArray();
    }

    private static boolean[] flags(Table table, List<List<String>> rows, String name) {
        int place = table.column(name);
        boolean[] flags = new boolean[rows.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = rows.get(i).get(place).equals("yes");
        }
        return flags;
    }

    /// Writes the tables of costs and of the prices behind them; nothing where costs were not counted. What is of
    /// an arm
    /// stands below it: there are more columns than a page is wide.
    public static void numbers(RunFolder folder, Html page) {
        if (!isCounted(folder)) {
            return;
        }
        Table costs = Table.read(folder.table(CostTables.COST));
        page.element("h2", "Costs");
        List<String> header = new ArrayList<>(List.of(""));
        costs.rows().forEach(row -> header.add(row.getFirst()));
        List<List<String>> rows = new ArrayList<>();
        for (int column = 1; column < costs.header().size(); column++) {
            List<String> row = new ArrayList<>(List.of(costs.header().get(column)));
            for (List<String> arm : costs.rows()) {
                row.add(rounded(arm.get(column)));
            }
            rows.add(row);
        }
        page.table("Costs", header, rows);
        page.element("p class=\"soft\"", "Rounded; tables/" + CostTables.COST + " has all digits.");
        Table inputs = Table.read(folder.table(CostTables.INPUTS));
        page.element("h2", "Prices and quality of life");
        page.table(
                "Prices and quality of life",
                inputs.header(),
                inputs.rows().stream()
                        .map(row -> row.stream().map(CostFigures::rounded).toList())
                        .toList());
    }

    private static String rounded(String cell) {
        if (cell.equals("NaN")) {
            return "–";
        }
        return cell.matches("-?[0-9]*\\.[0-9]+(e-?[0-9]+)?|-?[0-9]+e-?[0-9]+")
                ? Quantity.number(Double.parseDouble(cell), DIGITS)
                : cell;
    }
}
