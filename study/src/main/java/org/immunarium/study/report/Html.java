package org.immunarium.study.report;

import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.study.report.figure.Markup;

/// HTML, written piece by piece; all text is escaped.
public final class Html {

    private final StringBuilder text = new StringBuilder();

    /// Adds markup as it stands.
    public Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /// Adds an element that holds text.
    public Html element(String tag, String words) {
        text.append('<').append(tag).append('>').append(Markup.escape(words));
        text.append("</").append(tag.split(" ", 2)[0]).append(">\n");
        return this;
    }

    /// Adds a list of texts.
    public Html list(List<String> items) {
        text.append("<ul>\n");
        items.forEach(item -> element("li", item));
        text.append("</ul>\n");
        return this;
    }

    /// Adds a table in a frame that scrolls, which the keyboard can reach.
    ///
    /// @param label what a screen reader calls it
    public Html table(String label, List<String> header, List<List<String>> rows) {
        text.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Markup.escape(label));
        text.append("\"><table><thead><tr>");
        List<String> alignment = IntStream.range(0, header.size())
                .mapToObj(column -> holdsNumbers(rows, column) ? " class=\"n\"" : "")
                .toList();
        for (int i = 0; i < header.size(); i++) {
            text.append("<th scope=\"col\"").append(alignment.get(i)).append('>');
            text.append(Markup.escape(header.get(i))).append("</th>");
        }
        text.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            text.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                text.append("<td").append(alignment.get(i)).append('>');
                text.append(Markup.escape(row.get(i))).append("</td>");
            }
            text.append("</tr>\n");
        }
        text.append("</tbody></table></div>\n");
        return this;
    }

    private static boolean holdsNumbers(List<List<String>> rows, int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .allMatch(cell -> cell.matches("[-+]?[0-9.]+(e[-+]?[0-9]+)?|NaN|"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
