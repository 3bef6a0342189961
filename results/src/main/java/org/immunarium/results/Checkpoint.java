package org.immunarium.results;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    /// Writes one file of a safe point.
    @FunctionalInterface
    public interface Part {
        void write(BlockOutput out) throws IOException;
    }

    /// Reads what a [Part] wrote.
    ///
    /// @param <T> what becomes of it
    @FunctionalInterface
    public interface PartReader<T> {

        /// @throws EOFException             if more is asked for than is there
        /// @throws StreamCorruptedException if it is not what was expected
        T read(BlockInput in) throws IOException;
    }

    /// Replaces the safe point.
    ///
    /// @param files by name
    /// @throws StorageException if it cannot be written; the former point then still counts
    public void save(Map<String, Part> files) {
        long generation = current().map(Point::generation).orElse(0L) + 1;
        Path next = folder.resolve(Long.toString(generation));
        StringBuilder current = new StringBuilder(generation + "\n");
        try {
            Files.createDirectories(folder);
            delete(next);
            Files.createDirectory(next);
            for (Map.Entry<String, Part> file : new TreeMap<>(files).entrySet()) {
                AtomicFile.write(
                        next.resolve(file.getKey()),
                        partial -> current.append(written(partial, file.getValue()) + " " + file.getKey() + "\n"));
            }
            AtomicFile.write(folder.resolve(CURRENT), current.toString());
            delete(folder.resolve(Long.toString(generation - 1)));
        } catch (IOException e) {
            throw new StorageException(next, e);
        }
    }

    /// @return the checksum of what was written
    private static String written(Path partial, Part part) throws IOException {
        try (FileChannel channel = FileChannel.open(partial, CREATE, WRITE, TRUNCATE_EXISTING)) {
            BlockOutput out = new BlockOutput(channel);
            part.write(out);
            out.flush();
            return Long.toHexString(out.checksum());
        }
    }

    /// One file of the safe point, where there is one.
    ///
    /// @throws InvalidInputException if it is not there as it was saved
    public Optional<byte[]> read(String name) {
        return file(name).map(file -> {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw StorageException.ofReading(file, e);
            }
        });
    }

    /// As [#read(String)], for what may be larger than memory.
    public <T> Optional<T> read(String name, PartReader<T> reader) {
        return file(name).map(file -> {
            try (FileChannel channel = FileChannel.open(file, READ)) {
                return reader.read(new BlockInput(channel));
            } catch (EOFException | StreamCorruptedException e) {
                throw Damage.of(file, String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw StorageException.ofReading(file, e);
            }
        });
    }

    /// Where a file of the safe point is, after its checksum was compared.
    private Optional<Path> file(String name) {
        return current()
                .flatMap(point -> Optional.ofNullable(point.checksums().get(name))
                        .map(checksum -> file(folder.resolve(Long.toString(point.generation())), name, checksum)));
    }

    private Path file(Path point, String name, String checksum) {
        if (!Files.isDirectory(point)) {
            throw Damage.of(
                    folder.resolve(CURRENT), "it names the safe point " + point.getFileName() + ", which is not there");
        }
        Path file = point.resolve(name);
        try {
            String found = checksum(file);
            if (!found.equals(checksum)) {
                throw Damage.of(
                        file,
                        "it is not as it was saved: its CRC-32C is " + found + ", and " + checksum + " was expected");
            }
            return file;
        } catch (NoSuchFileException e) {
            throw Damage.of(file, "it is missing");
        } catch (IOException e) {
            throw StorageException.ofReading(file, e);
        }
    }

    private static String checksum(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        try (FileChannel channel = FileChannel.open(file, READ)) {
            ByteBuffer block = ByteBuffer.allocate(BlockOutput.BLOCK_BYTES);
            while (channel.read(block.clear()) >= 0) {
                checksum.update(block.flip());
            }
        }
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
