package org.immunarium.results;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
        String reason = reason(cause);
        if (isFullDisk(reason)) {
            return file + ": the disk is full (" + reason + "); free some space";
        }
        return file + ": cannot be " + done + ": " + reason;
    }

    static boolean isFullDisk(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("quota") || lower.contains("file too large");
    }

    /// Why, in words, without the file: several of Java's messages are no more than its name.
    public static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "there is no such file or folder";
            case DirectoryNotEmptyException _ -> "a folder is in its place";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
    }
}
