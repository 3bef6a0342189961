package org.immunarium.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.MapFigure;
import org.immunarium.study.report.figure.RunsFigure;

/// What a report shows of a sweep: what runs came to over what was varied; of two varied values a
/// map; of none the spread of the runs, variant by variant.
public final class SweepContent implements RunContent {

    private static final int MOST_MEASURES = 12;
    private static final int MOST_MAP_FIELDS = 2500;

    private static final Set<String> ASKED =
            Set.of("model", "duration", "therapy", "patients", "varied", "weight", "height", "targets", "units");
    private static final String VARIANT = "variant ";

    private final SweepTable table;

    private SweepContent(SweepTable table) {
        this.table = table;
    }

    /// As [RunContent.Reader].
    public static RunContent read(RunFolder run, Manifest manifest) {
        return new SweepContent(SweepTable.read(run));
    }

    @Override
    public FigureChoice figures() {
        List<Integer> differing = table.differing();
        List<Integer> drawn = differing.stream().limit(MOST_MEASURES).toList();
        List<double[]> values = table.of(drawn);
        List<Figure> figures = new ArrayList<>();
        for (int m = 0; m < drawn.size(); m++) {
            String measure = table.measures().get(drawn.get(m));
            if (table.varied().isEmpty()) {
                figures.add(spread(measure, values.get(m)));
            } else if (table.varied().size() == 2 && isMap()) {
                maps(measure, values.get(m), figures);
            } else {
                for (int v = 0; v < table.varied().size(); v++) {
                    over(v, measure, values.get(m), figures);
                }
            }
        }
        List<String> still = IntStream.range(0, table.measures().size())
                .filter(i -> !differing.contains(i))
                .mapToObj(table.measures()::get)
                .toList();
        List<String> omitted = differing.stream()
                .skip(MOST_MEASURES)
                .map(table.measures()::get)
                .toList();
        return new FigureChoice(figures, still, omitted);
    }

    private boolean isMap() {
        return places(0).length * places(1).length <= MOST_MAP_FIELDS;
    }

    /// The values of what was varied, ascending.
    private double[] places(int varied) {
        return Arrays.stream(table.values()[varied]).sorted().distinct().toArray();
    }

    private Figure spread(String measure, double[] values) {
        List<String> names = table.variants().size() == 1 ? List.of("all runs") : table.variants();
        double[] variants =
                IntStream.range(0, table.runs()).mapToDouble(table::variant).toArray();
        return RunsFigure.overNames(measure, measure, names, new RunsFigure.Group("", variants, values));
    }

    /// One of the values that were varied; where there are others, over all of these. A figure for
    /// as many variants as it holds, and another for those that follow.
    private void over(int varied, String measure, double[] values, List<Figure> figures) {
        int variants = table.variants().size();
        String across = table.varied().get(varied);
        String title = table.varied().size() == 1 ? measure : measure + " over " + across;
        for (int from = 0; from < variants; from += RunsFigure.MOST_GROUPS) {
            int to = Math.min(from + RunsFigure.MOST_GROUPS, variants);
            String which = variants <= RunsFigure.MOST_GROUPS
                    ? ""
                    : ", variants " + (from + 1) + " to " + to + " of " + variants;
            figures.add(RunsFigure.overValue(title + which, across, measure, groups(varied, values, from, to)));
        }
    }

    /// @param from the first variant
    /// @param to   after the last one
    private List<RunsFigure.Group> groups(int varied, double[] values, int from, int to) {
        List<RunsFigure.Group> groups = new ArrayList<>();
        for (int variant = from; variant < to; variant++) {
            int own = variant;
            int[] runs = IntStream.range(0, table.runs())
                    .filter(run -> table.variant(run) == own)
                    .toArray();
            groups.add(new RunsFigure.Group(
                    table.variants().get(variant),
                    Arrays.stream(runs)
                            .mapToDouble(run -> table.values()[varied][run])
                            .toArray(),
                    Arrays.stream(runs).mapToDouble(run -> values[run]).toArray()));
        }
        return groups;
    }

    /// A map for each variant.
    private void maps(String measure, double[] values, List<Figure> figures) {
        double[] across = places(0);
        double[] up = places(1);
        for (int variant = 0; variant < table.variants().size(); variant++) {
            double[][] sums = new double[across.length][up.length];
            int[][] counts = new int[across.length][up.length];
            for (int run = variant; run < table.runs(); run += table.variants().size()) {
                int i = Arrays.binarySearch(across, table.values()[0][run]);
                int j = Arrays.binarySearch(up, table.values()[1][run]);
                if (Double.isFinite(values[run])) {
                    sums[i][j] += values[run];
                    counts[i][j]++;
                }
            }
            for (int i = 0; i < across.length; i++) {
                for (int j = 0; j < up.length; j++) {
                    sums[i][j] /= counts[i][j];
                }
            }
            String title = table.variants().get(variant);
            figures.add(new MapFigure(
                    title.isEmpty() ? measure : measure + ": " + title,
                    table.varied().get(0),
                    table.varied().get(1),
                    across,
                    up,
                    sums));
        }
    }

    @Override
    public List<String> unrun() {
        return List.of();
    }

    @Override
    public void numbers(Html page) {
        page.element("h2 id=\"numbers\"", "Numbers");
        page.element(
                "p",
                "tables/" + SweepTable.FILE + " has a row for each of " + table.runs() + " runs"
                        + (table.failed() == 0 ? "" : ", of which " + table.failed() + " failed")
                        + ". To see one of them more closely, run it alone: `immunarium run` with the seed and the"
                        + " values of its row gives the same.");
    }

    @Override
    public boolean isAsked(String what) {
        return ASKED.contains(what) || what.startsWith(VARIANT) || what.startsWith(PreparedSweep.METHOD);
    }
}
