package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder is there whole or not at all.
final class AtomicFolderTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderIsReplacedWhole() throws IOException {
        Path frame = folder.resolve("frame");
        AtomicFolder.write(frame, partial -> write(partial, "old"));
        AtomicFolder.write(frame, partial -> {
            assertThat(frame.resolve("old")).exists();
            write(partial, "new");
        });
        assertThat(frame.resolve("new")).hasContent("new");
        assertThat(frame.resolve("old")).doesNotExist();
        assertThat(names()).containsExactly("frame");
    }

    @Test
    void aFailureLeavesWhatIsThere() throws IOException {
        Path frame = folder.resolve("frame");
        AtomicFolder.write(frame, partial -> write(partial, "old"));
        assertThatThrownBy(() -> AtomicFolder.write(frame, partial -> {
                    write(partial, "new");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the disk is full");
        assertThat(frame.resolve("old")).hasContent("old");
        assertThat(names()).containsExactly("frame");
    }

    @Test
    void whatACrashLeftIsInNobodysWay() throws IOException {
        write(folder.resolve(".frame.part"), "half");
        write(folder.resolve(".frame.old.part"), "older");
        AtomicFolder.write(folder.resolve("frame"), partial -> write(partial, "new"));
        AtomicFolder.write(folder.resolve("frame"), partial -> write(partial, "newer"));
        assertThat(folder.resolve("frame")).isDirectoryContaining(file -> file.endsWith("newer"));
        assertThat(names()).containsExactly("frame");
    }

    @Test
    void aFrameIsOneOutputOfARun() throws IOException {
        write(folder.resolve("cells/frame-000000/x"), "0");
        write(folder.resolve("cells/frame-000000/y"), ".zarray");
        write(folder.resolve("cells/.frame-000001.part/x"), "0");
        write(folder.resolve("cells"), ".zgroup");
        write(folder.resolve("tables"), "a.csv");
        List<Fingerprint> outputs = new RunFolder(folder).outputs();
        assertThat(outputs).extracting(Fingerprint::file).containsExactly("cells/frame-000000/", "tables/a.csv");
        assertThat(outputs.getFirst().bytes()).isEqualTo("0".length() + ".zarray".length());
        // cd cells/frame-000000; sha256sum x/0 y/.zarray | sha256sum
        assertThat(outputs.getFirst().sha256())
                .isEqualTo("40d41c5bcdb894510787c82e5ba4b2488cf07c28d11be365806b480bbfa2b920");
    }

    /// A file that has its name as its content.
    private static void write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), name);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
