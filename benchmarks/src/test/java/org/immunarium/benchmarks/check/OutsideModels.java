package org.immunarium.benchmarks.check;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The published SBML models, which are not part of the project.
final class OutsideModels {

    private OutsideModels() {}

    /// The folder of models below the one that `IMMUNARIUM_DATA` names, else below `../shared/data` beside the
    /// project. Where it is missing, the test that asks is skipped and says so.
    static Path folder() {
        String named = System.getenv("IMMUNARIUM_DATA");
        Path data = named == null ? Path.of("../../shared/data") : Path.of(named);
        Path folder = data.resolve("sbml-models").toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: there is no " + folder);
        return folder;
    }
}
