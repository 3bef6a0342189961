package org.immunarium.study.report.figure;

/// How curves differ: colour (Okabe and Ito 2008, told apart with any colour vision), dash and marker.
final class Style {

    /// How many there are.
    static final int COUNT = 8;

    private static final double SIZE = 3.6;
    private static final double DOT = 2.4;

    private Style() {}

    /// The outline of a curve's marker around a point.
    static String marker(int index, double x, double y) {
        double s = SIZE;
        return switch (index % COUNT) {
            case 0 -> polygon(x, y, -s, -s, s, -s, s, s, -s, s);
            case 1 -> polygon(x, y, 0, -s * 1.3, s * 1.2, s, -s * 1.2, s);
            case 2 -> polygon(x, y, 0, -s * 1.4, s * 1.4, 0, 0, s * 1.4, -s * 1.4, 0);
            case 3 -> polygon(x, y, -s * 1.2, -s, s * 1.2, -s, 0, s * 1.3);
            case 4 -> circle(x, y, s);
            case 5 -> cross(x, y, s);
            case 6 -> polygon(x, y, -s * 1.4, -s * 0.6, s * 1.4, -s * 0.6, s * 1.4, s * 0.6, -s * 1.4, s * 0.6);
            default -> polygon(x, y, -s * 0.6, -s * 1.4, s * 0.6, -s * 1.4, s * 0.6, s * 1.4, -s * 0.6, s * 1.4);
        };
    }

    /// The outline of a small dot around a point.
    static String dot(double x, double y) {
        return circle(x, y, DOT);
    }

    /// A short piece of a curve for a legend.
    static String sample(int index) {
        return "<svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M1 6h34\" class=\"curve c"
                + index + "\"/><path d=\"" + marker(index, 18, 6) + "\" class=\"marker c" + index + "\"/></svg>";
    }

    /// A piece of a band for a legend.
    static String bandSample() {
        return "<svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M1 1h34v10h-34z\""
                + " class=\"band d6\"/><path d=\"M1 6h34\" class=\"curve c6\"/></svg>";
    }

    /// A dose's mark for a legend.
    static String doseSample(int index) {
        return "<svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M14 2h8l-4 8z\" class=\"dose d"
                + index + "\"/></svg>";
    }

    private static String polygon(double x, double y, double... corners) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(Svg.number(x + corners[i]))
                    .append(' ')
                    .append(Svg.number(y + corners[i + 1]));
        }
        return path.append('z').toString();
    }

    private static String circle(double x, double y, double r) {
        return "M" + Svg.number(x - r) + " " + Svg.number(y) + "a" + r + " " + r + " 0 1 0 " + 2 * r + " 0a" + r + " "
                + r + " 0 1 0 " + -2 * r + " 0z";
    }

    private static String cross(double x, double y, double s) {
        return "M" + Svg.number(x - s) + " " + Svg.number(y - s) + "l" + 2 * s + " " + 2 * s + "M" + Svg.number(x + s)
                + " " + Svg.number(y - s) + "l" + -2 * s + " " + 2 * s;
    }
}
