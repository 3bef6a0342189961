package org.immunarium.study.tissue.picture;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.study.TimeScale;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.Markup;

/// A tissue at several times, side by side.
public final class TissueFigure implements Figure {

    /// Cells that the whole figure draws one by one; where there are more, pictures hold images.
    private static final int MOST_DISCS = 8000;

    private final String title;
    private final List<Moment> moments;
    private final TimeScale scale;

    /// @param title   of what is seen
    /// @param moments in order of time, at least one
    public TissueFigure(String title, List<Moment> moments) {
        this.title = title;
        this.moments = List.copyOf(moments);
        scale = TimeScale.upTo(moments.getLast().time());
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean isWide() {
        return true;
    }

    @Override
    public List<Picture> pictures() {
        boolean deep = moments.getFirst().panels().size() > 1;
        StringBuilder html = new StringBuilder("<div class=\"moments" + (deep ? " deep" : "") + "\">\n");
        int panels = moments.stream().mapToInt(moment -> moment.panels().size()).sum();
        for (Moment moment : moments) {
            html.append("<div class=\"moment\"><h4>" + Markup.escape(scale.inWords(moment.time())) + "</h4>")
                    .append(TissuePicture.bare(moment).svg(MOST_DISCS / panels))
                    .append("</div>\n");
        }
        return List.of(new Picture("", html.append("</div>\n").toString()));
    }

    @Override
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        Moment first = moments.getFirst();
        for (int type = 0; type < first.types().size(); type++) {
            for (int fate = 0; fate < first.fates().size(); fate++) {
                if (fate == 0 || isSeen(type, fate)) {
                    Palette.Look look = Palette.look(Palette.style(type, fate, 0));
                    String words = first.types().get(type)
                            + (fate == 0 ? "" : ", " + first.fates().get(fate));
                    html.append("<li><svg class=\"sample disc\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">"
                            + "<circle cx=\"6\" cy=\"6\" r=\"5\" fill=\"" + Palette.hex(look.fill()) + "\" stroke=\""
                            + Palette.hex(look.edge()) + "\"/><circle cx=\"6\" cy=\"6\" r=\"2.4\" fill=\""
                            + Palette.hex(look.nucleus()) + "\"/></svg>" + Markup.escape(words) + "</li>");
                }
            }
        }
        return html.append("</ul>").toString();
    }

    private boolean isSeen(int type, int fate) {
        return moments.stream().anyMatch(moment -> moment.counts()[type][fate] > 0);
    }

    @Override
    public List<String> inWords() {
        return moments.stream()
                .map(moment -> "At " + scale.inWords(moment.time()) + " there are "
                        + String.join("; ", moment.inWords()) + ".")
                .toList();
    }

    @Override
    public Numbers numbers() {
        Moment first = moments.getFirst();
        List<String> header = new ArrayList<>(List.of("time [" + scale.unit() + "]"));
        List<int[]> columns = new ArrayList<>();
        for (int type = 0; type < first.types().size(); type++) {
            for (int fate = 0; fate < first.fates().size(); fate++) {
                if (fate == 0 || isSeen(type, fate)) {
                    header.add(first.types().get(type) + ", " + first.fates().get(fate));
                    columns.add(new int[] {type, fate});
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (Moment moment : moments) {
            List<String> row = new ArrayList<>(List.of(scale.number(moment.time())));
            columns.forEach(each -> row.add(Integer.toString(moment.counts()[each[0]][each[1]])));
            rows.add(row);
        }
        return new Numbers(header, rows, "");
    }
}
