package org.immunarium.cluster;

import java.util.Optional;
import java.util.function.Supplier;
import org.immunarium.study.DivisibleStudy;
import org.immunarium.study.run.StudyCopy;
import org.immunarium.study.run.UnpackedStudy;

/// The study that an executor works on: read, checked and compiled once in each JVM, since compiled models
/// cannot be sent. Its folder is removed when another run's takes its place, and at the end of the JVM.
final class Prepared {

    private static String of = "";
    private static Optional<UnpackedStudy> study = Optional.empty();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Prepared::letGo));
    }

    private Prepared() {}

    /// A run's study; that of another run is let go.
    ///
    /// @param copy  tells copies apart by what is in them: a later stage of the same run finds its study prepared
    /// @param bytes of the copy
    static synchronized DivisibleStudy study(String copy, Supplier<byte[]> bytes) {
        if (study.isEmpty() || !of.equals(copy)) {
            letGo();
            study = Optional.of(StudyCopy.read(bytes.get()).unpack());
            of = copy;
        }
        return study.get().study();
    }

    private static synchronized void letGo() {
        Optional<UnpackedStudy> before = study;
        study = Optional.empty();
        before.ifPresent(UnpackedStudy::close);
    }
}
