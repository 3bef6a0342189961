package org.immunarium.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Published data that is not part of the project: tests that need it are skipped, saying so, where it is missing.
public final class OutsideData {

    private OutsideData() {}

    /// A file or folder in the folder that `IMMUNARIUM_DATA` names, else in `../shared/data` beside the project.
    public static Path path(String name) {
        String named = System.getenv("IMMUNARIUM_DATA");
        Path folder = named == null ? Path.of("..", "..", "shared", "data") : Path.of(named);
        Path path = folder.resolve(name);
        Assumptions.assumeTrue(
                Files.exists(path),
                () -> path + " is missing: name the folder of outside data in IMMUNARIUM_DATA to run this test");
        return path;
    }
}
