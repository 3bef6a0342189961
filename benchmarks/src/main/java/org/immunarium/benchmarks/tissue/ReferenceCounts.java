package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.tissue.measure.TypeCounts;

/// What PhysiCell counted in a project with several seeds: `reference_counts.csv` beside the project. Its columns are
/// those of [TypeCounts], after seed, time and cell type.
final class ReferenceCounts {

    private record Key(int time, String type) {}

    private static final String HEADER = "seed,time_min,cell_type,live,dead,apoptotic,necrotic,mean_live_volume,"
            + "mean_live_pressure,mean_live_damage,mean_live_radius_um,p95_live_radius_um";

    private static final int COLUMNS = HEADER.split(",").length;

    private final Path file;
    private final Map<Key, List<TypeCounts>> rows = new LinkedHashMap<>();

    /// @throws IOException where the file cannot be read, or has other columns
    ReferenceCounts(Path file) throws IOException {
        this.file = file;
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IOException(file + ": the columns " + HEADER + " were expected");
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != COLUMNS) {
                throw new IOException(file + ": " + COLUMNS + " cells were expected; found " + line);
            }
            Key key = new Key(Integer.parseInt(cells[1]), cells[2]);
            rows.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new TypeCounts(
                            Integer.parseInt(cells[3]),
                            Integer.parseInt(cells[4]),
                            Integer.parseInt(cells[5]),
                            Integer.parseInt(cells[6]),
                            Double.parseDouble(cells[7]),
                            Double.parseDouble(cells[8]),
                            Double.parseDouble(cells[9]),
                            Double.parseDouble(cells[10]),
                            Double.parseDouble(cells[11])));
        }
    }

    /// What was counted of a type at a time, min, one for each seed.
    ///
    /// @throws IOException if there are fewer than 2 seeds of it
    List<TypeCounts> of(int time, String type) throws IOException {
        List<TypeCounts> found = rows.getOrDefault(new Key(time, type), List.of());
        if (found.size() < 2) {
            throw new IOException(file + ": rows of at least 2 seeds were expected of " + type + " at " + time
                    + " min; found " + found.size());
        }
        return found;
    }
}
