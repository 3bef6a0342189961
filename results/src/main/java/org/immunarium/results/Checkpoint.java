package org.immunarium.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.immunarium.units.InvalidInputException;

/// The last safe point of a run: a few named files that belong together.
///
/// `checkpoint/current` names the generation that counts, a folder beside it, and each file in it with its checksum. A
/// new generation is written whole before that one small file is replaced, so a kill at any moment leaves either the
/// old
/// point or the new one.
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
        long generation = current().map(Point::generation).orElse(0L) + 1;
        Path next = folder.resolve(Long.toString(generation));
        StringBuilder current = new StringBuilder(generation + "\n");
        try {
            Files.createDirectories(folder);
            delete(next);
            Files.createDirectory(next);
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                AtomicFile.write(next.resolve(file.getKey()), file.getValue());
                current.append(checksum(file.getValue()) + " " + file.getKey() + "\n");
            }
            AtomicFile.write(folder.resolve(CURRENT), current.toString());
            delete(folder.resolve(Long.toString(generation - 1)));
        } catch (IOException e) {
            throw new StorageException(next, e);
        }
    }

    /// One file of the safe point, where there is one.
    ///
    /// @throws InvalidInputException if it is not there as it was saved
    public Optional<byte[]> read(String name) {
        return current()
                .flatMap(point -> Optional.ofNullable(point.checksums().get(name))
                        .map(checksum -> read(folder.resolve(Long.toString(point.generation())), name, checksum)));
    }

    private byte[] read(Path point, String name, String checksum) {
        if (!Files.isDirectory(point)) {
            throw Damage.of(
                    folder.resolve(CURRENT), "it names the safe point " + point.getFileName() + ", which is not there");
        }
        Path file = point.resolve(name);
        try {
            byte[] content = Files.readAllBytes(file);
            if (!checksum(content).equals(checksum)) {
                throw Damage.of(
                        file,
                        "it is not as it was saved: its CRC-32C is " + checksum(content) + ", and " + checksum
                                + " was expected");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw Damage.of(file, "it is missing");
        } catch (IOException e) {
            throw StorageException.ofReading(file, e);
        }
    }

    private static String checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return Long.toHexString(checksum.getValue());
    }

    /// Removes it all: the run is done.
    public void clear() {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
    }

    /// What `current` says.
    ///
    /// @param checksums of the files, by name
    private record Point(long generation, Map<String, String> checksums) {}

    private Optional<Point> current() {
        Path file = folder.resolve(CURRENT);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            if (!text.matches("[0-9]{1,18}(\n[0-9a-f]{1,8} .+)+")) {
                throw Damage.of(
                        file,
                        "the number of a safe point and the checksums of its files were expected; found \""
                                + shown(text) + "\"");
            }
            List<String> lines = text.lines().toList();
            Map<String, String> checksums = lines.stream()
                    .skip(1)
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(words -> words[1], words -> words[0]));
            return Optional.of(new Point(Long.parseLong(lines.getFirst()), checksums));
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
