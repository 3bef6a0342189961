package org.immunarium.study.report.figure;

import java.util.Locale;

/// SVG, written piece by piece.
final class Svg {

    private final StringBuilder text = new StringBuilder();

    /// Begins a drawing of a size in its own units, which scales to the width it is given.
    ///
    /// @param label what a screen reader says of it
    Svg(double width, double height, String label) {
        text.append("<svg viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" role=\"img\" aria-label=\"")
                .append(Markup.escape(label))
                .append("\" >\n");
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        text.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        text.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
        text.append("\" class=\"").append(style).append("\"/>\n");
        return this;
    }

    Svg rectangle(double x, double y, double width, double height, String style) {
        text.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        text.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        text.append("\" class=\"").append(style).append("\"/>\n");
        return this;
    }

    /// A rectangle whose fill is seen through.
    ///
    /// @param opacity of its fill, from 0 to 1
    Svg shade(double x, double y, double width, double height, double opacity, String style) {
        text.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        text.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        text.append("\" fill-opacity=\"")
                .append(String.format(Locale.ROOT, "%.3f", opacity))
                .append("\" class=\"")
                .append(style)
                .append("\"/>\n");
        return this;
    }

    /// @param data the `d` of SVG
    Svg path(String data, String style) {
        text.append("<path d=\"")
                .append(data)
                .append("\" class=\"")
                .append(style)
                .append("\"/>\n");
        return this;
    }

    /// @param anchor `start`, `middle` or `end`
    Svg label(double x, double y, String anchor, String style, String words) {
        text.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        text.append("\" text-anchor=\"")
                .append(anchor)
                .append("\" class=\"")
                .append(style)
                .append("\">");
        text.append(Markup.escape(words)).append("</text>\n");
        return this;
    }

    /// Words along the left side, read upwards.
    Svg sideways(double x, double y, String words) {
        text.append("<text transform=\"translate(")
                .append(number(x))
                .append(' ')
                .append(number(y));
        text.append(") rotate(-90)\" text-anchor=\"middle\" class=\"axis-title\">");
        text.append(Markup.escape(words)).append("</text>\n");
        return this;
    }

    String end() {
        return text.append("</svg>").toString();
    }

    /// A coordinate, to a twentieth of a pixel.
    static String number(double value) {
        double rounded = Math.rint(value * 20) / 20;
        if (rounded == Math.rint(rounded)) {
            return Long.toString((long) rounded);
        }
        return String.format(Locale.ROOT, "%.2f", rounded).replaceAll("0+$", "");
    }
}
