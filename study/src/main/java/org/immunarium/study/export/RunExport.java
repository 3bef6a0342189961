package org.immunarium.study.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.results.TableWriter;
import org.immunarium.study.patient.StudiedModels;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A run, written for another tool.
public final class RunExport {

    /// What it can be written as.
    public enum Format {
        /// All time courses in one long table: variant, time, column, unit, value.
        CSV,
        /// The model with the values that the run used and the doses that it gave as events, so
        /// that it runs alone; of variants, one file each.
        SBML
    }

    private RunExport() {}

    /// Writes a run.
    ///
    /// @param only the variant to write, by the name of its folder in the run's tables; empty for
    ///     all
    /// @param to   where to; empty for the run's own folder
    /// @return the files
    /// @throws InvalidInputException if the run lacks what the format needs, or has no such
    ///     variant, or if nothing can be written there
    public static List<Path> write(RunFolder run, Format format, Optional<String> only, Optional<Path> to) {
        checkWritable(to.orElse(run.file("any")));
        List<String> variants = variants(run);
        only.filter(name -> !variants.contains(name)).ifPresent(name -> {
            throw new InvalidInputException(Problem.of(
                    run.path().toString(),
                    variants.isEmpty()
                            ? "has no variants, but \"" + name + "\" was asked for"
                            : "has no variant \"" + name + "\"; it has " + String.join(", ", variants)));
        });
        List<String> chosen = only.map(List::of).orElse(variants);
        return switch (format) {
            case CSV -> List.of(longTable(run, chosen, to.orElse(run.file("timecourse-long.csv"))));
            case SBML -> models(run, chosen, only.isPresent() && to.isPresent(), to.orElse(run.file("model.xml")));
        };
    }

    private static void checkWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(Problem.of(file.toString(), "is a folder; a file was expected"));
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new InvalidInputException(Problem.of(file.toString(), "cannot be written: permission denied"));
        }
        Path folder = file.getParent();
        RunFolder.checkWritable(folder == null ? Path.of(".") : folder);
    }

    private static List<String> variants(RunFolder run) {
        Path table = run.table("variants.csv");
        return Files.exists(table)
                ? Table.read(table).rows().stream().map(List::getFirst).toList()
                : List.of();
    }

    /// @param exact whether the file is of the only variant wanted; else each variant's name
    ///     comes before its name
    private static List<Path> models(RunFolder run, List<String> variants, boolean exact, Path file) {
        List<Path> files = new ArrayList<>();
        StudiedModels.of(run).forEach((variant, model) -> {
            if (variant.isEmpty() || variants.contains(variant)) {
                Path each = variant.isEmpty() || exact ? file : file.resolveSibling(variant + "-" + file.getFileName());
                AtomicFile.write(each, SbmlWriter.write(model));
                files.add(each);
            }
        });
        return files;
    }

    private static Path longTable(RunFolder run, List<String> variants, Path file) {
        List<String> header = List.of("variant", "time", "column", "unit", "value");
        try (TableWriter table = TableWriter.create(file, header)) {
            if (!variants.isEmpty()) {
                for (String variant : variants) {
                    addCourse(table, variant, run.tables().resolve(variant));
                }
            } else if (Files.exists(run.table("timecourse.csv"))) {
                addCourse(table, "", run.tables());
            } else {
                throw new InvalidInputException(
                        Problem.of(run.path().toString(), "has no time courses to export; its tables are CSV already"));
            }
        }
        return file;
    }

    private static void addCourse(TableWriter table, String variant, Path folder) {
        Table course = Table.read(folder.resolve("timecourse.csv"));
        Table columns = Table.read(folder.resolve("columns.csv"));
        int unit = columns.column("unit");
        for (int column = 1; column < course.header().size(); column++) {
            List<String> description = columns.rows().get(column - 1);
            for (List<String> row : course.rows()) {
                table.cell(variant).cell(row.getFirst()).cell(description.getFirst());
                table.cell(description.get(unit)).cell(row.get(column)).endRow();
            }
        }
    }
}
