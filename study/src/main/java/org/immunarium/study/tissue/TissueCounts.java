package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;

/// How many cells of each type a run had over time, from its table of cells.
///
/// @param types names
/// @param times min, for each type
/// @param live  for each type, one at each time
/// @param dead  likewise
public record TissueCounts(List<String> types, List<double[]> times, List<double[]> live, List<double[]> dead) {

    /// Reads them.
    ///
    /// @throws org.immunarium.units.InvalidInputException if the table is missing or damaged
    public static TissueCounts read(RunFolder run) {
        Table table = Table.read(run.table(TissueTable.CELLS.file()));
        double[] time = table.numbers(0);
        double[] alive = table.numbers(table.column("live"));
        double[] gone = table.numbers(table.column("dead"));
        int name = table.column("cell_type");
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < time.length; row++) {
            rows.computeIfAbsent(table.rows().get(row).get(name), _ -> new ArrayList<>())
                    .add(row);
        }
        return new TissueCounts(
                List.copyOf(rows.keySet()),
                rows.values().stream().map(of -> some(time, of)).toList(),
                rows.values().stream().map(of -> some(alive, of)).toList(),
                rows.values().stream().map(of -> some(gone, of)).toList());
    }

    private static double[] some(double[] values, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> values[row]).toArray();
    }
}
