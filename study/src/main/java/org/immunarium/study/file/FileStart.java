package org.immunarium.study.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.results.StorageException;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// The beginning of a file, which tells what it is, whatever it is called.
///
/// @param text without a byte-order mark, white space, and the zeros of UTF-16
public record FileStart(String text) {

    /// Enough for what comments may stand before the first element.
    private static final int BYTES = 8192;

    /// Reads it.
    ///
    /// @param source the file as the user named it
    /// @throws InvalidInputException if it is no regular file, or cannot be read
    public static FileStart read(String source, Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    Problem.of(source, "is not a regular file; a study file or a model was expected"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(BYTES), StandardCharsets.UTF_8);
            return new FileStart(start.replace("\ufeff", "").replace("\0", "").strip());
        } catch (IOException e) {
            throw new InvalidInputException(Problem.of(source, "cannot be read: " + StorageException.reason(e)));
        }
    }

    /// XML begins with `<`; YAML of ours never does.
    public boolean isXml() {
        return text.startsWith("<");
    }
}
