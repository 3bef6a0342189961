package org.immunarium.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.results.TableWriter;

/// The table `variants.csv`, which a run has where several variants stand beside each other in it.
public final class VariantsTable {

    private static final String FILE = "variants.csv";
    private static final String ID = "variant";
    private static final String TITLE = "title";

    private VariantsTable() {}

    /// What a run says of one of its variants.
    ///
    /// @param id    the name of its folder in the run's tables
    /// @param title for people
    public record Row(String id, String title) {}

    /// Tells which variants there are, in the order run; nothing where there are none. Whoever looks meanwhile
    /// sees no table or the whole one.
    ///
    /// @throws org.immunarium.results.StorageException if the table cannot be written
    public static void write(RunFolder run, List<StudyVariant> variants) {
        if (!variants.isEmpty()) {
            AtomicFile.write(run.table(FILE), partial -> {
                try (TableWriter table = TableWriter.create(partial, List.of(ID, TITLE))) {
                    variants.forEach(
                            each -> table.cell(each.id()).cell(each.title()).endRow());
                }
            });
        }
    }

    /// The variants of a run, in the order run; none where it is of one course alone.
    ///
    /// @throws org.immunarium.units.InvalidInputException if the table is damaged
    public static List<Row> read(RunFolder run) {
        Path file = run.table(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        Table table = Table.read(file);
        int id = table.column(ID);
        int title = table.column(TITLE);
        return table.rows().stream()
                .map(row -> new Row(row.get(id), row.get(title)))
                .toList();
    }
}
