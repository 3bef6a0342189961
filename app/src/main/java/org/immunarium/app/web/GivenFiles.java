package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.immunarium.results.Json;
import org.immunarium.results.StorageException;

/// All files that browsers gave to the lab, each file or archive in a folder of its own, and how many there may be.
///
/// A run keeps copies of what it reads, so once it has begun it needs none of them. Nothing is removed by itself:
/// a page may still show a file that nobody has run yet.
final class GivenFiles {

    /// Of one lab, of files and archives, and of their bytes on disk.
    private static final int MOST = 1000;

    private static final long MOST_BYTES = 2L << 30;

    /// A file takes whole blocks of a disk.
    private static final long BLOCK = 4096;

    private static final int MIB = 20;

    private final LabFolder folder;
    private final RunQueue queue;
    private final int most;
    private final long mostBytes;

    GivenFiles(LabFolder folder, RunQueue queue) {
        this(folder, queue, MOST, MOST_BYTES);
    }

    /// @param most      files and archives
    /// @param mostBytes of all of them, as they lie on disk
    GivenFiles(LabFolder folder, RunQueue queue, int most, long mostBytes) {
        this.folder = folder;
        this.queue = queue;
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /// What there is room for, in bytes.
    ///
    /// @param wanted bytes at least
    /// @throws Refusal if there is not
    synchronized long room(long wanted) {
        List<Path> all = all();
        long left = mostBytes - bytes(all);
        if (all.size() >= most || left < wanted) {
            throw full(all.size(), mostBytes - left);
        }
        return left;
    }

    private Refusal full(int count, long bytes) {
        return new Refusal(
                Refusal.CONFLICT,
                "the lab keeps at most " + most + " files and archives that were given to it, and "
                        + mebibytes(mostBytes) + " MiB of them on disk; it has " + count + " of "
                        + mebibytes(bytes) + " MiB. To make room, press \"Remove what no run needs\" on the page Runs"
                        + " (runs have copies of their own), and give this one again");
    }

    /// How many there are, the bytes that they take on disk, and the most of either.
    synchronized ObjectNode told() {
        List<Path> all = all();
        ObjectNode root = Json.object();
        root.put("files", all.size());
        root.put("bytes", bytes(all));
        root.put("most files", most);
        root.put("most bytes", mostBytes);
        return root;
    }

    /// Removes all that no run needs which waits, is beginning, or was stopped before it began.
    synchronized void clear() {
        Set<String> needed = needed();
        all().stream()
                .filter(each -> !needed.contains(each.getFileName().toString()))
                .forEach(GivenFiles::remove);
    }

    private Set<String> needed() {
        Path uploads = folder.uploads();
        Set<String> needed = new HashSet<>();
        for (String word : queue.wordsOfUnbegun()) {
            try {
                Path file = Path.of(word.substring(KeptTasks.value(word)));
                if (file.isAbsolute() && file.normalize().startsWith(uploads)) {
                    needed.add(uploads.relativize(file.normalize()).getName(0).toString());
                }
            } catch (InvalidPathException none) {
                // It is no file.
            }
        }
        return needed;
    }

    private List<Path> all() {
        try (Stream<Path> within = Files.list(folder.uploads())) {
            return within.sorted().toList();
        } catch (IOException e) {
            throw StorageException.ofReading(folder.uploads(), e);
        }
    }

    private static long bytes(List<Path> all) {
        long sum = 0;
        for (Path each : all) {
            try (Stream<Path> files = Files.walk(each)) {
                sum += files.mapToLong(file -> (file.toFile().length() + BLOCK - 1) / BLOCK * BLOCK)
                        .sum();
            } catch (IOException | UncheckedIOException gone) {
                // What is not there takes nothing.
            }
        }
        return sum;
    }

    private static long mebibytes(long bytes) {
        return (bytes + (1 << MIB) - 1) >> MIB;
    }

    /// Removes one with all that is in it.
    static void remove(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException | UncheckedIOException left) {
            // What is left still counts.
        }
    }
}
