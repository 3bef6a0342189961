package org.immunarium.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file's name, length and SHA-256, so that a reader can tell whether it is the one the run
/// read or wrote.
///
/// @param file   as a user would name it: relative to the run folder for what the run wrote; that
///     of a folder ends in a slash
/// @param bytes  its length; of a folder that of all its files
/// @param sha256 in lower-case hexadecimal
public record Fingerprint(String file, long bytes, String sha256) {

    private static final int BUFFER_BYTES = 1 << 16;

    /// Reads `path` and gives it the name `file`.
    ///
    /// @throws StorageException if it cannot be read
    public static Fingerprint of(String file, Path path) {
        MessageDigest digest = sha256Digest();
        long length = 0;
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                length += count;
            }
        } catch (IOException e) {
            throw StorageException.ofReading(path, e);
        }
        return new Fingerprint(file, length, HexFormat.of().formatHex(digest.digest()));
    }

    /// Of all files in a folder: the SHA-256 is of lines as `sha256sum` writes them, one a file,
    /// in the order of their names, each relative to the folder.
    ///
    /// @throws StorageException if it cannot be read
    public static Fingerprint ofFolder(String file, Path folder) {
        List<Fingerprint> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile)
                    .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                    .sorted()
                    .map(name -> of(name, folder.resolve(name)))
                    .toList();
        } catch (IOException e) {
            throw StorageException.ofReading(folder, e);
        } catch (UncheckedIOException onTheWay) {
            throw StorageException.ofReading(folder, Objects.requireNonNull(onTheWay.getCause()));
        }
        String lines = files.stream()
                .map(each -> each.sha256() + "  " + each.file() + "\n")
                .collect(Collectors.joining());
        return new Fingerprint(
                file,
                files.stream().mapToLong(Fingerprint::bytes).sum(),
                of(file, lines.getBytes(StandardCharsets.UTF_8)).sha256());
    }

    /// Of content that is not a file of its own, such as a shipped model.
    public static Fingerprint of(String file, byte[] content) {
        return new Fingerprint(
                file, content.length, HexFormat.of().formatHex(sha256Digest().digest(content)));
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
