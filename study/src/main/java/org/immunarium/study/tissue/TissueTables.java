package org.immunarium.study.tissue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.RunFolder;
import org.immunarium.results.TableWriter;
import org.immunarium.study.EventsTable;
import org.immunarium.tissue.Tissue;

/// The tables of a tissue, row by row: each of [TissueTable], then that of events, and that of
/// who left, of a model with immunity.
final class TissueTables implements AutoCloseable {

    private final List<TissueTable> tables;
    private final List<TableWriter> writers;
    private final TissueEvents events;
    private final Optional<TissueDepartures> departures;
    private final boolean isNew;

    /// How far all tables are.
    record Points(List<TableWriter.Point> points) {

        /// Before there are tables.
        static final Points NONE = new Points(List.of());

        void write(BlockOutput out) throws IOException {
            out.put(points.size());
            for (TableWriter.Point point : points) {
                out.put(point.bytes());
                out.put(point.crc32c());
            }
        }

        static Points read(BlockInput in) throws IOException {
            List<TableWriter.Point> points = new ArrayList<>();
            for (int left = in.takeInt(); left > 0; left--) {
                points.add(new TableWriter.Point(in.takeLong(), in.takeLong()));
            }
            return new Points(points);
        }
    }

    private TissueTables(
            List<TissueTable> tables,
            List<TableWriter> writers,
            TissueEvents events,
            Optional<TissueDepartures> departures,
            boolean isNew) {
        this.tables = tables;
        this.writers = writers;
        this.events = events;
        this.departures = departures;
        this.isNew = isNew;
    }

    /// New tables, or those of a run that goes on.
    ///
    /// @param time that it has come to, min
    static TissueTables open(RunFolder folder, TissueArm arm, Points points, double time) {
        List<TissueTable> tables = Stream.of(TissueTable.values())
                .filter(table -> table.isOf(arm.model()))
                .toList();
        boolean isNew = points.equals(Points.NONE);
        List<TableWriter> writers = new ArrayList<>();
        for (int k = 0; k < tables.size(); k++) {
            writers.add(open(folder, tables.get(k).file(), tables.get(k).columns(), points, k));
        }
        TableWriter last = open(folder, EventsTable.FILE, TissueEvents.COLUMNS, points, tables.size());
        writers.add(last);
        TissueEvents events = new TissueEvents(arm.doses(), isNew ? -1 : time, last);
        Optional<TissueDepartures> departures = Optional.empty();
        if (TissueDepartures.isOf(arm.model())) {
            List<String> columns = TissueDepartures.columns(arm.model());
            writers.add(open(folder, TissueDepartures.FILE, columns, points, writers.size()));
            departures = Optional.of(new TissueDepartures(writers.getLast()));
        }
        return new TissueTables(tables, writers, events, departures, isNew);
    }

    private static TableWriter open(RunFolder folder, String file, List<String> columns, Points points, int number) {
        return points.equals(Points.NONE)
                ? TableWriter.create(folder.table(file), columns)
                : TableWriter.resume(
                        folder.table(file), columns.size(), points.points().get(number));
    }

    /// Whether nothing was written before.
    boolean isNew() {
        return isNew;
    }

    /// Makes all rows so far durable.
    Points checkpoint() {
        return new Points(writers.stream().map(TableWriter::checkpoint).toList());
    }

    /// Adds the rows of this time.
    void write(Tissue tissue) {
        for (int k = 0; k < tables.size(); k++) {
            tables.get(k).write(tissue, writers.get(k));
        }
    }

    /// Adds what has happened with the tissue's last step.
    void writeEvents(Tissue tissue) {
        events.write(tissue);
        departures.ifPresent(each -> each.write(tissue));
    }

    @Override
    public void close() {
        close(0);
    }

    private void close(int from) {
        if (from < writers.size()) {
            try (TableWriter _ = writers.get(from)) {
                close(from + 1);
            }
        }
    }
}
