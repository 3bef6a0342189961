package org.immunarium.study.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.immunarium.results.Manifest;
import org.immunarium.results.Parquet;
import org.immunarium.results.RunFolder;
import org.immunarium.study.VariantsTable;
import org.immunarium.study.export.Exporter.Exported;

/// All tables of a run as Parquet, in folders as the run has them.
public final class TablesAsParquet {

    private static final String CSV = ".csv";

    private TablesAsParquet() {}

    /// As [Exporter#of] has it. Of a single variant only its tables are written.
    public static List<Exported> of(Exporter.Request request) {
        Path tables = request.run().tables();
        List<Path> roots = request.one()
                ? request.variants().stream()
                        .map(VariantsTable.Row::id)
                        .map(tables::resolve)
                        .toList()
                : List.of(tables);
        return List.of(
                Exported.folder(request.place("parquet"), folder -> write(request.run(), tables, roots, folder)));
    }

    private static void write(RunFolder run, Path tables, List<Path> roots, Path folder) throws IOException {
        Map<String, String> from = from(run);
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = tables.relativize(file).toString();
                    if (name.endsWith(CSV)) {
                        Path to = folder.resolve(name.substring(0, name.length() - CSV.length()) + ".parquet");
                        Files.createDirectories(to.getParent());
                        Parquet.write(file, to, from);
                    }
                }
            }
        }
    }

    /// What a file says of where it is from.
    private static Map<String, String> from(RunFolder run) {
        Manifest manifest = Manifest.read(run);
        Map<String, String> from = new LinkedHashMap<>();
        from.put("program", "Immunarium " + manifest.build().version());
        from.put("title", manifest.title());
        from.put("study", manifest.study());
        from.put("seed", Long.toString(manifest.seed()));
        manifest.inputs().forEach(input -> from.put("input " + input.file(), input.sha256()));
        return from;
    }
}
