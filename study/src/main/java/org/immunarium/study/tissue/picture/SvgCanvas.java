package org.immunarium.study.tissue.picture;

import java.util.Base64;
import java.util.Locale;
import org.immunarium.study.report.figure.Markup;

/// A canvas of SVG. Many cells are put into an image of pixels within it.
final class SvgCanvas implements Canvas {

    /// Pixels for each unit of an image within.
    private static final double FINE = 2;

    /// A nucleus that is smaller is left out, for the sake of the file's size.
    private static final double LEAST = 1;

    private static final String FONT = "system-ui, sans-serif";

    private final StringBuilder text = new StringBuilder();
    private final int mostDiscs;

    /// @param title     what a screen reader says of it
    /// @param words     what can be seen in it
    /// @param mostDiscs that are drawn one by one in a panel
    SvgCanvas(double width, double height, String title, String words, int mostDiscs) {
        this.mostDiscs = mostDiscs;
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(width) + " " + number(height))
                .append("\" width=\"" + number(width) + "\" height=\"" + number(height))
                .append("\" role=\"img\" aria-label=\"" + Markup.escape(title) + "\">\n")
                .append("<title>" + Markup.escape(title) + "</title>\n")
                .append("<desc>" + Markup.escape(words) + "</desc>\n");
    }

    String end() {
        return text.append("</svg>\n").toString();
    }

    /// A coordinate, to a tenth of a unit.
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, int fill, int edge) {
        text.append("<rect" + box(x, y, width, height) + " fill=\"" + Palette.hex(fill) + "\" stroke=\""
                + Palette.hex(edge) + "\"/>\n");
    }

    private static String box(double x, double y, double width, double height) {
        return " x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\"";
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, double width, int colour) {
        // Where a page is dark, its style makes ink light.
        String ink = colour == Palette.INK ? " class=\"ink\"" : "";
        text.append("<path" + ink + " d=\"M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2)
                + "\" stroke=\"" + Palette.hex(colour) + "\" stroke-width=\"" + number(width) + "\"/>\n");
    }

    @Override
    public void words(double x, double y, double size, Anchor anchor, int colour, String words) {
        String where = switch (anchor) {
            case START -> "";
            case MIDDLE -> " text-anchor=\"middle\"";
            case END -> " text-anchor=\"end\"";
        };
        text.append("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\"" + where + " fill=\"" + Palette.hex(colour)
                + "\" font-family=\"" + FONT + "\" font-size=\"" + number(size) + "\">" + Markup.escape(words)
                + "</text>\n");
    }

    @Override
    public void disc(double x, double y, double radius, double nucleus, Palette.Look look) {
        open(look, edge(radius));
        circle(x, y, radius - edge(radius) / 2);
        text.append("</g>\n");
        if (nucleus > 0) {
            text.append("<g fill=\"" + Palette.hex(look.nucleus()) + "\">");
            circle(x, y, nucleus);
            text.append("</g>\n");
        }
    }

    private static double edge(double radius) {
        return Math.min(0.8, radius / 5);
    }

    /// @param edge how wide it is
    private void open(Palette.Look look, double edge) {
        text.append("<g fill=\"" + Palette.hex(look.fill()) + "\" stroke=\"" + Palette.hex(look.edge())
                + "\" stroke-width=\"" + String.format(Locale.ROOT, "%.2f", edge) + "\">");
    }

    private void circle(double x, double y, double radius) {
        text.append("<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) + "\"/>");
    }

    @Override
    public void ramp(double x, double y, double width, double height) {
        int[] colours = new int[64];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = Palette.background((i + 0.5) / colours.length);
        }
        image(x, y, width, height, Png.of(colours, colours.length, 1));
    }

    private void image(double x, double y, double width, double height, byte[] png) {
        text.append("<image" + box(x, y, width, height)
                + " preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png) + "\"/>\n");
    }

    @Override
    public void panel(double x, double y, double scale, Panel panel) {
        double width = panel.width() * scale;
        double height = panel.height() * scale;
        if (panel.discs().count() > mostDiscs) {
            Raster raster = new Raster(width, height, FINE);
            raster.panel(0, 0, scale, panel);
            image(x, y, width, height, raster.png());
            return;
        }
        // An inner drawing cuts off what lies beyond its edges.
        text.append("<svg" + box(x, y, width, height) + ">\n");
        panel.map()
                .ifPresent(map -> image(
                        (map.left() - panel.left()) * scale,
                        (panel.top() - map.top()) * scale,
                        (map.right() - map.left()) * scale,
                        (map.top() - map.bottom()) * scale,
                        Png.of(map.pixels(), map.nx(), map.ny())));
        Canvas.lines(this, 0, 0, scale, panel, panel.behind());
        for (int from = 0; from < panel.discs().count(); ) {
            from = alike(panel, scale, from);
        }
        Canvas.lines(this, 0, 0, scale, panel, panel.front());
        text.append("</svg>\n");
    }

    /// Draws all cells of one look that come one after the other, and then their nuclei.
    ///
    /// @return where others begin
    private int alike(Panel panel, double scale, int from) {
        Discs discs = panel.discs();
        int to = from;
        while (to < discs.count() && discs.style[to] == discs.style[from]) {
            to++;
        }
        Palette.Look look = Palette.look(discs.style[from]);
        double edge = edge(discs.radius[from] * scale);
        open(look, edge);
        for (int i = from; i < to; i++) {
            circle(
                    (discs.x[i] - panel.left()) * scale,
                    (panel.top() - discs.y[i]) * scale,
                    Math.max(0.1, discs.radius[i] * scale - edge / 2));
        }
        text.append("</g>\n<g fill=\"" + Palette.hex(look.nucleus()) + "\">");
        for (int i = from; i < to; i++) {
            if (discs.nucleus[i] * scale >= LEAST) {
                circle(
                        (discs.x[i] - panel.left()) * scale,
                        (panel.top() - discs.y[i]) * scale,
                        discs.nucleus[i] * scale);
            }
        }
        text.append("</g>\n");
        return to;
    }
}
