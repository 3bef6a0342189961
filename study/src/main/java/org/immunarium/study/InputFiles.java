package org.immunarium.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Fingerprint;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.StorageException;

/// Finds the files that a study names, and remembers which were read.
///
/// A run keeps a copy of each in `inputs/`, so that it can be resumed, and understood, when the
/// originals have gone or
/// changed.
public final class InputFiles {

    private static final String COPIES = "inputs";

    private final Path base;
    private final Map<String, Path> copies;
    private final Map<String, Path> read = new LinkedHashMap<>();

    private InputFiles(Path base, Map<String, Path> copies) {
        this.base = base;
        this.copies = copies;
    }

    /// Files named relative to a folder: that of the study file.
    public static InputFiles in(Path base) {
        return new InputFiles(base, Map.of());
    }

    /// The copies that a run kept.
    public static InputFiles of(RunFolder run) {
        Map<String, Path> copies = new LinkedHashMap<>();
        List<Fingerprint> inputs = Manifest.read(run).inputs();
        for (int i = 0; i < inputs.size(); i++) {
            copies.put(
                    inputs.get(i).file(),
                    run.file(COPIES).resolve(copyName(i, inputs.get(i).file())));
        }
        return new InputFiles(run.path(), copies);
    }

    /// The file of this name, where there is one; it then counts as read.
    ///
    /// @param name as the study has it
    public Optional<Path> find(String name) {
        try {
            Path path = copies.containsKey(name) ? copies.get(name) : base.resolve(name);
            if (path == null || !Files.exists(path)) {
                return Optional.empty();
            }
            read.put(name, path);
            return Optional.of(path);
        } catch (java.nio.file.InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /// What was read, in the order read.
    public List<Fingerprint> fingerprints() {
        List<Fingerprint> prints = new ArrayList<>();
        read.forEach((name, path) -> prints.add(Fingerprint.of(name, path)));
        return prints;
    }

    /// Copies what was read into a new run.
    public void keep(RunFolder run) {
        int i = 0;
        for (Map.Entry<String, Path> file : read.entrySet()) {
            Path copy = run.file(COPIES).resolve(copyName(i++, file.getKey()));
            try {
                Files.createDirectories(run.file(COPIES));
                Files.copy(file.getValue(), copy);
            } catch (IOException e) {
                throw new StorageException(copy, e);
            }
        }
    }

    /// Two inputs may have one file name, in different folders.
    private static String copyName(int index, String name) {
        Path file = Path.of(name).getFileName();
        return (index + 1) + "-" + (file == null ? "input" : file);
    }
}
