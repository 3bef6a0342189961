package org.immunarium.benchmarks.trials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder of data that are not part of the project: the one that `IMMUNARIUM_DATA` names, else
/// `../shared/data`.
final class OutsideData {

    private OutsideData() {}

    /// Empty where it has no survival data.
    static Optional<Path> folder() {
        String named = System.getenv("IMMUNARIUM_DATA");
        Path folder = named == null ? Path.of("../shared/data") : Path.of(named);
        return Files.isDirectory(folder.resolve(RealCurve.FOLDER)) ? Optional.of(folder) : Optional.empty();
    }
}
