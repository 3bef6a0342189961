package org.immunarium.study.tissue.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.report.figure.Axis;
import org.immunarium.units.Quantity;

/// A picture of a tissue: its panels, a bar that shows lengths, one that shows what the
/// substance's colours mean, and, unless it is bare, its title and time and what the cells'
/// colours mean.
public final class TissuePicture {

    /// Cells that an SVG draws one by one.
    public static final int MOST_DISCS = 5000;

    private static final double MARGIN = 12;
    private static final double FLAT_SIDE = 520;
    private static final double DEEP_SIDE = 400;
    private static final double BARE = 0.6;
    private static final double GAP = 20;
    private static final double HEAD = 22;
    private static final double LINE = 18;
    private static final double FONT = 12;
    private static final double LARGE_FONT = 15;
    private static final double BARS = 40;
    private static final double RAMP = 0.3;
    private static final double PART_OF_SIDE = 0.25;
    private static final double SWATCH = 5.5;
    private static final double SWATCHES = 20;
    private static final double COLUMN = 120;

    /// From 1 to 2, 5, 10 and so on.
    private static final double[] STEPS = {2, 2.5, 2};

    private final Moment moment;
    private final String title;
    private final boolean bare;
    private final double scale;
    private final double width;
    private final double height;
    private final List<String> head;
    private final double panelsTop;
    private final double legendTop;
    private final double margin;

    private TissuePicture(Moment moment, String title, boolean bare) {
        this.moment = moment;
        this.title = title;
        this.bare = bare;
        margin = bare ? 1 : MARGIN;
        Panel first = moment.panels().getFirst();
        double side = moment.panels().size() == 1 ? FLAT_SIDE : DEEP_SIDE;
        scale = side * (bare ? BARE : 1) / Math.max(first.width(), first.height());
        double panelsWidth = (moment.panels().size() - 1) * GAP;
        double tallest = 0;
        for (Panel panel : moment.panels()) {
            panelsWidth += panel.width() * scale;
            tallest = Math.max(tallest, panel.height() * scale);
        }
        boolean named =
                moment.panels().stream().anyMatch(panel -> !panel.title().isEmpty());
        width = Math.max(panelsWidth, bare ? 0 : legendWidth()) + 2 * margin;
        head = bare ? List.of() : lines(title.isEmpty() ? moment.when() : title + ", " + moment.when());
        panelsTop = (bare ? 1 : margin + head.size() * HEAD) + (named ? LINE : 0);
        double firstBottom = panelsTop + first.height() * scale + BARS;
        double panelsBottom = Math.max(firstBottom, panelsTop + tallest + margin);
        // The legend goes below the first panel, where it does not run into a higher one beside.
        legendTop = legendWidth() > first.width() * scale + GAP ? panelsBottom : firstBottom;
        height = bare
                ? panelsBottom
                : Math.max(panelsBottom, legendTop + moment.types().size() * LINE + margin);
    }

    /// A picture that says all that is needed to understand it.
    ///
    /// @param title what it is of; the time is said besides
    public static TissuePicture whole(Moment moment, String title) {
        return new TissuePicture(moment, title, false);
    }

    /// A picture that stands among others, with one legend for all.
    public static TissuePicture bare(Moment moment) {
        return new TissuePicture(moment, "", true);
    }

    /// As SVG.
    ///
    /// @param mostDiscs cells that are drawn one by one in each panel; of more it has an image
    public String svg(int mostDiscs) {
        String label = (title.isEmpty() ? "The tissue" : title) + " at " + moment.when();
        SvgCanvas canvas = new SvgCanvas(width, height, label, String.join("; ", moment.inWords()) + ".", mostDiscs);
        draw(canvas);
        return canvas.end();
    }

    /// As PNG.
    ///
    /// @param pixels for each unit of length, of which a panel has some 500 along its longer side
    public byte[] png(double pixels) {
        Raster raster = new Raster(width, height, pixels);
        draw(raster);
        return raster.png();
    }

