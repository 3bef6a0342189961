package org.immunarium.study.tissue;

import java.io.IOException;
import java.util.List;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.results.TableWriter;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.measure.TypeCounts;
import org.immunarium.tissue.model.TissueModel;

/// The tables of a tissue, row by row: `cells_by_type.csv` and `substances.csv`.
final class TissueTables implements AutoCloseable {

    static final String CELLS = "cells_by_type.csv";
    static final String SUBSTANCES = "substances.csv";

    static final List<String> CELL_COLUMNS = List.of(
            "time_min",
            "cell_type",
            "live",
            "dead",
            "apoptotic",
            "necrotic",
            "mean_live_volume",
            "mean_live_pressure",
            "mean_live_damage",
            "mean_live_radius_um",
            "p95_live_radius_um");

    static final List<String> SUBSTANCE_COLUMNS =
            List.of("time [min]", "substance", "unit", "mean", "lowest", "highest");

    private final TissueModel model;
    private final TableWriter cells;
    private final TableWriter substances;
    private final boolean isNew;

    /// How far both tables are.
    record Points(TableWriter.Point cells, TableWriter.Point substances) {

        /// Before there are tables.
        static final Points NONE = new Points(new TableWriter.Point(0, 0), new TableWriter.Point(0, 0));

        void write(BlockOutput out) throws IOException {
            out.put(cells.bytes());
            out.put(cells.crc32c());
            out.put(substances.bytes());
            out.put(substances.crc32c());
        }

        static Points read(BlockInput in) throws IOException {
            TableWriter.Point cells = new TableWriter.Point(in.takeLong(), in.takeLong());
            return new Points(cells, new TableWriter.Point(in.takeLong(), in.takeLong()));
        }
    }

    private TissueTables(TissueModel model, TableWriter cells, TableWriter substances, boolean isNew) {
        this.model = model;
        this.cells = cells;
        this.substances = substances;
        this.isNew = isNew;
    }

    /// New tables, or those of a run that goes on.
    static TissueTables open(RunFolder folder, TissueModel model, Points points) {
        if (points.equals(Points.NONE)) {
            return new TissueTables(
                    model,
                    TableWriter.create(folder.table(CELLS), CELL_COLUMNS),
                    TableWriter.create(folder.table(SUBSTANCES), SUBSTANCE_COLUMNS),
                    true);
        }
        return new TissueTables(
                model,
                TableWriter.resume(folder.table(CELLS), CELL_COLUMNS.size(), points.cells()),
                TableWriter.resume(folder.table(SUBSTANCES), SUBSTANCE_COLUMNS.size(), points.substances()),
                false);
    }

    /// Whether nothing was written before.
    boolean isNew() {
        return isNew;
    }

    /// Makes all rows so far durable.
    Points checkpoint() {
        return new Points(cells.checkpoint(), substances.checkpoint());
    }

    /// Adds the rows of this time.
    void write(Tissue tissue) {
        for (int type = 0; type < model.types().size(); type++) {
            TypeCounts counts = TypeCounts.of(tissue.cells(), type);
            cells.cell(tissue.time()).cell(model.types().get(type).name());
            cells.cell(counts.live()).cell(counts.dead());
            cells.cell(counts.apoptotic()).cell(counts.necrotic());
            cells.cell(counts.meanVolume()).cell(counts.meanPressure());
            cells.cell(counts.meanDamage()).cell(counts.meanRadius());
            cells.cell(counts.p95Radius()).endRow();
        }
        for (int s = 0; s < model.substances().size(); s++) {
            double sum = 0;
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            double[] values = tissue.fields().concentrations(s);
            for (double each : values) {
                sum += each;
                lowest = Math.min(lowest, each);
                highest = Math.max(highest, each);
            }
            substances.cell(tissue.time()).cell(model.substances().get(s).name());
            substances.cell(model.substances().get(s).unit()).cell(sum / values.length);
            substances.cell(lowest).cell(highest).endRow();
        }
    }

    /// How many cells of each type lived at time 0, from the table's first rows.
    static long[] livingAtStart(RunFolder folder, int types) {
        long[] living = new long[types];
        int[] row = {0};
        Table.forEach(folder.table(CELLS), List.of("live"), each -> {
            if (row[0] < types) {
                living[row[0]++] = (long) each.number(0);
            }
        });
        return living;
    }

    @Override
    public void close() {
        try (cells) {
            substances.close();
        }
    }
}
