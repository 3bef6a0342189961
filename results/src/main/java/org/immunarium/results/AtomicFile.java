package org.immunarium.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file whole or not at all: a reader, or a crash at any moment, sees the old content or
/// the new one.
public final class AtomicFile {

    private AtomicFile() {}

    /// Makes a file of any size.
    public interface Content {
        /// Writes all of it to a file that is not there yet, or is of no worth.
        void to(Path partial) throws IOException;
    }

    /// Replaces `file` by what is written beside it, on disk when this returns.
    ///
    /// Whatever the content throws comes through, and an existing file is then as before.
    ///
    /// @throws StorageException if it cannot be written; an existing file is then as before
    public static void write(Path file, Content content) {
        Path partial = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            content.to(partial);
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(file);
        } catch (IOException e) {
            discard(partial);
            throw new StorageException(file, e);
        } catch (RuntimeException e) {
            discard(partial);
            throw e;
        }
    }

    /// As [#write(Path, Content)], of bytes.
    public static void write(Path file, byte[] content) {
        write(file, partial -> Files.write(partial, content));
    }

    /// As [#write(Path, byte[])], in UTF-8.
    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /// Makes the entry of a file in its folder durable: a rename is only once that is. Some
    /// systems do not allow it, and then there is nothing more to do.
    static void syncFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows: a folder cannot be opened as a file.
        }
    }

    private static void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException left) {
            // The failure to write is what the caller needs to hear of.
        }
    }
}
