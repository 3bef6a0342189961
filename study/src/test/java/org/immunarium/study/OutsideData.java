package org.immunarium.study;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Published data that tests compare with and that is not part of the project.
public final class OutsideData {

    private OutsideData() {}

    /// A file in the folder that `IMMUNARIUM_DATA` names, else in `../shared/data` beside the project.
    /// Where it is missing, the test that asks is skipped and says so.
    public static Path file(String name) {
        String named = System.getenv("IMMUNARIUM_DATA");
        Path here = Path.of("").toAbsolutePath();
        Path beside = here.endsWith("study") ? here.resolve("../../shared/data") : here.resolve("../shared/data");
        Path file = (named == null ? beside : Path.of(named)).resolve(name).normalize();
        Assumptions.assumeTrue(Files.exists(file), "skipped: there is no " + file);
        return file;
    }
}
