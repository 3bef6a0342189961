package org.immunarium.study.tissue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.EventsTable;
import org.immunarium.study.TimeScale;
import org.immunarium.study.VariantsTable;
import org.immunarium.study.report.DoseMarks;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.report.figure.DoseMark;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.Series;
import org.immunarium.study.report.figure.TimeCourse;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.frame.RunFrames;
import org.immunarium.study.tissue.picture.TissueFigure;
import org.immunarium.study.tissue.picture.TissuePictures;

/// What a report shows of a tissue, or of several beside each other: what they look like at some
/// times, how many cells of each type there are over time, why cells were lost, what they are like,
/// and the substances between them.
public final class TissueContent implements RunContent {

    private static final Set<String> ASKED =
            Set.of("model", "duration", "space", "cells", "substances", "rules", "frames", "therapy");
    private static final String VARIANT = "variant ";

    private final boolean compared;
    private final List<Part> parts;
    private final List<String> unrun;
    private final TimeScale scale;

    /// What one tissue left.
    ///
    /// @param title of the variant; empty for the only one
    private record Part(
            String title,
            Table cells,
            Table substances,
            Table kills,
            Optional<DrugFigures> drugs,
            List<EventsTable.Row> events,
            List<Frame> frames) {

        static Part read(RunFolder run, String title) {
            return new Part(
                    title,
                    Table.read(run.table(TissueTable.CELLS.file())),
                    Table.read(run.table(TissueTable.SUBSTANCES.file())),
                    Table.read(run.table(TissueTable.KILLS.file())),
                    Optional.of(run.table(TissueTable.DRUGS.file()))
                            .filter(Files::exists)
                            .map(file -> new DrugFigures(Table.read(file))),
                    EventsTable.read(run.table(EventsTable.FILE)),
                    RunFrames.of(run).stream().filter(Frame::isPicture).toList());
        }
    }

