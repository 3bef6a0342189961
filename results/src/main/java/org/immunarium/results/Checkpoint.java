package org.immunarium.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.immunarium.units.InvalidInputException;

/// The last safe point of a run: a few named files that belong together.
///
/// `checkpoint/current` names the generation that counts, a folder beside it. A new generation is written whole before
/// that one small file is replaced, so a kill at any moment leaves either the old point or the new one.
public final class Checkpoint {

    /// The folder's name within a run folder.
    public static final String FOLDER = "checkpoint";

    private static final String CURRENT = "current";

    private static final int MOST_SHOWN = 40;

    private final Path folder;

    public Checkpoint(RunFolder run) {
        this.folder = run.file(FOLDER);
    }

    /// Replaces the safe point.
    ///
    /// @param files content by file name
    /// @throws StorageException if it cannot be written; the former point then still counts
    public void save(Map<String, byte[]> files) {
        long generation = current().orElse(0L) + 1;
        Path next = folder.resolve(Long.toString(generation));
        try {
            Files.createDirectories(folder);
            delete(next);
            Files.createDirectory(next);
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                AtomicFile.write(next.resolve(file.getKey()), file.getValue());
            }
            AtomicFile.write(folder.resolve(CURRENT), Long.toString(generation));
            delete(folder.resolve(Long.toString(generation - 1)));
        } catch (IOException e) {
            throw new StorageException(next, e);
        }
    }

    /// One file of the safe point, where there is one.
    ///
    /// @throws InvalidInputException if the point is damaged
    public Optional<byte[]> read(String name) {
        Optional<Long> generation = current();
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        Path point = folder.resolve(Long.toString(generation.get()));
        if (!Files.isDirectory(point)) {
            throw Damage.of(
                    folder.resolve(CURRENT), "it names the safe point " + generation.get() + ", which is not there");
        }
        Path file = point.resolve(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw StorageException.ofReading(file, e);
        }
    }

    /// Where a file of the safe point is, for those who find it damaged.
    public Path file(String name) {
        return folder.resolve(
                        current().map(generation -> Long.toString(generation)).orElse(CURRENT))
                .resolve(name);
    }

    /// Removes it all: the run is done.
    public void clear() {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
    }

    private Optional<Long> current() {
        Path file = folder.resolve(CURRENT);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            if (!text.matches("[0-9]{1,18}")) {
                throw Damage.of(file, "the number of a safe point was expected; found \"" + shown(text) + "\"");
            }
            return Optional.of(Long.parseLong(text));
        } catch (IOException e) {
            throw StorageException.ofReading(file, e);
        }
    }

    /// The beginning of what stands in a damaged file, without what a screen cannot show.
    static String shown(String text) {
        String printable = text.replaceAll("\\P{Print}", "?");
        return printable.length() <= MOST_SHOWN ? printable : printable.substring(0, MOST_SHOWN) + "…";
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (UncheckedIOException onTheWay) {
            throw Objects.requireNonNull(onTheWay.getCause());
        }
    }
}
