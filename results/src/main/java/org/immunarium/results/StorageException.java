package org.immunarium.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// The disk failed once the work was under way: it is full, say, or a file of the run cannot be read back. What was
/// written before stays.
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// A file that cannot be written.
    public StorageException(Path file, IOException cause) {
        this(file, "written", cause);
    }

    private StorageException(Path file, String done, IOException cause) {
        super(message(file, done, cause), cause);
    }

    /// A file that cannot be read.
    public static StorageException ofReading(Path file, IOException cause) {
        return new StorageException(file, "read", cause);
    }

    private static String message(Path file, String done, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota") || lower.contains("file too large")) {
            return file + ": the disk is full (" + reason + "); free some space";
        }
        return file + ": cannot be " + done + ": " + reason;
    }
}
