package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.Series;
import org.immunarium.study.report.figure.TimeCourse;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.frame.RunFrames;
import org.immunarium.study.tissue.picture.TissueFigure;
import org.immunarium.study.tissue.picture.TissuePictures;

/// What a report shows of a tissue: what it looks like at some times, how many cells of each type
/// there are over time, what they are like, and the substances between them.
public final class TissueContent implements RunContent {

    private static final Set<String> ASKED =
            Set.of("model", "duration", "space", "cells", "substances", "rules", "frames");

    private final Table cells;
    private final Table substances;
    private final List<Frame> frames;

    private TissueContent(Table cells, Table substances, List<Frame> frames) {
        this.cells = cells;
        this.substances = substances;
        this.frames = frames;
    }

    /// As [RunContent.Reader].
    public static RunContent read(RunFolder run, Manifest manifest) {
        return new TissueContent(
                Table.read(run.table(TissueTables.CELLS)),
                Table.read(run.table(TissueTables.SUBSTANCES)),
                RunFrames.of(run).stream().filter(Frame::isPicture).toList());
    }

    @Override
    public FigureChoice figures() {
        List<Figure> figures = new ArrayList<>();
        List<String> still = new ArrayList<>();
        if (!frames.isEmpty()) {
            TissuePictures pictures =
                    new TissuePictures(frames, frames.getFirst().background());
            figures.add(new TissueFigure(frames.stream().map(pictures::of).toList()));
        }
        add(cells, "cell_type", "live", "Living cells", "cells", figures, still);
        add(cells, "cell_type", "dead", "Dead cells", "cells", figures, still);
        add(cells, "cell_type", "mean_live_damage", "Damage of living cells, on average", "damage", figures, still);
        add(
                cells,
                "cell_type",
                "mean_live_pressure",
                "Pressure on living cells, on average",
                "pressure",
                figures,
                still);
        add(
                cells,
                "cell_type",
                "mean_live_radius_um",
                "Distance of living cells from the origin, on average",
                "µm",
                figures,
                still);
        add(substances, "substance", "mean", "Substances, on average over the domain", "concentration", figures, still);
        return new FigureChoice(figures, still, List.of());
    }

    /// A curve for each cell type or substance.
    private static void add(
            Table table,
            String by,
            String column,
            String title,
            String axis,
            List<Figure> figures,
            List<String> still) {
        Map<String, List<double[]>> curves = new LinkedHashMap<>();
        double[] times = table.numbers(0);
        double[] values = table.numbers(table.column(column));
        int name = table.column(by);
        for (int row = 0; row < times.length; row++) {
            curves.computeIfAbsent(table.rows().get(row).get(name), _ -> new ArrayList<>())
                    .add(new double[] {times[row], values[row]});
        }
        boolean changes = curves.values().stream()
                .anyMatch(points -> points.stream().anyMatch(each -> each[1] != points.getFirst()[1]));
        if (curves.isEmpty() || curves.size() > TimeCourse.MOST_SERIES || !changes) {
            still.add(title.toLowerCase(Locale.ROOT));
            return;
        }
        List<Series> series = curves.entrySet().stream()
                .map(each -> new Series(
                        each.getKey(),
                        each.getValue().stream().mapToDouble(point -> point[0]).toArray(),
                        each.getValue().stream().mapToDouble(point -> point[1]).toArray()))
                .toList();
        figures.add(new TimeCourse(title, "min", axis, series, List.of()));
    }

    @Override
    public List<String> unrun() {
        return List.of();
    }

    @Override
    public void numbers(Html page) {
        page.element("h2 id=\"numbers\"", "Numbers");
        int last = cells.rows().size();
        double[] times = cells.numbers(0);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < last; row++) {
            if (times[row] == 0 || times[row] == times[last - 1]) {
                rows.add(cells.rows().get(row));
            }
        }
        page.table("cells at the start and at the end", TissueTables.CELL_COLUMNS, rows);
        page.element("p class=\"soft\"", "At the start and at the end; tables/cells_by_type.csv has all times.");
    }

    @Override
    public boolean isAsked(String what) {
        return ASKED.contains(what);
    }
}
