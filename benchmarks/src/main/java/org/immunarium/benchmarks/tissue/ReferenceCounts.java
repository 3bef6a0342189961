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
/// those
/// of [TypeCounts], after seed, time and cell type.
final class ReferenceCounts {

    private record Key(int time, String type) {}

    private final Map<Key, List<TypeCounts>> rows = new LinkedHashMap<>();

    /// @throws IOException where the file cannot be read
    ReferenceCounts(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
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
    List<TypeCounts> of(int time, String type) {
        return rows.getOrDefault(new Key(time, type), List.of());
    }
}
