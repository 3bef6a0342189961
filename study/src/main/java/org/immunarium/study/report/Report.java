package org.immunarium.study.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.Fingerprint;
import org.immunarium.results.Manifest;
import org.immunarium.results.Numbers;
import org.immunarium.results.RunFolder;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.Markup;

/// `report.html`: one page that needs nothing else, neither a network nor the run's folder.
public final class Report {

    /// The file's name within a run folder.
    public static final String FILE = "report.html";

    private static final int MOST_NAMES = 60;
    static final String CALM =
            "For research and teaching, not for the care of patients: a model is a way to think, not a prediction for"
                    + " any one person.";

    private final Manifest manifest;
    private final RunContent content;
    private final Html page = new Html();

    private Report(Manifest manifest, RunContent content) {
        this.manifest = manifest;
        this.content = content;
    }

    /// Makes the report of a run from its folder, in place of one that is there.
    ///
    /// @param manifest the run's, which may not be written yet
    /// @param content  of its kind
    /// @return the file
    /// @throws org.immunarium.units.InvalidInputException if the run's tables are missing or damaged
    public static Path write(RunFolder folder, Manifest manifest, RunContent.Reader content) {
        Path file = folder.file(FILE);
        AtomicFile.write(file, new Report(manifest, content.read(folder, manifest)).html());
        return file;
    }

    /// The styles that figures need.
    public static String styles() {
        return resource("report.css");
    }

    private String html() {
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"generator\" content=\"Immunarium\">\n");
        page.element("title", manifest.title() + " – Immunarium");
        page.raw("<style>\n" + resource("report.css") + "</style>\n</head>\n<body>\n<main>\n");
        page.element("h1", manifest.title());
        page.element("p class=\"banner\" role=\"note\"", CALM);
        endedEarly();
        asked();
        figures();
        content.numbers(page);
        methods();
        sources();
        page.raw("<footer>Immunarium " + Markup.escape(manifest.build().inWords()) + ", format " + Manifest.FORMAT
                + ". All numbers are in the run's folder, in <code>tables/</code>.</footer>\n");
        page.raw("</main>\n<script>\n" + resource("report.js") + "</script>\n</body>\n</html>\n");
        return page.toString();
    }

    private void asked() {
        page.element("h2 id=\"asked\"", "What was asked");
        page.raw("<p><code>immunarium " + Markup.escape(String.join(" ", manifest.command())) + "</code></p>\n");
        List<String> facts = new ArrayList<>();
        manifest.method().forEach((what, how) -> {
            if (content.isAsked(what)) {
                facts.add(what + ": " + how);
            }
        });
        manifest.parameters().stream()
                .filter(setting -> !setting.origin().startsWith("model"))
                .forEach(setting -> facts.add(setting.name() + " = " + Numbers.text(setting.value())
                        + (setting.unit().equals("1") ? "" : " " + setting.unit()) + " (" + setting.origin() + ")"));
        page.list(facts);
        if (!manifest.notices().isEmpty()) {
            page.element("h3", "To know");
            page.list(manifest.notices());
        }
    }

    /// Nobody should take a part of a run for the whole.
    private void endedEarly() {
        if (manifest.status() == Manifest.Status.DONE) {
            return;
        }
        StringBuilder words = new StringBuilder("This run is not complete (")
                .append(manifest.status().text())
                .append("): its curves end where it ended, before the time that was asked for.");
        if (!content.unrun().isEmpty()) {
            words.append(" Not run: ")
                    .append(String.join(", ", content.unrun()))
                    .append('.');
        }
        // The reason is the last thing noted; a run that was killed had no time to note one.
        if (manifest.status() != Manifest.Status.RUNNING && !manifest.notices().isEmpty()) {
            words.append(" The last it said: ").append(manifest.notices().getLast());
        }
        page.element("p class=\"banner ended\" role=\"note\"", words.toString());
    }

    private void figures() {
        FigureChoice choice = content.figures();
        page.element("h2 id=\"figures\"", "What happened");
        if (choice.figures().isEmpty()) {
            page.element("p", "Nothing changed over time, so there is nothing to draw.");
        }
        page.raw("<div class=\"figures\">\n");
        boolean first = true;
        for (Figure figure : choice.figures()) {
            FigureBlock.add(
                    page, figure, figure.isWide() || first && choice.figures().size() != 2);
            first = false;
        }
        page.raw("</div>\n");
        names("Never changed, so not drawn", choice.still());
        names("Not drawn for want of room; in the run's tables", choice.omitted());
    }

    private void names(String what, List<String> names) {
        if (!names.isEmpty()) {
            List<String> some = names.subList(0, Math.min(names.size(), MOST_NAMES));
            String rest = names.size() > some.size() ? " and " + (names.size() - some.size()) + " more" : "";
            page.element("p class=\"soft\"", what + ": " + String.join(", ", some) + rest + ".");
        }
    }

    private static final String SOURCE = "source";

    private void methods() {
        page.element("h2 id=\"methods\"", "Methods");
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, String> each : manifest.method().entrySet()) {
            if (!content.isAsked(each.getKey()) && !each.getKey().equals(SOURCE)) {
                rows.add(List.of(each.getKey(), each.getValue()));
            }
        }
        rows.add(List.of("seed", Long.toString(manifest.seed())));
        rows.add(List.of("threads", manifest.threads() + " (the results are the same, bit for bit, on any number)"));
        rows.add(List.of(
                "versions",
                "Immunarium " + manifest.build().inWords() + ", Java "
                        + manifest.machine().java()));
        rows.add(List.of(
                "machine",
                manifest.machine().system() + ", " + manifest.machine().architecture() + ", "
                        + manifest.machine().cores() + " cores"));
        double seconds =
                manifest.timings().values().stream().mapToDouble(each -> each).sum();
        rows.add(List.of("time taken", String.format(Locale.ROOT, "%.2f s", seconds)));
        page.table("methods", List.of("what", "how"), rows);
        if (!manifest.parameters().isEmpty()) {
            page.raw("<details><summary>All " + manifest.parameters().size() + " parameter values</summary>\n");
            boolean sourced =
                    manifest.parameters().stream().anyMatch(p -> !p.source().isEmpty());
            List<String> columns = List.of("name", "value", "unit", "from", "source");
            int shown = sourced ? columns.size() : columns.size() - 1;
            page.table(
                    "parameters",
                    columns.subList(0, shown),
                    manifest.parameters().stream()
                            .map(p -> List.of(p.name(), Numbers.text(p.value()), p.unit(), p.origin(), p.source())
                                    .subList(0, shown))
                            .toList());
            page.raw("</details>\n");
        }
    }

    private void sources() {
        page.element("h2 id=\"sources\"", "Sources");
        String source = manifest.method().get(SOURCE);
        if (source != null) {
            page.element("p", source);
        }
        List<List<String>> rows = new ArrayList<>();
        for (Fingerprint file : manifest.inputs()) {
            rows.add(List.of(file.file(), file.bytes() + " bytes", file.sha256()));
        }
        if (!rows.isEmpty()) {
            page.table("files read", List.of("file", "size", "SHA-256"), rows);
        }
    }

    static String resource(String name) {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
