package org.immunarium.study.report;

import java.nio.file.Path;
import java.util.List;
import org.immunarium.results.AtomicFile;
import org.immunarium.study.report.figure.Figure;

/// One page that tells of several runs, one after the other: a few figures of each, and where the whole report is.
public final class Story {

    private Story() {}

    /// A run in it.
    ///
    /// @param title   its heading
    /// @param about   in a sentence or two
    /// @param found   what was found, in lines
    /// @param report  its own report, relative to the page
    /// @param figures that are shown
    public record Chapter(String title, String about, List<String> found, String report, List<Figure> figures) {

        public Chapter {
            found = List.copyOf(found);
            figures = List.copyOf(figures);
        }
    }

    /// Writes the page.
    ///
    /// @param file  it
    /// @param title what all of it is about
    public static void write(Path file, String title, List<Chapter> chapters) {
        Html page = new Html();
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"generator\" content=\"Immunarium\">\n");
        page.element("title", title + " – Immunarium");
        page.raw("<style>\n" + Report.resource("report.css") + "</style>\n</head>\n<body>\n<main>\n");
        page.element("h1", title);
        page.element("p class=\"banner\" role=\"note\"", Report.CALM);
        for (Chapter chapter : chapters) {
            page.element("h2", chapter.title());
            page.element("p", chapter.about());
            page.raw("<div class=\"figures\">\n");
            chapter.figures().forEach(figure -> FigureBlock.add(page, figure, true));
            page.raw("</div>\n");
            page.list(chapter.found());
            page.raw("<p><a href=\"" + chapter.report() + "\">The whole report</a></p>\n");
        }
        page.raw("</main>\n<script>\n" + Report.resource("report.js") + "</script>\n</body>\n</html>\n");
        AtomicFile.write(file, page.toString());
    }
}
