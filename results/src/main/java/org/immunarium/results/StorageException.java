package org.immunarium.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// Results could not be written once the run was under way, such as on a full disk. What was written before stays, and
/// the run can be resumed.
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageException(Path file, IOException cause) {
        super(message(file, cause), cause);
    }

    private static String message(Path file, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota") || lower.contains("file too large")) {
            return file + ": the disk is full (" + reason + "); free some space";
        }
        return file + ": cannot be written: " + reason;
    }
}
