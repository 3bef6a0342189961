package org.immunarium.study.patient.report;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.results.Manifest;
import org.immunarium.results.Numbers;
import org.immunarium.results.RunFolder;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.report.figure.Markup;
import org.immunarium.units.Quantity;

/// What a report shows of patients.
public final class PatientContent implements RunContent {

    private static final int MOST_EVENTS = 400;
    private static final int DIGITS = 5;

    private static final List<String> ASKED = List.of(
            "model",
            "duration",
            "lesions",
            "clones",
            "side effects",
            "therapy",
            "weight",
            "height",
            "targets",
            "units",
            "patients",
            "varied",
            "replicates");
    private static final String VARIANT = "variant ";

    private final RunReading run;
    private final FigureChoice figures;

    private PatientContent(RunReading run) {
        this.run = run;
        this.figures = run.population()
                .map(PopulationFigures::of)
                .orElseGet(() -> CourseFigures.of(
                                run.courses(), run.manifest().method().getOrDefault("tumour", ""))
                        .after(OutcomeFigures.of(run.courses(), run.folders())));
    }

    /// As [RunContent.Reader].
    public static RunContent read(RunFolder folder, Manifest manifest) {
        return new PatientContent(RunReading.read(folder, manifest));
    }

    @Override
    public FigureChoice figures() {
        return figures;
    }

    @Override
    public List<String> unrun() {
        return run.unrun();
    }

    @Override
    public boolean isAsked(String what) {
        return ASKED.contains(what) || what.startsWith(VARIANT);
    }

    @Override
    public void numbers(Html page) {
        run.population().ifPresent(population -> summary(population, page));
        extremes(page);
        events(page);
    }

    private static void summary(RunReading.PopulationTables population, Html page) {
        page.element("h2 id=\"numbers\"", "Numbers");
        page.table(
                "summary",
                population.summary().header(),
                population.summary().rows().stream()
                        .map(row -> row.stream().map(PatientContent::rounded).toList())
                        .toList());
        page.element("p class=\"soft\"", "Rounded; tables/summary.csv has all digits.");
    }

    private void extremes(Html page) {
        for (Course course : run.courses()) {
            if (course.columns().isEmpty()) {
                continue;
            }
            if (course == run.courses().getFirst()) {
                page.element("h2 id=\"numbers\"", "Numbers");
            }
            List<List<String>> rows = new ArrayList<>();
            for (Course.Column column : course.columns()) {
                if (column.changes()) {
                    rows.add(Extremes.of(column.points()).row(column));
                }
            }
            String what = course.title().isEmpty() ? "first, lowest, highest and last values" : course.title();
            page.raw("<details" + (rows.size() <= 12 ? " open" : "") + "><summary>" + Markup.escape(what)
                    + "</summary>\n");
            page.table(what, Extremes.header(course.timeUnit()), rows);
            page.raw("</details>\n");
        }
    }

    /// A cell of a table: a number that is not whole to a few digits, all else as it is.
    private static String rounded(String cell) {
        if (cell.equals("NaN")) {
            return "–";
        }
        return cell.matches("-?[0-9]*\\.[0-9]+(e-?[0-9]+)?|-?[0-9]+e-?[0-9]+")
                ? Quantity.number(Double.parseDouble(cell), DIGITS)
                : cell;
    }

    private void events(Html page) {
        for (Course course : run.courses()) {
            if (course.events().isEmpty()) {
                continue;
            }
            String title = course.title().isEmpty() ? "Doses and events" : "Doses and events: " + course.title();
            page.element("h2", title);
            List<List<String>> rows = course.events().stream()
                    .limit(MOST_EVENTS)
                    .map(event -> List.of(Numbers.text(event.time()), event.event(), event.what()))
                    .toList();
            page.raw("<details" + (rows.size() <= 12 ? " open" : "") + "><summary>"
                    + course.events().size() + " in all</summary>\n");
            String unit = course.timeUnit().isEmpty() ? "" : " [" + course.timeUnit() + "]";
            page.table(title, List.of("time" + unit, "event", "what"), rows);
            if (course.events().size() > MOST_EVENTS) {
                page.element("p class=\"soft\"", "The first " + MOST_EVENTS + "; all are in tables/events.csv.");
            }
            page.raw("</details>\n");
        }
    }
}
