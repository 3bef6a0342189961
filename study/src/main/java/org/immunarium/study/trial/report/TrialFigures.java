package org.immunarium.study.trial.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.ForestFigure;
import org.immunarium.study.report.figure.IncidenceFigure;
import org.immunarium.study.report.figure.SpiderFigure;
import org.immunarium.study.report.figure.SurvivalFigure;
import org.immunarium.study.report.figure.SwimmerFigure;
import org.immunarium.study.report.figure.ToxicityFigure;
import org.immunarium.study.report.figure.WaterfallFigure;
import org.immunarium.study.trial.End;
import org.immunarium.study.trial.TrialTables;
import org.immunarium.trial.endpoint.Endpoint;
import org.immunarium.units.Days;

/// Figures of a trial, from its tables.
final class TrialFigures {

    private static final String MONTHS = "months";
    private static final double PERCENT = 100;

    /// What one figure shows of patients one by one.
    private static final int MOST_PATIENTS = 60;

    private static final String ANY = "any";
    private static final String SEVERE = "3+";

    private final RunFolder folder;
    private final List<String> arms;
    private final String control;
    private final Table patients;
    /// Of those whose numbers did not fail.
    private final List<List<String>> followed;

    /// @param control the arm with which others are compared
    TrialFigures(RunFolder folder, String control) {
        this.folder = folder;
        this.control = control;
        arms = read(TrialTables.RESPONSE).rows().stream().map(List::getFirst).toList();
        patients = read(TrialTables.PATIENTS);
        int failed = patients.column("failed");
        followed = patients.rows().stream()
                .filter(row -> row.get(failed).equals(TrialTables.DID_NOT_FAIL))
                .toList();
    }

    /// The title of an endpoint that a table names.
    private static String title(String abbreviation) {
        return Arrays.stream(Endpoint.values())
                .filter(each -> each.abbreviation().equals(abbreviation))
                .map(Endpoint::title)
                .findFirst()
                .orElse(abbreviation);
    }

    private Table read(String file) {
        return Table.read(folder.table(file));
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        survival(figures);
        subgroups(figures);
        waterfall(figures);
        if (!followed.isEmpty()) {
            swimmer(figures);
            spiders(figures);
        }
        toxicity(figures);
        incidence(figures);
        return figures;
    }

    private void survival(List<Figure> figures) {
        Table survival = read(TrialTables.SURVIVAL);
        for (Endpoint endpoint : Endpoint.values()) {
            List<SurvivalFigure.Curve> curves = curves(survival, endpoint.abbreviation());
            if (!curves.isEmpty()) {
                figures.add(new SurvivalFigure(endpoint.title(), still(endpoint), "time [months]", curves));
            }
        }
    }

    private static String still(Endpoint endpoint) {
        return switch (endpoint) {
            case OVERALL_SURVIVAL -> "alive";
            case DISEASE_FREE_SURVIVAL -> "without recurrence";
            case PROGRESSION_FREE_SURVIVAL, DURATION_OF_RESPONSE -> "without progression";
            case TIME_TO_RESPONSE -> "without response";
        };
    }

    private List<SurvivalFigure.Curve> curves(Table table, String endpoint) {
        Map<String, List<List<String>>> byArm = new LinkedHashMap<>();
        for (List<String> row : table.rows()) {
            if (row.getFirst().equals(endpoint)) {
                byArm.computeIfAbsent(row.get(1), _ -> new ArrayList<>()).add(row);
            }
        }
        List<SurvivalFigure.Curve> curves = new ArrayList<>();
        byArm.forEach((arm, rows) -> curves.add(new SurvivalFigure.Curve(
                arm,
                arms.indexOf(arm),
                months(column(table, rows, "time [d]")),
                column(table, rows, "at risk"),
                column(table, rows, "events"),
                column(table, rows, "censored"),
                column(table, rows, "survival"),
                column(table, rows, "lower"),
                column(table, rows, "upper"))));
        return curves;
    }

