package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunarium.units.Quantity;

/// What runs came to on average over two things that differ between them: a field for each pair,
/// the darker the more.
public final class MapFigure implements Figure {

    private static final double STRONGEST = 0.7;
    private static final double FAINTEST = 0.03;
    private static final int TICKS = 8;
    private static final int LONGEST = 7;
    private static final double LEAST_WIDTH = 34;
    private static final double LEAST_HEIGHT = 14;
    private static final int DIGITS = 3;
    private static final int MOST_ROWS = 60;

    private final String title;
    private final String acrossTitle;
    private final String upTitle;
    private final double[] across;
    private final double[] up;
    private final double[][] means;

    /// @param across values, in order
    /// @param up     likewise
    /// @param means  `means[across][up]`; NaN where there is none
    public MapFigure(String title, String acrossTitle, String upTitle, double[] across, double[] up, double[][] means) {
        this.title = title;
        this.acrossTitle = acrossTitle;
        this.upTitle = upTitle;
        this.across = across.clone();
        this.up = up.clone();
        this.means = Arrays.stream(means).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public String title() {
        return title;
    }

    private double[] finite() {
        return Arrays.stream(means)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
    }

    private double low() {
        return Arrays.stream(finite()).min().orElse(0);
    }

    private double high() {
        return Arrays.stream(finite()).max().orElse(1);
    }

    @Override
    public List<Picture> pictures() {
        Axis sideways = Axis.named(labels(across), TICKS, LONGEST);
        Axis upwards = Axis.named(labels(up), TICKS, LONGEST);
        Frame frame = new Frame(title + ". " + String.join(" ", inWords()), sideways, upwards, acrossTitle, upTitle, 0);
        double width = (Frame.x(1) - Frame.x(0)) / across.length;
        double height = (frame.y(0) - frame.y(1)) / up.length;
        frame.svg().rectangle(Frame.x(0), frame.y(1), Frame.x(1) - Frame.x(0), frame.y(0) - frame.y(1), "paper");
        for (int i = 0; i < across.length; i++) {
            for (int j = 0; j < up.length; j++) {
                if (!Double.isFinite(means[i][j])) {
                    continue;
                }
                double x = Frame.x((double) i / across.length);
                double y = frame.y((j + 1.0) / up.length);
                frame.svg().shade(x, y, width, height, opacity(means[i][j]), "field d0");
                if (width >= LEAST_WIDTH && height >= LEAST_HEIGHT) {
                    frame.svg().label(x + width / 2, y + height / 2 + 4, "middle", "tick", number(means[i][j]));
                }
            }
        }
        return List.of(new Picture("linear", frame.svg().end()));
    }

    private double opacity(double value) {
        double span = high() - low();
        return span > 0 ? FAINTEST + (STRONGEST - FAINTEST) * (value - low()) / span : STRONGEST / 2;
    }

    private static List<String> labels(double[] values) {
        return Arrays.stream(values).mapToObj(MapFigure::number).toList();
    }

    private static String number(double value) {
        return Quantity.number(value, DIGITS);
    }

    @Override
    public String legend() {
        return "<ul class=\"legend\"><li>" + sample(FAINTEST) + number(low()) + "</li><li>" + sample(STRONGEST)
                + number(high()) + "</li></ul>";
    }

    private static String sample(double opacity) {
        return "<svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><rect x=\"1\" y=\"1\" width=\"34\""
                + " height=\"10\" fill-opacity=\"" + opacity + "\" class=\"field d0\"/></svg>";
    }

    @Override
    public List<String> inWords() {
        return List.of(extreme("lowest", low()), extreme("highest", high()));
    }

    private String extreme(String word, double value) {
        for (int i = 0; i < across.length; i++) {
            for (int j = 0; j < up.length; j++) {
                if (means[i][j] == value) {
                    return "On average " + word + ", " + number(value) + ", where " + acrossTitle + " is "
                            + number(across[i]) + " and " + upTitle + " is " + number(up[j]) + ".";
                }
            }
        }
        return "There are no values.";
    }

    @Override
    public Numbers numbers() {
        List<String> header = new ArrayList<>(List.of(acrossTitle + " \\ " + upTitle));
        header.addAll(labels(up));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_ROWS, across.length); i++) {
            List<String> row = new ArrayList<>(List.of(number(across[i])));
            for (double mean : means[i]) {
                row.add(Double.isFinite(mean) ? Series.number(mean) : "");
            }
            rows.add(row);
        }
        return new Numbers(
                header, rows, rows.size() < across.length ? "the first rows; all runs are in the run's tables" : "");
    }
}
