package org.immunarium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A temporary folder leaves nothing behind.
final class TemporaryFolderTest {

    @Test
    void itIsGoneWithAllThatIsInItOnceItIsClosed() throws IOException {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            path = folder.path();
            Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "c");
        }
        assertThat(path).doesNotExist();
    }
}
