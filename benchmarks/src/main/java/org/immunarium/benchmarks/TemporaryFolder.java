package org.immunarium.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that is gone, with all that is in it, once it is closed.
///
/// @param path where it is
public record TemporaryFolder(Path path) implements AutoCloseable {

    /// Makes one.
    ///
    /// @throws IOException if there is no place for it
    public static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("immunarium-bench"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
