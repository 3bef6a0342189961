package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.tissue.cell.Cause;

/// How many cells of each type a run had over time, from its table of cells.
///
/// @param types names
/// @param times min, for each type
/// @param live  for each type, one at each time
/// @param dead  likewise
/// @param left  for each type how many left the domain until the end, where they still count
public record TissueCounts(
        List<String> types, List<double[]> times, List<double[]> live, List<double[]> dead, List<Long> left) {

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
        List<String> types = List.copyOf(rows.keySet());
        return new TissueCounts(
                types,
                rows.values().stream().map(of -> some(time, of)).toList(),
                rows.values().stream().map(of -> some(alive, of)).toList(),
                rows.values().stream().map(of -> some(gone, of)).toList(),
                left(run, types));
    }

    /// The last row of each type counts.
    private static List<Long> left(RunFolder run, List<String> types) {
        Table losses = Table.read(run.table(TissueTable.KILLS.file()));
        double[] counts = losses.numbers(losses.column("count"));
        int type = losses.column("cell_type");
        int cause = losses.column("cause");
        Long[] left = new Long[types.size()];
        Arrays.fill(left, 0L);
        for (int row = 0; row < counts.length; row++) {
            List<String> cells = losses.rows().get(row);
            if (cells.get(cause).equals(Cause.LEFT_DOMAIN.written())) {
                left[types.indexOf(cells.get(type))] = (long) counts[row];
            }
        }
        return List.of(left);
    }

    private static double[] some(double[] values, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> values[row]).toArray();
    }
}
