package org.immunarium.study.tissue.picture;

import java.util.List;

/// What a picture is drawn on. Lengths in units of about a pixel, downwards from the upper left
/// corner; colours as 0xRRGGBB.
interface Canvas {

    /// Where words begin.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void rectangle(double x, double y, double width, double height, int fill, int edge);

    void line(double x1, double y1, double x2, double y2, double width, int colour);

    /// @param y    of the baseline
    /// @param size of the font
    void words(double x, double y, double size, Anchor anchor, int colour, String words);

    /// A cell.
    ///
    /// @param nucleus its radius; 0 for none
    void disc(double x, double y, double radius, double nucleus, Palette.Look look);

    /// A scale of colours as in a heat map, from left to right.
    void ramp(double x, double y, double width, double height);

    /// A panel, with all that is in it, cut off at its edges.
    ///
    /// @param scale units for each µm
    void panel(double x, double y, double scale, Panel panel);

    /// Lines of a panel.
    static void lines(Canvas canvas, double x, double y, double scale, Panel panel, List<double[]> lines) {
        for (double[] line : lines) {
            canvas.line(
                    x + (line[0] - panel.left()) * scale,
                    y + (panel.top() - line[1]) * scale,
                    x + (line[2] - panel.left()) * scale,
                    y + (panel.top() - line[3]) * scale,
                    0.7,
                    Palette.SOFT);
        }
    }
}