    private void draw(Canvas canvas) {
        double line = margin + LARGE_FONT;
        for (String words : head) {
            canvas.words(margin, line, LARGE_FONT, Canvas.Anchor.START, Palette.INK, words);
            line += HEAD;
        }
        double left = margin;
        for (Panel panel : moment.panels()) {
            double panelWidth = panel.width() * scale;
            double panelHeight = panel.height() * scale;
            if (!panel.title().isEmpty()) {
                canvas.words(left, panelsTop - 6, FONT, Canvas.Anchor.START, Palette.SOFT, panel.title());
            }
            int edge = panel.behind().isEmpty() ? Palette.SOFT : Palette.PAPER;
            canvas.rectangle(left, panelsTop, panelWidth, panelHeight, Palette.PAPER, edge);
            canvas.panel(left, panelsTop, scale, panel);
            left += panelWidth + GAP;
        }
        lengthBar(canvas);
        colourBar(canvas);
        if (!bare) {
            legend(canvas);
        }
    }

    /// Words in as many lines as they need to stay within the picture.
    private List<String> lines(String words) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && StrokeFont.width(longer, LARGE_FONT) > width - 2 * margin) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return List.copyOf(lines);
    }

    private void lengthBar(Canvas canvas) {
        Panel first = moment.panels().getFirst();
        double most = PART_OF_SIDE * first.width();
        double length = 1e-3;
        for (int i = 0; length * STEPS[i % STEPS.length] <= most; i++) {
            length *= STEPS[i % STEPS.length];
        }
        double y = panelsTop + first.height() * scale + 12;
        canvas.line(margin, y, margin + length * scale, y, 3, Palette.INK);
        canvas.words(margin, y + 16, FONT, Canvas.Anchor.START, Palette.INK, Quantity.number(length, 3) + " µm");
    }

    private void colourBar(Canvas canvas) {
        Panel first = moment.panels().getFirst();
        Optional<HeatMap> map = first.map();
        if (map.isEmpty()) {
            return;
        }
        double right = margin + first.width() * scale;
        double ramp = RAMP * first.width() * scale;
        double y = panelsTop + first.height() * scale + 8;
        canvas.ramp(right - ramp, y, ramp, 8);
        canvas.line(right - ramp, y + 8, right, y + 8, 0.7, Palette.SOFT);
        HeatMap.Range range = map.get().range();
        Axis axis = Axis.exact(range.low(), range.high(), bare ? 2 : 4);
        for (Axis.Tick tick : axis.ticks()) {
            double x = right - ramp + tick.position() * ramp;
            canvas.line(x, y + 8, x, y + 11, 0.7, Palette.SOFT);
            // A label at the end stays within the picture.
            double half = StrokeFont.width(tick.label(), FONT - 1) / 2;
            double middle = Math.min(x, width - 1 - half);
            canvas.words(middle, y + 22, FONT - 1, Canvas.Anchor.MIDDLE, Palette.INK, tick.label());
        }
        canvas.words(
                right - ramp - 8,
                y + 9,
                FONT,
                Canvas.Anchor.END,
                Palette.INK,
                map.get().title());
    }

    private double nameWidth() {
        return moment.types().stream()
                .mapToDouble(type -> StrokeFont.width(type, FONT))
                .max()
                .orElse(0);
    }

    private double legendWidth() {
        long most = 1;
        for (int[] counts : moment.counts()) {
            most = Math.max(
                    most,
                    1 + Arrays.stream(counts).skip(1).filter(count -> count > 0).count());
        }
        return nameWidth() + SWATCHES + most * COLUMN;
    }

    private void legend(Canvas canvas) {
        double y = legendTop + LINE / 2;
        for (int type = 0; type < moment.types().size(); type++) {
            canvas.words(
                    margin,
                    y + 4,
                    FONT,
                    Canvas.Anchor.START,
                    Palette.INK,
                    moment.types().get(type));
            double x = margin + nameWidth() + SWATCHES;
            for (int fate = 0; fate < moment.fates().size(); fate++) {
                int count = moment.counts()[type][fate];
                if (fate == 0 || count > 0) {
                    canvas.disc(x, y, SWATCH, SWATCH / 2, Palette.look(Palette.style(type, fate, 0)));
                    canvas.words(
                            x + SWATCH + 5,
                            y + 4,
                            FONT,
                            Canvas.Anchor.START,
                            Palette.INK,
                            Moment.number(count) + " " + moment.fates().get(fate));
                    x += COLUMN;
                }
            }
            y += LINE;
        }
    }
}
