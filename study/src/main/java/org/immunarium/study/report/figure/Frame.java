package org.immunarium.study.report.figure;

/// The plain parts of a figure: grid, axes, ticks, titles. Positions inside are fractions of the plot,
/// upwards.
final class Frame {

    static final double WIDTH = 440;
    static final double HEIGHT = 280;
    private static final double LEFT = 68;
    private static final double RIGHT = 14;
    private static final double TOP = 14;
    private static final double BOTTOM = 44;
    private static final double PLOT_WIDTH = WIDTH - LEFT - RIGHT;

    /// Of a row of marks above the plot.
    static final double ROW = 8;

    private final Svg svg;
    private final double top;

    /// @param rows of marks that have to find room above the plot
    Frame(String label, Axis across, Axis up, String acrossTitle, String upTitle, int rows) {
        top = TOP + ROW * Math.max(0, rows - 1);
        svg = new Svg(WIDTH, HEIGHT, label);
        for (Axis.Tick tick : up.ticks()) {
            boolean major = !tick.label().isEmpty();
            svg.line(LEFT, y(tick.position()), WIDTH - RIGHT, y(tick.position()), major ? "grid" : "grid minor");
            if (major) {
                svg.label(LEFT - 6, y(tick.position()) + 4, "end", "tick", tick.label());
            }
        }
        svg.line(LEFT, y(0), WIDTH - RIGHT, y(0), "axis");
        svg.line(LEFT, y(0), LEFT, y(1), "axis");
        for (Axis.Tick tick : across.ticks()) {
            if (!tick.label().isEmpty()) {
                svg.line(x(tick.position()), y(0), x(tick.position()), y(0) + 4, "axis");
                svg.label(x(tick.position()), y(0) + 16, "middle", "tick", tick.label());
            }
        }
        svg.label(x(0.5), HEIGHT - 8, "middle", "axis-title", acrossTitle);
        svg.sideways(12, y(0.5), upTitle);
    }

    Svg svg() {
        return svg;
    }

    static double x(double fraction) {
        return LEFT + fraction * PLOT_WIDTH;
    }

    double y(double fraction) {
        return top + (1 - fraction) * (HEIGHT - top - BOTTOM);
    }
}
