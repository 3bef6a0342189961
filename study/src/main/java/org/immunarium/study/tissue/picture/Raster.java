package org.immunarium.study.tissue.picture;

import java.util.Arrays;

/// A canvas of pixels, whose edges are smoothed.
final class Raster implements Canvas {

    /// The most pixels along a side: an image of 64 million, which readers still take.
    static final int MOST_PIXELS = 8000;

    /// Between none and all of a pixel: as many as an eye needs, few enough to pack well.
    private static final double SHADES = 12;

    private final int width;
    private final int height;
    private final double pixels;
    private final int[] image;
    private int clipLeft;
    private int clipTop;
    private int clipRight;
    private int clipBottom;

    /// @param pixels for each unit
    Raster(double unitsAcross, double unitsDown, double pixels) {
        this.pixels = pixels;
        width = Math.clamp((long) Math.ceil(unitsAcross * pixels), 1, MOST_PIXELS);
        height = Math.clamp((long) Math.ceil(unitsDown * pixels), 1, MOST_PIXELS);
        image = new int[width * height];
        Arrays.fill(image, Palette.PAPER);
        clip(0, 0, unitsAcross, unitsDown);
    }

    byte[] png() {
        return Png.of(image, width, height);
    }

    private void clip(double x, double y, double across, double down) {
        clipLeft = Math.clamp((long) Math.floor(x * pixels), 0, width);
        clipTop = Math.clamp((long) Math.floor(y * pixels), 0, height);
        clipRight = Math.clamp((long) Math.ceil((x + across) * pixels), 0, width);
        clipBottom = Math.clamp((long) Math.ceil((y + down) * pixels), 0, height);
    }

    @Override
    public void rectangle(double x, double y, double across, double down, int fill, int edge) {
        fill(x, y, across, down, fill);
        double w = 1;
        line(x, y, x + across, y, w, edge);
        line(x, y + down, x + across, y + down, w, edge);
        line(x, y, x, y + down, w, edge);
        line(x + across, y, x + across, y + down, w, edge);
    }

    private void fill(double x, double y, double across, double down, int colour) {
        int right = Math.clamp(Math.round((x + across) * pixels), clipLeft, clipRight);
        int bottom = Math.clamp(Math.round((y + down) * pixels), clipTop, clipBottom);
        int left = Math.clamp(Math.round(x * pixels), clipLeft, clipRight);
        for (int row = Math.clamp(Math.round(y * pixels), clipTop, clipBottom); row < bottom; row++) {
            Arrays.fill(image, row * width + left, row * width + Math.max(left, right), colour);
        }
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, double wide, int colour) {
        double half = wide * pixels / 2;
        double ax = x1 * pixels;
        double ay = y1 * pixels;
        double dx = x2 * pixels - ax;
        double dy = y2 * pixels - ay;
        double length = dx * dx + dy * dy;
        int left = Math.max(clipLeft, (int) Math.floor(Math.min(ax, ax + dx) - half - 1));
        int right = Math.min(clipRight - 1, (int) Math.ceil(Math.max(ax, ax + dx) + half + 1));
        int top = Math.max(clipTop, (int) Math.floor(Math.min(ay, ay + dy) - half - 1));
        int bottom = Math.min(clipBottom - 1, (int) Math.ceil(Math.max(ay, ay + dy) + half + 1));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - ax;
                double py = row + 0.5 - ay;
                double along = length > 0 ? Math.clamp((px * dx + py * dy) / length, 0, 1) : 0;
                double qx = px - along * dx;
                double qy = py - along * dy;
                blend(row * width + column, colour, half + 0.5 - Math.sqrt(qx * qx + qy * qy));
            }
        }
    }

    @Override
    public void words(double x, double y, double size, Anchor anchor, int colour, String words) {
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - StrokeFont.width(words, size) / 2;
            case END -> x - StrokeFont.width(words, size);
        };
        StrokeFont.draw(
                words, left, y, size, (x1, y1, x2, y2) -> line(x1, y1, x2, y2, StrokeFont.WEIGHT * size, colour));
    }

    @Override
    public void disc(double x, double y, double radius, double nucleus, Palette.Look look) {
        double edge = Math.min(0.8, radius / 5);
        round(x, y, radius, look.edge());
        round(x, y, radius - edge, look.fill());
        if (nucleus > 0) {
            round(x, y, nucleus, look.nucleus());
        }
    }

    private void round(double x, double y, double radius, int colour) {
        double cx = x * pixels;
        double cy = y * pixels;
        double r = radius * pixels;
        int left = Math.max(clipLeft, (int) Math.floor(cx - r - 1));
        int right = Math.min(clipRight - 1, (int) Math.ceil(cx + r + 1));
        int top = Math.max(clipTop, (int) Math.floor(cy - r - 1));
        int bottom = Math.min(clipBottom - 1, (int) Math.ceil(cy + r + 1));
        for (int row = top; row <= bottom; row++) {
            double py = row + 0.5 - cy;
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - cx;
                blend(row * width + column, colour, r + 0.5 - Math.sqrt(px * px + py * py));
            }
        }
    }

    /// @param coverage of the pixel; below 0 none, above 1 all
    private void blend(int pixel, int colour, double coverage) {
        if (coverage >= 1) {
            image[pixel] = colour;
        } else if (coverage > 0) {
            image[pixel] = Palette.mix(image[pixel], colour, Math.ceil(coverage * SHADES) / SHADES);
        }
    }

    @Override
    public void ramp(double x, double y, double across, double down) {
        int steps = (int) Math.ceil(across * pixels);
        for (int i = 0; i < steps; i++) {
            fill(x + i / pixels, y, 1 / pixels, down, Palette.background((i + 0.5) / steps));
        }
    }

    @Override
    public void panel(double x, double y, double scale, Panel panel) {
        clip(x, y, panel.width() * scale, panel.height() * scale);
        panel.map().ifPresent(map -> map(x, y, scale, panel, map));
        Canvas.lines(this, x, y, scale, panel, panel.behind());
        Discs discs = panel.discs();
        for (int i = 0; i < discs.count(); i++) {
            disc(
                    x + (discs.x[i] - panel.left()) * scale,
                    y + (panel.top() - discs.y[i]) * scale,
                    discs.radius[i] * scale,
                    discs.nucleus[i] * scale,
                    Palette.look(discs.style[i]));
        }
        Canvas.lines(this, x, y, scale, panel, panel.front());
        clip(0, 0, width / pixels, height / pixels);
    }

    private void map(double x, double y, double scale, Panel panel, HeatMap map) {
        int[] colours = map.pixels();
        double across = (map.right() - map.left()) / map.nx();
        double down = (map.top() - map.bottom()) / map.ny();
        for (int j = 0; j < map.ny(); j++) {
            for (int i = 0; i < map.nx(); i++) {
                fill(
                        x + (map.left() + i * across - panel.left()) * scale,
                        y + (panel.top() - map.top() + j * down) * scale,
                        across * scale,
                        down * scale,
                        colours[j * map.nx() + i]);
            }
        }
    }
}