    private TissueContent(boolean compared, List<Part> parts, List<String> unrun) {
        this.compared = compared;
        this.parts = parts;
        this.unrun = unrun;
        scale = TimeScale.upTo(parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.cells().numbers(0)))
                .max()
                .orElse(0));
    }

    /// As [RunContent.Reader].
    public static RunContent read(RunFolder run, Manifest manifest) {
        List<VariantsTable.Row> variants = VariantsTable.read(run);
        if (variants.isEmpty()) {
            return new TissueContent(false, List.of(Part.read(run, "")), List.of());
        }
        List<Part> parts = new ArrayList<>();
        List<String> unrun = new ArrayList<>();
        for (VariantsTable.Row variant : variants) {
            RunFolder part = run.variant(variant.id());
            // A run that was stopped has no more than it came to.
            if (Files.exists(part.table(TissueTable.CELLS.file()))) {
                parts.add(Part.read(part, variant.title()));
            } else {
                unrun.add(variant.title());
            }
        }
        return new TissueContent(true, parts, unrun);
    }

    @Override
    public FigureChoice figures() {
        List<Figure> figures = new ArrayList<>();
        List<String> still = new ArrayList<>();
        pictures(figures);
        if (compared) {
            compared(figures, still);
            return new FigureChoice(figures, still, omitted());
        }
        parts.forEach(part -> alone(part, figures, still));
        return new FigureChoice(figures, still, List.of());
    }

    /// What changes in a tissue that is compared, and has no figure there.
    private List<String> omitted() {
        List<String> omitted = new ArrayList<>();
        for (Measured each : Measured.values()) {
            if (each != Measured.LIVING && parts.stream().anyMatch(part -> changes(each.curves(part)))) {
                omitted.add(each.title.toLowerCase(Locale.ROOT));
            }
        }
        return omitted;
    }

    /// What tables have of each cell type, or substance.
    private enum Measured {
        LIVING("Living cells", "cells", "live"),
        DEAD("Dead cells", "cells", "dead"),
        DAMAGE("Damage of living cells, on average", "damage", "mean_live_damage"),
        PRESSURE("Pressure on living cells, on average", "pressure", "mean_live_pressure"),
        DISTANCE("Distance of living cells from the origin, on average", "µm", "mean_live_radius_um"),
        SUBSTANCES("Substances, on average over the domain", "concentration", "mean");

        private final String title;
        private final String axis;
        private final String column;

        Measured(String title, String axis, String column) {
            this.title = title;
            this.axis = axis;
            this.column = column;
        }

        private Map<String, List<double[]>> curves(Part part) {
            return this == SUBSTANCES
                    ? TissueContent.curves(part.substances(), List.of("substance"), column)
                    : TissueContent.curves(part.cells(), List.of("cell_type"), column);
        }
    }

    /// All tissues, with one scale of colours.
    private void pictures(List<Figure> figures) {
        List<Frame> frames =
                parts.stream().flatMap(part -> part.frames().stream()).toList();
        if (frames.isEmpty()) {
            return;
        }
        TissuePictures pictures = new TissuePictures(frames, frames.getFirst().background());
        for (Part part : parts) {
            if (!part.frames().isEmpty()) {
                figures.add(new TissueFigure(
                        part.title().isEmpty() ? "The tissue" : "The tissue: " + part.title(),
                        part.frames().stream().map(pictures::of).toList()));
            }
        }
    }

    /// A figure for each cell type, with a curve for each tissue.
    private void compared(List<Figure> figures, List<String> still) {
        Map<String, Map<String, List<double[]>>> byType = new LinkedHashMap<>();
        for (Part part : parts) {
            Measured.LIVING
                    .curves(part)
                    .forEach((type, points) -> byType.computeIfAbsent(type, _ -> new LinkedHashMap<>())
                            .put(part.title(), points));
        }
        Map<String, List<DoseMark>> given = new LinkedHashMap<>();
        parts.forEach(part -> given.put(part.title(), doses(part)));
        List<DoseMark> doses = DoseMarks.ofVariants(given);
        byType.forEach((type, curves) -> add(curves, "Living cells: " + type, "cells", doses, figures, still));
        for (Part part : parts) {
            add(kills(part), "Cells lost, by cause: " + part.title(), "cells", doses(part), figures, still);
            drugs(part, ": " + part.title(), figures, still);
        }
    }

    /// What is given, on the scale of the figures.
    private List<DoseMark> doses(Part part) {
        return DoseMarks.of(part.events()).stream()
                .map(each -> new DoseMark(scale.of(each.time()), scale.of(each.duration()), each.drug()))
                .toList();
    }

    /// Of drugs that are there.
    private void drugs(Part part, String of, List<Figure> figures, List<String> still) {
        List<DoseMark> doses = doses(part);
        part.drugs().ifPresent(drugs -> {
            drugs.concentrations()
                    .forEach((unit, curves) -> add(curves, "Drugs, unbound" + of, unit, doses, figures, still));
            if (!drugs.shares().isEmpty()) {
                add(drugs.shares(), "What drugs cover or do" + of, "share", doses, figures, still);
            }
        });
    }

    private void alone(Part part, List<Figure> figures, List<String> still) {
        List<DoseMark> doses = doses(part);
        for (Measured each : Measured.values()) {
            add(each.curves(part), each.title, each.axis, doses, figures, still);
            if (each == Measured.DEAD) {
                add(kills(part), "Cells lost, by cause", "cells", doses, figures, still);
                drugs(part, "", figures, still);
            }
        }
    }

    /// Counts from the start on: the table has them from the first loss on.
    private static Map<String, List<double[]>> kills(Part part) {
        double[] times =
                Arrays.stream(part.cells().numbers(0)).sorted().distinct().toArray();
        Map<String, List<double[]>> curves = curves(part.kills(), List.of("cell_type", "cause", "by"), "count");
        curves.values().forEach(points -> {
            double first = points.getFirst()[0];
            points.addAll(
                    0,
                    Arrays.stream(times)
                            .filter(time -> time < first)
                            .mapToObj(time -> new double[] {time, 0})
                            .toList());
        });
        return curves;
    }

    /// The points of a curve for each name.
    ///
    /// @param by columns that make the name
    private static Map<String, List<double[]>> curves(Table table, List<String> by, String column) {
        Map<String, List<double[]>> curves = new LinkedHashMap<>();
        double[] times = table.numbers(0);
        double[] values = table.numbers(table.column(column));
        int[] names = by.stream().mapToInt(table::column).toArray();
        for (int row = 0; row < times.length; row++) {
            List<String> cells = table.rows().get(row);
            String name = Arrays.stream(names)
                    .mapToObj(cells::get)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(", "));
            curves.computeIfAbsent(name, _ -> new ArrayList<>()).add(new double[] {times[row], values[row]});
        }
        return curves;
    }

    /// A figure for as many curves as it holds, and another for those that follow; one that never changes is named.
    private void add(
            Map<String, List<double[]>> curves,
            String title,
            String axis,
            List<DoseMark> doses,
            List<Figure> figures,
            List<String> still) {
        if (!changes(curves)) {
            still.add(title.toLowerCase(Locale.ROOT));
            return;
        }
        List<Series> series = curves.entrySet().stream()
                .map(each -> new Series(
                        each.getKey(),
                        each.getValue().stream()
                                .mapToDouble(point -> scale.of(point[0]))
                                .toArray(),
                        each.getValue().stream().mapToDouble(point -> point[1]).toArray()))
                .toList();
        for (int from = 0; from < series.size(); from += TimeCourse.MOST_SERIES) {
            int to = Math.min(from + TimeCourse.MOST_SERIES, series.size());
            String which = series.size() <= TimeCourse.MOST_SERIES
                    ? ""
                    : ", " + (from + 1 < to ? from + 1 + " to " : "") + to + " of " + series.size();
            figures.add(new TimeCourse(title + which, scale.unit(), axis, series.subList(from, to), doses));
        }
    }

    private static boolean changes(Map<String, List<double[]>> curves) {
        return curves.values().stream()
                .anyMatch(points -> points.stream().anyMatch(each -> each[1] != points.getFirst()[1]));
    }

    @Override
    public List<String> unrun() {
        return unrun;
    }

    @Override
    public void numbers(Html page) {
        page.element("h2 id=\"numbers\"", "Numbers");
        for (Part part : parts) {
            int last = part.cells().rows().size();
            double[] times = part.cells().numbers(0);
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row < last; row++) {
                if (times[row] == 0 || times[row] == times[last - 1]) {
                    rows.add(part.cells().rows().get(row));
                }
            }
            String what = part.title().isEmpty() ? "" : part.title() + ": ";
            page.table(what + "cells at the start and at the end", TissueTable.CELLS.columns(), rows);
        }
        page.element(
                "p class=\"soft\"",
                "At the start and at the end; " + RunFolder.TABLES + (compared ? "/VARIANT/" : "/")
                        + TissueTable.CELLS.file() + " has all times.");
    }

    @Override
    public boolean isAsked(String what) {
        return ASKED.contains(what) || what.startsWith(VARIANT);
    }
}
