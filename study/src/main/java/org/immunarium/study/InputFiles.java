package org.immunarium.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.Fingerprint;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.StorageException;
import org.immunarium.study.file.TextFile;
import org.immunarium.therapy.EventTable;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Unit;

/// Finds the files that a study names, reads each once, and remembers what was in them.
///
/// A run keeps a copy of each in `inputs/`, so that it can be resumed, and understood, when the
/// originals have gone or changed. The copy has the bytes that were read, whatever became of the
/// original meanwhile.
public final class InputFiles {

    /// The study file's name within a run folder.
    public static final String STUDY = "study.yaml";

    /// The folder of a run that has copies of what its study named.
    public static final String COPIES = "inputs";

    /// Larger than any table of a treatment: a million doses and more.
    private static final int LARGEST_TABLE_BYTES = 1 << 26;

    private final Optional<Path> base;
    /// Folders and files; nothing else is read. Without any, whatever a study names.
    private final List<Path> bounds;
    private final Map<String, Path> copies;
    private final Map<String, byte[]> read = new LinkedHashMap<>();

    private InputFiles(Optional<Path> base, Map<String, Path> copies) {
        this(base, copies, List.of());
    }

    private InputFiles(Optional<Path> base, Map<String, Path> copies, List<Path> bounds) {
        this.base = base;
        this.bounds = bounds;
        this.copies = copies;
    }

    /// Files named relative to a folder: that of the study file.
    public static InputFiles in(Path base) {
        return new InputFiles(Optional.of(base), new LinkedHashMap<>());
    }

    /// The same, but nothing is read besides what lies in some folders, and some files: of a study that
    /// somebody else wrote.
    ///
    /// @param bounds folders and files; none for whatever a study names
    public InputFiles within(List<Path> bounds) {
        return new InputFiles(
                base,
                copies,
                bounds.stream().map(each -> each.toAbsolutePath().normalize()).toList());
    }

    /// No files: what comes along names only what comes along, whatever lies in the working directory.
    public static InputFiles none() {
        return new InputFiles(Optional.empty(), new LinkedHashMap<>());
    }

    /// The copies that a run kept.
    public static InputFiles of(RunFolder run) {
        Map<String, Path> copies = new LinkedHashMap<>();
        List<Fingerprint> inputs = Manifest.read(run).inputs();
        for (int i = 0; i < inputs.size(); i++) {
            copies.put(inputs.get(i).file(), kept(run, inputs, i));
        }
        return new InputFiles(Optional.of(run.path()), copies);
    }

