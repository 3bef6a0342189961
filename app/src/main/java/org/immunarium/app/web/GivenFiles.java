package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.immunarium.results.Json;
import org.immunarium.results.StorageException;

/// All files that browsers gave to the lab, each file or archive in a folder of its own, and how many there may be.
///
/// A run keeps copies of what it reads, so once it has begun it needs none of them. No file is removed by itself:
/// a page may still show one that nobody has run yet. Texts of studies, which the lab wrote itself for runs, are
/// where they take the room.
final class GivenFiles {

    /// Of one lab, of files and archives, and of their bytes on disk.
    private static final int MOST = 1000;

    private static final long MOST_BYTES = 2L << 30;

    /// A file takes whole blocks of a disk.
    static final long BLOCK = 4096;

    private static final int MIB = 20;

    private final LabFolder folder;
    private final RunQueue queue;
    private final int most;
    private final long mostBytes;

    /// Held for reading while a study is read and checked for a run, for writing while what no run needs is
    /// removed.
    private final ReadWriteLock reading = new ReentrantReadWriteLock();

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

    /// Reads or writes files that were given: none of them is removed meanwhile.
    <T> T keeping(Supplier<T> what) {
        reading.readLock().lock();
        try {
            return what.get();
        } finally {
            reading.readLock().unlock();
        }
    }

    /// Keeps a file, or what is in an archive, in a folder of its own. One after the other, so that all find the
    /// room that they were told of.
    ///
    /// @return the folder
    /// @throws Refusal if there is no room, or an archive cannot be unpacked
    synchronized Path keep(String name, byte[] bytes) throws IOException {
        long room = room(bytes.length);
        Path place = folder.uploads()
                .resolve(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
        Files.createDirectory(place);
        try {
            if (GivenArchive.isOne(bytes)) {
                GivenArchive.unpack(bytes, place, room);
            } else {
                Files.write(place.resolve(name), bytes);
            }
            return place;
        } catch (IOException | RuntimeException refused) {
            remove(place);
            throw refused;
        }
    }

    /// What there is room for, in bytes.
    ///
    /// @param wanted bytes at least
    /// @throws Refusal if there is not
    synchronized long room(long wanted) {
        if (!fits(all(), wanted)) {
            removeUnneeded(within(folder.studies()));
        }
        List<Path> all = all();
        if (!fits(all, wanted)) {
            throw full(all.size(), bytes(all));
        }
        return mostBytes - bytes(all);
    }

    private boolean fits(List<Path> all, long wanted) {
        return all.size() < most && mostBytes - bytes(all) >= wanted;
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
        removeUnneeded(all());
    }

    private void removeUnneeded(List<Path> from) {
        reading.writeLock().lock();
        try {
            Set<Path> needed = needed();
            from.stream().filter(each -> !needed.contains(each)).forEach(GivenFiles::remove);
        } finally {
            reading.writeLock().unlock();
        }
    }

    private Set<Path> needed() {
        List<Path> places = List.of(folder.uploads(), folder.studies());
        Set<Path> needed = new HashSet<>();
        for (String word : queue.wordsOfUnbegun()) {
            try {
                Path file = Path.of(word.substring(KeptTasks.value(word))).normalize();
                places.stream()
                        .filter(each -> file.startsWith(each) && !file.equals(each))
                        .forEach(each ->
                                needed.add(each.resolve(each.relativize(file).getName(0))));
            } catch (InvalidPathException none) {
                // It is no file.
            }
        }
        return needed;
    }

    private List<Path> all() {
        List<Path> all = new ArrayList<>(within(folder.uploads()));
        all.addAll(within(folder.studies()));
        return all;
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> within = Files.list(folder)) {
            return within.sorted().toList();
        } catch (IOException e) {
            throw StorageException.ofReading(folder, e);
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
