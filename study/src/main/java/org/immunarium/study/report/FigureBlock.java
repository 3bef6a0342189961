package org.immunarium.study.report;

import java.util.List;
import org.immunarium.study.report.figure.Figure;

/// A figure on a page, with what it shows in words and in numbers.
final class FigureBlock {

    private FigureBlock() {}

    /// @param wide whether it takes the whole width
    static void add(Html page, Figure figure, boolean wide) {
        List<Figure.Picture> pictures = figure.pictures();
        page.raw(wide ? "<figure class=\"wide\">\n" : "<figure>\n").raw("<div class=\"head\">");
        page.element("h3", figure.title());
        if (pictures.size() > 1) {
            page.raw("<button type=\"button\" hidden>" + pictures.get(1).scale() + " axis</button>");
        }
        page.raw("</div>\n");
        for (int i = 0; i < pictures.size(); i++) {
            page.raw("<div class=\"picture\" data-scale=\"" + pictures.get(i).scale() + "\"" + (i > 0 ? " hidden" : "")
                    + ">");
            page.raw(pictures.get(i).svg()).raw("</div>\n");
        }
        page.raw(figure.legend());
        page.raw("<figcaption>\n<details><summary>In words</summary>\n").list(figure.inWords());
        page.raw("</details>\n<details><summary>In numbers</summary>\n");
        Figure.Numbers numbers = figure.numbers();
        page.table("numbers of " + figure.title(), numbers.header(), numbers.rows());
        if (!numbers.note().isEmpty()) {
            page.element("p class=\"soft\"", numbers.note());
        }
        page.raw("</details>\n</figcaption>\n</figure>\n");
    }
}
