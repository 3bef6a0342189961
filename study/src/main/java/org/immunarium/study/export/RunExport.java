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
import org.immunarium.study.patient.PatientModelReading;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A run, written for another tool.
public final class RunExport {

    /// What it can be written as.
    public enum Format {
        /// All time courses in one long table: variant, time, column, unit, value.
        CSV,
        /// The model with the values that the run used, without its doses; of variants, one file each.
        SBML
    }

    private RunExport() {}

    /// Writes a run.
    ///
    /// @param to where to; empty for the run's own folder
    /// @return the files
    /// @throws InvalidInputException if the run lacks what the format needs
    public static List<Path> write(RunFolder run, Format format, Optional<Path> to) {
        return switch (format) {
            case CSV -> List.of(longTable(run, to.orElse(run.file("timecourse-long.csv"))));
            case SBML -> models(run, to.orElse(run.file("model.xml")));
        };
    }

    private static List<Path> models(RunFolder run, Path file) {
        List<Path> files = new ArrayList<>();
        PatientModelReading.of(run).forEach((variant, model) -> {
            Path each = variant.isEmpty() ? file : file.resolveSibling(variant + "-" + file.getFileName());
            AtomicFile.write(each, SbmlWriter.write(model));
            files.add(each);
        });
        return files;
    }

    private static Path longTable(RunFolder run, Path file) {
        List<String> header = List.of("variant", "time", "column", "unit", "value");
        try (TableWriter table = TableWriter.create(file, header)) {
            if (Files.exists(run.table("variants.csv"))) {
                for (List<String> variant :
                        Table.read(run.table("variants.csv")).rows()) {
                    addCourse(table, variant.getFirst(), run.tables().resolve(variant.getFirst()));
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
