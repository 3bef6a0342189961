package org.immunarium.study.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.results.StorageException;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Reads what a user names: a file, of a reasonable size, in UTF-8 where it is text.
public final class TextFile {

    private TextFile() {}

    /// Reads a file whole.
    ///
    /// @param source the file as the user named it
    /// @param most   bytes that it may have
    /// @throws InvalidInputException if it is missing, no regular file, longer than that, or not UTF-8
    public static String read(String source, Path file, int most) {
        byte[] bytes = bytes(source, file, most);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(Problem.of(source, "is not text in UTF-8"));
        }
    }

    /// Reads a file whole, which may be other than text.
    ///
    /// @param source the file as the user named it
    /// @param most   bytes that it may have
    /// @throws InvalidInputException if it is missing, no regular file, or longer than that
    public static byte[] bytes(String source, Path file, int most) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new InvalidInputException(Problem.of(source, "is not a regular file"));
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                // One more than allowed: a file may grow while it is read.
                bytes = in.readNBytes(most + 1);
            }
            if (bytes.length > most) {
                throw new InvalidInputException(Problem.of(
                        source, "has " + Files.size(file) + " bytes; a file of at most " + most + " was expected"));
            }
            return bytes;
        } catch (IOException e) {
            throw new InvalidInputException(Problem.of(source, "cannot be read: " + StorageException.reason(e)));
        }
    }
}
