package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How probable it is that each arm is the best, by what one is willing to pay; dots mark the one that is the best
/// on
/// average, which are the frontier.
public final class AcceptabilityFigure implements Figure {

    private static final int TICKS = 6;
    private static final double THOUSAND = 1000;

    /// Marks at each point would hide the curve.
    private static final int MARKED = 4;

    private final String title;
    private final String currency;
    private final List<Curve> curves;

    /// An arm.
    ///
    /// @param style       of its curve: the same number looks the same in every figure
    /// @param willingness to pay for a QALY, ascending
    /// @param probability from 0 to 1, at each
    /// @param best        whether it is the best on average there
    public record Curve(String name, int style, double[] willingness, double[] probability, boolean[] best) {}

    /// @param curves at least one, each with at least one point
    public AcceptabilityFigure(String title, String currency, List<Curve> curves) {
        this.title = title;
        this.currency = currency;
        this.curves = List.copyOf(curves);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Picture> pictures() {
        double[] willingness = curves.getFirst().willingness();
        Axis across = Axis.exact(0, willingness[willingness.length - 1] / THOUSAND, TICKS);
        Axis up = Axis.linear(0, 1, TICKS);
        Frame frame = new Frame(
                title + ". " + String.join(" ", inWords()),
                across,
                up,
                "willingness to pay [thousand " + currency + " a QALY]",
                "probability to be the best",
                0);
        for (Curve curve : curves) {
            String colour = " c" + curve.style() % Style.COUNT;
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < curve.willingness().length; i++) {
                double x = Frame.x(across.position(curve.willingness()[i] / THOUSAND));
                double y = frame.y(up.position(curve.probability()[i]));
                path.append(i == 0 ? 'M' : 'L')
                        .append(Svg.number(x))
                        .append(' ')
                        .append(Svg.number(y));
            }
            frame.svg().path(path.toString(), "curve" + colour);
            for (int i = 0; i < curve.willingness().length; i++) {
                if (curve.best()[i] && i % MARKED == 0) {
                    double x = Frame.x(across.position(curve.willingness()[i] / THOUSAND));
                    double y = frame.y(up.position(curve.probability()[i]));
                    frame.svg().path(Style.marker(curve.style(), x, y), "marker" + colour);
                }
            }
        }
        return List.of(new Picture("linear", frame.svg().end()));
    }

    /// An amount of money as people write it.
    static String money(double amount) {
        return String.format(Locale.ROOT, "%,.0f", amount);
    }

    @Override
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (Curve curve : curves) {
            html.append("<li>")
                    .append(Style.sample(curve.style() % Style.COUNT))
                    .append(Markup.escape(curve.name()))
                    .append("</li>");
        }
        return html.append("<li>marks: the best on average</li></ul>").toString();
    }

    @Override
    public List<String> inWords() {
        List<String> said = new ArrayList<>();
        for (Curve curve : curves) {
            int last = curve.probability().length - 1;
            int first = -1;
            int end = -1;
            for (int i = 0; i <= last; i++) {
                if (curve.best()[i]) {
                    first = first < 0 ? i : first;
                    end = i;
                }
            }
            said.add(curve.name() + ": probability " + Series.number(curve.probability()[0]) + " at 0 and "
                    + Series.number(curve.probability()[last]) + " at " + money(curve.willingness()[last]) + " "
                    + currency + " a QALY, "
                    + (first < 0
                            ? "nowhere the best on average."
                            : "the best on average from " + money(curve.willingness()[first]) + " to "
                                    + money(curve.willingness()[end]) + "."));
        }
        return said;
    }

    @Override
    public Numbers numbers() {
        List<List<String>> rows = new ArrayList<>();
        for (Curve curve : curves) {
            for (int i = 0; i < curve.willingness().length; i++) {
                rows.add(List.of(
                        curve.name(),
                        Series.number(curve.willingness()[i]),
                        Series.number(curve.probability()[i]),
                        curve.best()[i] ? "yes" : "no"));
            }
        }
        return new Numbers(
                List.of("arm", "willingness to pay [" + currency + "/QALY]", "probability best", "best on average"),
                rows,
                "");
    }
}
