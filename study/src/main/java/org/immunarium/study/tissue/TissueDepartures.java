package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.results.TableWriter;
import org.immunarium.tissue.Departed;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.measure.Traits;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.TissueModel;

/// Writes down each cell that leaves a tissue alive: the seeds of metastases, and who goes to the lymph node, with what
/// the immune system can see of them.
final class TissueDepartures {

    /// Its table's name in the folder of tables.
    static final String FILE = "departures.csv";

    private final TableWriter table;

    TissueDepartures(TableWriter table) {
        this.table = table;
    }

    /// Whether cells of a model may leave alive.
    static boolean isOf(TissueModel model) {
        return model.immunity().isPresent();
    }

    /// Its columns; the last are the model's antigens.
    static List<String> columns(TissueModel model) {
        List<String> columns = new ArrayList<>(List.of("time [min]", "way", "cell", "cell_type", "clone", Traits.MHC));
        columns.addAll(model.immunity().map(Immunity::antigens).orElse(List.of()));
        return columns;
    }

    /// Adds who left with the tissue's last step.
    void write(Tissue tissue) {
        List<CellType> types = tissue.model().types();
        for (Departed each : tissue.departed()) {
            table.cell(each.time()).cell(each.way().written());
            table.cell(each.id()).cell(types.get(each.type()).name());
            table.cell(each.cloneNumber()).cell(each.mhc());
            each.antigens().forEach(table::cell);
            table.endRow();
        }
    }
}
