package org.immunarium.study.tissue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.RunFolder;
import org.immunarium.results.TableWriter;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.TissueModel;

/// The tables of a tissue, row by row; each of [TissueTable].
final class TissueTables implements AutoCloseable {

    private final List<TissueTable> tables;
    private final List<TableWriter> writers;
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

    private TissueTables(List<TissueTable> tables, List<TableWriter> writers, boolean isNew) {
        this.tables = tables;
        this.writers = writers;
        this.isNew = isNew;
    }

    /// New tables, or those of a run that goes on.
    static TissueTables open(RunFolder folder, TissueModel model, Points points) {
        List<TissueTable> tables = Stream.of(TissueTable.values())
                .filter(table -> table.isOf(model))
                .toList();
        boolean isNew = points.equals(Points.NONE);
        List<TableWriter> writers = new ArrayList<>();
        for (int k = 0; k < tables.size(); k++) {
            TissueTable table = tables.get(k);
            writers.add(
                    isNew
                            ? TableWriter.create(folder.table(table.file()), table.columns())
                            : TableWriter.resume(
                                    folder.table(table.file()),
                                    table.columns().size(),
                                    points.points().get(k)));
        }
        return new TissueTables(tables, writers, isNew);
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