    /// Compares what a run kept with what it read: a changed study or input would give the rest of a
    /// table other patients than its beginning.
    ///
    /// @throws InvalidInputException with every file that is not as it was
    public static void checkUnchanged(RunFolder run, Manifest manifest) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < manifest.inputs().size(); i++) {
            Fingerprint input = manifest.inputs().get(i);
            Path path = kept(run, manifest.inputs(), i);
            if (!Files.isRegularFile(path)) {
                problems.add(Problem.of(
                        path.toString(), "is missing, and the run can be neither resumed nor repeated without it"));
            } else if (!Fingerprint.of(input.file(), path).equals(input)) {
                problems.add(Problem.of(
                        path.toString(),
                        "was changed since the run began, so the run can be neither resumed nor repeated; run the study"
                                + " itself instead"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /// Where a run keeps an input: its study, the last of them, as a file of its own.
    private static Path kept(RunFolder run, List<Fingerprint> inputs, int i) {
        String name = inputs.get(i).file();
        boolean study = i == inputs.size() - 1 && name.equals(STUDY);
        return study ? run.file(STUDY) : run.file(COPIES).resolve(copyName(i, name));
    }

    /// The file of this name, where there is one.
    ///
    /// @param name as the study has it
    public Optional<Path> find(String name) {
        try {
            return Optional.ofNullable(copies.get(name))
                    .or(() -> base.map(folder -> folder.resolve(name)))
                    .filter(path -> isWithin(name, path))
                    .filter(Files::exists);
        } catch (java.nio.file.InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /// @throws InvalidInputException if it may not be looked at
    private boolean isWithin(String name, Path path) {
        Path whole = path.toAbsolutePath().normalize();
        if (!bounds.isEmpty() && bounds.stream().noneMatch(whole::startsWith)) {
            throw new InvalidInputException(
                    Problem.of(name, "lies outside of the folder out of which this study may read files"));
        }
        return true;
    }

    /// The text of the file of this name, where there is one; it then counts as read.
    ///
    /// @param name as the study has it
    /// @param most bytes that it may have
    /// @throws InvalidInputException if it is no regular file, longer than that, or not UTF-8
    public Optional<String> text(String name, int most) {
        return find(name)
                .map(path -> content(name, () -> TextFile.read(name, path, most).getBytes(StandardCharsets.UTF_8)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// The bytes of the file of this name, where there is one; it then counts as read.
    ///
    /// @param name as the study has it
    /// @param most bytes that it may have
    /// @throws InvalidInputException if it is no regular file, or longer than that
    public Optional<byte[]> bytes(String name, int most) {
        return find(name).map(path -> content(name, () -> TextFile.bytes(name, path, most)));
    }

    /// The table of dosing events of this name, where there is one; it then counts as read. Amounts are in mg where
    /// its header does not say.
    ///
    /// @param name as the study has it
    /// @throws InvalidInputException as [#text], and with everything that is wrong in it
    public Optional<EventTable> events(String name) {
        return text(name, LARGEST_TABLE_BYTES).map(text -> EventTable.parse(text, name, Unit.parse("mg")));
    }

    /// The text of a file that the command line names, relative to the working directory; it then counts as read.
    ///
    /// @param option  that names it, such as `--data`
    /// @param name    as the user wrote it
    /// @param most    bytes that it may have
    /// @throws InvalidInputException if it is missing, no regular file, longer than that, or not UTF-8
    public String named(String option, String name, int most) {
        // A key of its own: the study may name another file of this name in its folder.
        String key = option + "/" + name;
        try {
            Path path = copies.containsKey(key) ? copies.get(key) : Path.of(name);
            if (isWithin(option, path) && !Files.exists(path)) {
                throw new InvalidInputException(Problem.of(option, "\"" + name + "\": there is no such file"));
            }
            return new String(
                    content(key, () -> TextFile.read(name, path, most).getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8);
        } catch (java.nio.file.InvalidPathException notAPath) {
            throw new InvalidInputException(Problem.of(option, "\"" + name + "\": there is no such file"));
        }
    }

    /// What is in the file of this name, which counts as read from now on; a second reader is given the same.
    ///
    /// @param name   as the study has it
    /// @param reader is asked once
    public byte[] content(String name, Supplier<byte[]> reader) {
        return read.computeIfAbsent(name, _ -> reader.get());
    }

    /// Writes what was read into a new run, and lets go of it: from then on the copies are what is
    /// found.
    ///
    /// @return what it was, in the order read
    public List<Fingerprint> keep(RunFolder run) {
        List<Fingerprint> kept = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : read.entrySet()) {
            Path copy = run.file(COPIES).resolve(copyName(kept.size(), file.getKey()));
            try {
                Files.createDirectories(run.file(COPIES));
            } catch (IOException e) {
                throw new StorageException(copy, e);
            }
            AtomicFile.write(copy, file.getValue());
            copies.put(file.getKey(), copy);
            kept.add(Fingerprint.of(file.getKey(), file.getValue()));
        }
        read.clear();
        return kept;
    }

    /// Two inputs may have one file name, in different folders.
    private static String copyName(int index, String name) {
        Path file = Path.of(name).getFileName();
        return (index + 1) + "-" + (file == null ? "input" : file);
    }
}
