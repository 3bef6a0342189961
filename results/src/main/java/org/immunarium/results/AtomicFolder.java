package org.immunarium.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Writes a folder whole or not at all: a reader, or a crash at any moment, sees all of its files
/// or none.
public final class AtomicFolder {

    private static final int AT_ONCE = 32;

    private AtomicFolder() {}

    /// Makes `folder` out of what is written into one beside it, on disk when this returns.
    ///
    /// A folder that is there already is replaced: it steps aside at once, all of it, and the new
    /// one takes its place at once. A crash between the two leaves none in its place, and the old
    /// one beside it, as `.NAME.old.part`. Whatever the content throws comes through.
    ///
    /// @param content makes the folder that it is given
    /// @throws StorageException if it cannot be written; an existing folder is then as before
    public static void write(Path folder, AtomicFile.Content content) {
        Path partial = folder.resolveSibling("." + folder.getFileName() + ".part");
        Path old = aside(folder);
        try {
            delete(partial);
            delete(old);
            content.to(partial);
            sync(partial);
            boolean replaces = Files.exists(folder);
            if (replaces) {
                Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            }
            try {
                Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (replaces) {
                    Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
                }
                throw e;
            }
            AtomicFile.syncFolder(folder);
            discard(old);
        } catch (IOException e) {
            discard(partial);
            throw new StorageException(folder, e);
        } catch (RuntimeException e) {
            discard(partial);
            throw e;
        }
    }

    /// Where a folder is while it is replaced or removed.
    private static Path aside(Path folder) {
        return folder.resolveSibling("." + folder.getFileName() + ".old.part");
    }

    /// Removes a folder with all that is in it; a crash at any moment leaves all of it or none.
    /// Nothing happens where there is none.
    ///
    /// @throws IOException if it cannot be removed
    public static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Path old = aside(folder);
            delete(old);
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
        }
    }

    /// Many files at once: a disk syncs a hundred together ten times as fast as one after the
    /// other.
    private static void sync(Path folder) throws IOException {
        List<Path> all = tree(folder);
        List<Callable<Path>> tasks = all.stream()
                .<Callable<Path>>map(each -> () -> {
                    syncOne(each);
                    return each;
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.clamp(all.size(), 1, AT_ONCE))) {
            for (Future<Path> each : threads.invokeAll(tasks)) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }

    private static void syncOne(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            AtomicFile.syncFolder(path.resolve("any"));
            return;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Removes a file or folder, which may be half gone when this fails.
    static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            for (Path each : tree(path).reversed()) {
                Files.delete(each);
            }
        }
    }

    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.sorted(Comparator.naturalOrder()).toList();
        } catch (UncheckedIOException onTheWay) {
            throw Objects.requireNonNull(onTheWay.getCause());
        }
    }

    /// What is left of it is in nobody's way: the next that is written removes it.
    private static void discard(Path folder) {
        try {
            delete(folder);
        } catch (IOException left) {
            // Whether the new one was written is what the caller needs to hear of.
        }
    }
}
