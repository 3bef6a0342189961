package org.immunarium.cluster;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.immunarium.study.DivisibleStudy;
import org.immunarium.study.run.StudyCopy;

/// The study that an executor works on: read, checked and compiled once in each JVM, since compiled models
/// cannot be sent.
final class Prepared {

    private static OptionalLong of = OptionalLong.empty();
    private static Optional<DivisibleStudy> study = Optional.empty();

    private Prepared() {}

    /// A run's study; that of another run is let go.
    ///
    /// @param run   tells runs apart
    /// @param bytes of its copy
    static synchronized DivisibleStudy study(long run, Supplier<byte[]> bytes) {
        if (study.isEmpty() || of.isEmpty() || of.getAsLong() != run) {
            study = Optional.of(StudyCopy.read(bytes.get()).prepare());
            of = OptionalLong.of(run);
        }
        return study.get();
    }
}
