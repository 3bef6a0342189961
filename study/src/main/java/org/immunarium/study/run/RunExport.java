package org.immunarium.study.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.AtomicFolder;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.Manifest;
import org.immunarium.results.RoCrate;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLog;
import org.immunarium.results.StorageException;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.VariantsTable;
import org.immunarium.study.export.Exporter;
import org.immunarium.study.export.Format;
import org.immunarium.study.report.Report;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A run, written for another tool.
public final class RunExport {

    /// What a run consists of: files, and folders with all that is in them.
    private static final List<String> OWN = List.of(
            InputFiles.STUDY,
            InputFiles.COPIES,
            Manifest.FILE,
            RoCrate.FILE,
            RunLog.FILE,
            RunFolder.TABLES,
            RunFolder.CELLS,
            RunFolder.FIELDS,
            Checkpoint.FOLDER,
            Report.FILE);

    private RunExport() {}

    /// Writes a run.
    ///
    /// @param only       the variant to write, by the name of its folder in the run's tables;
    ///     empty for all
    /// @param background the substance behind the cells in pictures; empty for the study's own
    /// @param to         where to; empty for the run's own folder
    /// @param notices    gets what is left out
    /// @return the files and folders
    /// @throws InvalidInputException if the run lacks what the format needs, or has no such
    ///     variant, or if nothing can be written there, or something of the run itself is there,
    ///     or a folder where a folder is to be made; files that are there already are then as
    ///     before
    public static List<Path> write(
            RunFolder run,
            Format format,
            Optional<String> only,
            Optional<String> background,
            Optional<Path> to,
            Consumer<String> notices) {
        StudyKind kind = StudyKind.of(Manifest.read(run));
        Exporter exporter = kind.exports().get(format);
        if (exporter == null) {
            throw new InvalidInputException(Problem.of(
                    run.path().toString(),
                    "a run of a " + kind.word() + " cannot be written as " + format.word() + other(kind)));
        }
        if (background.isPresent() && !format.isPicture()) {
            throw new InvalidInputException(
                    Problem.of("--background", "only pictures have one, and " + format.word() + " was asked for"));
        }
        checkFolder(to.orElse(run.file("any")));
        to.ifPresent(place -> checkNotOf(run, place));
        List<VariantsTable.Row> variants = VariantsTable.read(run);
        List<String> names = variants.stream().map(VariantsTable.Row::id).toList();
        only.filter(name -> !names.contains(name)).ifPresent(name -> {
            throw new InvalidInputException(Problem.of(
                    run.path().toString(),
                    variants.isEmpty()
                            ? "has no variants, but \"" + name + "\" was asked for"
                            : "has no variant \"" + name + "\"; it has " + String.join(", ", names)));
        });
        List<VariantsTable.Row> wanted = variants.stream()
                .filter(each -> only.isEmpty() || only.get().equals(each.id()))
                .toList();
        List<Exporter.Exported> all = exporter.of(
                new Exporter.Request(run, () -> prepared(run), wanted, only.isPresent(), background, to, notices));
        all.forEach(each -> {
            checkWritable(each);
            checkNotOf(run, each.place());
        });
        for (Exporter.Exported each : all) {
            if (each.folder()) {
                AtomicFolder.write(each.place(), each.content());
            } else {
                AtomicFile.write(real(each.place()), each.content());
            }
        }
        return all.stream().map(Exporter.Exported::place).toList();
    }

    /// What the runs of a kind can be written as, for people.
    private static String other(StudyKind kind) {
        String formats = kind.exports().keySet().stream().map(Format::word).collect(Collectors.joining(", "));
        return "; it can be as " + formats
                + (kind.exports().size() > 1
                        ? ""
                        : ", and its tables are CSV; run one of its rows alone to have more, with the seed and the values of"
                                + " that row");
    }

    private static PreparedStudy prepared(RunFolder run) {
        OpenedStudy opened =
                OpenedStudy.of(run).with(Overrides.parse(Manifest.read(run).overrides()));
        return opened.study().prepare(opened.files());
    }

    /// Writes a run as [#write(RunFolder, Format, Optional, Optional, Optional, Consumer)] does, where nobody
    /// asks what is left out.
    public static List<Path> write(
            RunFolder run, Format format, Optional<String> only, Optional<String> background, Optional<Path> to) {
        return write(run, format, only, background, to, _ -> {});
    }

    /// Writes a run with the study's own background, where nobody asks what is left out.
    public static List<Path> write(RunFolder run, Format format, Optional<String> only, Optional<Path> to) {
        return write(run, format, only, Optional.empty(), to);
    }

    private static void checkWritable(Exporter.Exported exported) {
        if (exported.folder()) {
            if (Files.exists(exported.place(), LinkOption.NOFOLLOW_LINKS)) {
                throw new InvalidInputException(Problem.of(
                        exported.place().toString(),
                        "is there already; a folder that is exported takes the place of no other: name a new one, or"
                                + " remove it"));
            }
            checkFolder(exported.place());
        } else {
            checkWritable(exported.place());
        }
    }

    private static void checkFolder(Path file) {
        Path folder = file.getParent();
        RunFolder.checkWritable(folder == null ? Path.of(".") : folder);
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
        checkFolder(file);
    }

    /// An export takes the place of a file of its name, but of none that the run itself is made
    /// of.
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
}
