package org.immunarium.study.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.Manifest;
import org.immunarium.results.RoCrate;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLog;
import org.immunarium.results.StorageException;
import org.immunarium.results.Table;
import org.immunarium.results.TableWriter;
import org.immunarium.study.InputFiles;
import org.immunarium.study.OpenedStudy;
import org.immunarium.study.Overrides;
import org.immunarium.study.patient.CourseTables;
import org.immunarium.study.report.Report;
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

    /// What a run consists of: files, and folders with all that is in them.
    private static final List<String> OWN = List.of(
            OpenedStudy.FILE,
            InputFiles.COPIES,
            Manifest.FILE,
            RoCrate.FILE,
            RunLog.FILE,
            RunFolder.TABLES,
            Checkpoint.FOLDER,
            Report.FILE);

    private RunExport() {}

    /// Writes a run.
    ///
    /// @param only the variant to write, by the name of its folder in the run's tables; empty for
    ///     all
    /// @param to   where to; empty for the run's own folder
    /// @return the files
    /// @throws InvalidInputException if the run lacks what the format needs, or has no such
    ///     variant, or if nothing can be written there, or something of the run itself is there; files that
    ///     are there already are then as before
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
        Map<Path, AtomicFile.Content> files = switch (format) {
            case CSV -> longTable(run, chosen, to.orElse(run.file("timecourse-long.csv")));
            case SBML -> models(run, chosen, only.isPresent() && to.isPresent(), to.orElse(run.file("model.xml")));
        };
        files.keySet().forEach(RunExport::checkWritable);
        files.keySet().forEach(file -> checkNotOf(run, file));
        files.forEach((file, content) -> AtomicFile.write(real(file), content));
        return List.copyOf(files.keySet());
    }

    private static void checkWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(Problem.of(file.toString(), "is a folder; a file was expected"));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidInputException(Problem.of(file.toString(), "is not a regular file"));
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new InvalidInputException(Problem.of(file.toString(), "cannot be written: permission denied"));
        }
        Path folder = file.getParent();
        RunFolder.checkWritable(folder == null ? Path.of(".") : folder);
    }

    /// An export takes the place of a file of its name, but of none that the run itself is made of.
    private static void checkNotOf(RunFolder run, Path file) {
        Path place = real(file);
        Path folder = real(run.path());
        if (OWN.stream().anyMatch(own -> place.startsWith(folder.resolve(own)))) {
            throw new InvalidInputException(Problem.of(
                    file.toString(), "belongs to the run itself, which an export does not change; name another file"));
        }
    }

    /// Where a file is, or will be, once links are followed.
    private static Path real(Path file) {
        try {
            Path whole = file.toAbsolutePath();
            Path folder = whole.getParent();
            return Files.exists(whole) || folder == null
                    ? whole.toRealPath()
                    : folder.toRealPath().resolve(whole.getFileName());
        } catch (IOException e) {
            throw StorageException.ofReading(file, e);
        }
    }

    private static List<String> variants(RunFolder run) {
        Path file = run.table("variants.csv");
        if (!Files.exists(file)) {
            return List.of();
        }
        Table table = Table.read(file);
        int name = table.column("variant");
        return table.rows().stream().map(row -> row.get(name)).toList();
    }

    /// @param exact whether the file is of the only variant wanted; else each variant's name
    ///     comes before its name
    private static Map<Path, AtomicFile.Content> models(
            RunFolder run, List<String> variants, boolean exact, Path file) {
        Map<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        OpenedStudy opened =
                OpenedStudy.of(run, Overrides.parse(Manifest.read(run).overrides()));
        Map<String, Model> models = opened.study().prepare(opened.files()).models();
        if (models.isEmpty()) {
            throw new InvalidInputException(
                    Problem.of(run.path().toString(), "is not of a patient, so it has no model to export"));
        }
        models.forEach((variant, model) -> {
            if (variant.isEmpty() || variants.contains(variant)) {
                Path each = variant.isEmpty() || exact ? file : file.resolveSibling(variant + "-" + file.getFileName());
                String text = SbmlWriter.write(model);
                files.put(each, partial -> Files.writeString(partial, text));
            }
        });
        return files;
    }

    private static Map<Path, AtomicFile.Content> longTable(RunFolder run, List<String> variants, Path file) {
        if (variants.isEmpty() && !CourseTables.areIn(run.tables())) {
            throw new InvalidInputException(
                    Problem.of(run.path().toString(), "has no time courses to export; its tables are CSV already"));
        }
        return Map.of(file, partial -> {
            try (TableWriter table =
                    TableWriter.create(partial, List.of("variant", "time", "column", "unit", "value"))) {
                if (variants.isEmpty()) {
                    addCourse(table, "", run.tables());
                }
                variants.forEach(
                        variant -> addCourse(table, variant, run.tables().resolve(variant)));
            }
        });
    }

    private static void addCourse(TableWriter table, String variant, Path folder) {
        CourseTables course = CourseTables.read(folder);
        List<String> labels = course.descriptions("column");
        List<String> units = course.descriptions("unit");
        course.forEach((column, values, _) -> {
            for (int i = 0; i < values.length; i++) {
                table.cell(variant).cell(course.times()[i]).cell(labels.get(column));
                table.cell(units.get(column)).cell(values[i]).endRow();
            }
        });
    }
}