    private void subgroups(List<Figure> figures) {
        Table table = read(TrialTables.SUBGROUPS);
        Map<String, Map<String, List<List<String>>>> byFigure = table.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> title(row.getFirst()) + " in subgroups: " + row.get(1),
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                row -> row.get(table.column("subgroup")), LinkedHashMap::new, Collectors.toList())));
        byFigure.forEach((title, groups) -> {
            // All patients alone are no subgroup.
            if (groups.size() > 1) {
                List<ForestFigure.Group> all = new ArrayList<>();
                groups.forEach((name, rows) -> all.add(group(table, name, rows)));
                String arm = groups.values().iterator().next().getFirst().get(1);
                figures.add(new ForestFigure(title, arm, control, all));
            }
        });
    }

    private static ForestFigure.Group group(Table table, String name, List<List<String>> rows) {
        return new ForestFigure.Group(
                name,
                number(table, rows.getFirst(), "interaction p").orElse(Double.NaN),
                rows.stream()
                        .map(row -> new ForestFigure.Row(
                                row.get(table.column("level")),
                                count(table, row, "patients"),
                                count(table, row, "events"),
                                count(table, row, "control patients"),
                                count(table, row, "control events"),
                                number(table, row, "hazard ratio").orElse(Double.NaN),
                                number(table, row, "lower").orElse(Double.NaN),
                                number(table, row, "upper").orElse(Double.NaN)))
                        .toList());
    }

    /// Of patients with a tumour that can change.
    private void waterfall(List<Figure> figures) {
        int change = patients.column("best change [%]");
        if (Arrays.stream(patients.numbers(change)).allMatch(Double::isNaN)) {
            return;
        }
        figures.add(new WaterfallFigure(
                "Best change of each patient",
                arms,
                followed.stream()
                        .map(row -> new WaterfallFigure.Bar(
                                row.getFirst(),
                                arm(row),
                                number(patients, row, "best change [%]").orElse(Double.NaN),
                                row.get(patients.column("best response"))))
                        .toList()));
    }

    private int arm(List<String> row) {
        return arms.indexOf(row.get(patients.column("arm")));
    }

    /// Those of an arm, in the order of how long they were followed, the longest first.
    private List<List<String>> ofArm(int arm) {
        return followed.stream()
                .filter(row -> arm(row) == arm)
                .sorted(Comparator.<List<String>>comparingDouble(
                                row -> number(patients, row, "OS [d]").orElse(0.0))
                        .reversed())
                .toList();
    }

    /// At most so many, evenly.
    private static <T> List<T> some(List<T> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(i -> all.get((int) ((long) i * all.size() / most)))
                        .toList();
    }

    private void swimmer(List<Figure> figures) {
        List<SwimmerFigure.Lane> lanes = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            for (List<String> row : some(ofArm(arm), Math.max(1, MOST_PATIENTS / arms.size()))) {
                lanes.add(new SwimmerFigure.Lane(
                        row.getFirst(),
                        arm,
                        month(row, "last dose [d]"),
                        month(row, "response [d]"),
                        month(row, "progression [d]"),
                        month(row, "next line [d]"),
                        month(row, "OS [d]").orElse(0.0),
                        row.get(patients.column("ended by")).equals(End.DEATH.words())));
            }
        }
        figures.add(new SwimmerFigure(
                lanes.size() < followed.size()
                        ? "Course of " + lanes.size() + " of " + followed.size() + " patients"
                        : "Course of each patient",
                MONTHS,
                arms,
                lanes));
    }

    private Optional<Double> month(List<String> row, String column) {
        return number(patients, row, column).map(days -> days / Days.MONTH);
    }

    private void spiders(List<Figure> figures) {
        Table sizes = read(TrialTables.SIZES);
        Map<String, List<List<String>>> visits = sizes.rows().stream().collect(Collectors.groupingBy(List::getFirst));
        List<List<SpiderFigure.Line>> byArm = IntStream.range(0, arms.size())
                .mapToObj(arm -> some(ofArm(arm), MOST_PATIENTS).stream()
                        .map(row -> line(sizes, row.getFirst(), visits.getOrDefault(row.getFirst(), List.of())))
                        .filter(line -> line.times().length > 1 && Double.isFinite(line.changes()[0]))
                        .toList())
                .toList();
        double end = byArm.stream()
                .flatMap(List::stream)
                .mapToDouble(line -> line.times()[line.times().length - 1])
                .max()
                .orElse(1);
        for (int arm = 0; arm < arms.size(); arm++) {
            if (!byArm.get(arm).isEmpty()) {
                figures.add(
                        SpiderFigure.ofGroup("Sum of diameters: " + arms.get(arm), MONTHS, arm, end, byArm.get(arm)));
            }
        }
    }

    /// Until progression.
    private static SpiderFigure.Line line(Table sizes, String patient, List<List<String>> visits) {
        List<String> responses =
                visits.stream().map(row -> row.get(sizes.column("response"))).toList();
        int progressed = responses.indexOf("PD");
        List<List<String>> drawn = progressed < 0 ? visits : visits.subList(0, progressed + 1);
        double[] sums = column(sizes, drawn, "sum of diameters [mm]");
        return new SpiderFigure.Line(
                patient,
                months(column(sizes, drawn, "time [d]")),
                Arrays.stream(sums).map(sum -> PERCENT * (sum / sums[0] - 1)).toArray(),
                responses.subList(0, drawn.size()));
    }

    private void toxicity(List<Figure> figures) {
        Table table = read(TrialTables.TOXICITY);
        Map<String, ToxicityFigure.Row> rows = new LinkedHashMap<>();
        for (List<String> row : table.rows()) {
            String event = row.get(table.column("event"));
            ToxicityFigure.Row of = rows.computeIfAbsent(
                    event,
                    _ -> new ToxicityFigure.Row(
                            event.equals(ANY) ? "any side effect" : event,
                            new double[arms.size()],
                            new double[arms.size()]));
            double[] shares = row.get(table.column("grade")).equals(SEVERE) ? of.severe() : of.any();
            shares[arms.indexOf(row.getFirst())] =
                    number(table, row, "share [%]").orElse(Double.NaN);
        }
        if (rows.values().stream().anyMatch(row -> Arrays.stream(row.any()).anyMatch(share -> share > 0))) {
            figures.add(new ToxicityFigure("Side effects by arm and grade", arms, List.copyOf(rows.values())));
        }
    }

    private void incidence(List<Figure> figures) {
        Table table = read(TrialTables.SIDE_EFFECTS);
        for (String grade : List.of(ANY, SEVERE)) {
            Map<String, List<List<String>>> byArm = table.rows().stream()
                    .filter(row -> row.get(table.column("event")).equals(ANY)
                            && row.get(table.column("grade")).equals(grade))
                    .collect(Collectors.groupingBy(List::getFirst, LinkedHashMap::new, Collectors.toList()));
            List<IncidenceFigure.Curve> curves = new ArrayList<>();
            byArm.forEach((arm, rows) -> curves.add(new IncidenceFigure.Curve(
                    arm,
                    arms.indexOf(arm),
                    months(column(table, rows, "time [d]")),
                    column(table, rows, "incidence"),
                    column(table, rows, "lower"),
                    column(table, rows, "upper"),
                    number(table, rows.getFirst(), "until [d]").orElse(0.0) / Days.MONTH)));
            if (!curves.isEmpty()) {
                String of =
                        grade.equals(ANY) ? "First side effect of any grade" : "First side effect of grade 3 or worse";
                figures.add(new IncidenceFigure(of, "patients who have had one", MONTHS, curves));
            }
        }
    }

    private static double[] months(double[] days) {
        return Arrays.stream(days).map(d -> d / Days.MONTH).toArray();
    }

    private static double[] column(Table table, List<List<String>> rows, String name) {
        int place = table.column(name);
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(place)))
                .toArray();
    }

    /// Empty where there is none.
    private static Optional<Double> number(Table table, List<String> row, String name) {
        String cell = row.get(table.column(name));
        return cell.isEmpty() ? Optional.empty() : Optional.of(Double.parseDouble(cell));
    }

    private static int count(Table table, List<String> row, String name) {
        return Integer.parseInt(row.get(table.column(name)));
    }
}
