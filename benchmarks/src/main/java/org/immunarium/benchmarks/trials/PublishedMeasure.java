package org.immunarium.benchmarks.trials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.results.Table;

/// A number of a real trial, as it was published.
///
/// @param value  NaN where it was not reached
/// @param source where that is from
record PublishedMeasure(String trial, String population, String arm, String measure, double value, String source) {

    /// Where they are, in the project's folder.
    static final Path FILE = Path.of("evidence", "predictions", "published.csv");

    private static final List<String> COLUMNS =
            List.of("trial", "population", "arm", "measure", "value", "source", "checked");

    /// All of a file; none where it is not there.
    static List<PublishedMeasure> read(Path file) {
        List<PublishedMeasure> all = new ArrayList<>();
        if (Files.exists(file)) {
            Table.forEach(
                    file,
                    COLUMNS,
                    row -> all.add(new PublishedMeasure(
                            row.text(0),
                            row.text(1),
                            row.text(2),
                            row.text(3),
                            row.number(4),
                            row.text(5) + "; " + row.text(6))));
        }
        return List.copyOf(all);
    }
}
