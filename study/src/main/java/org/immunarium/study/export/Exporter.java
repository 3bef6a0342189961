package org.immunarium.study.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.RunFolder;

/// Writes runs of one kind in one format. Each kind of study has its own, see
/// [org.immunarium.study.StudyKind].
@FunctionalInterface
public interface Exporter {

    /// Says what is to be made, and makes nothing yet.
    ///
    /// @throws org.immunarium.units.InvalidInputException if the run lacks what the format needs
    List<Exported> of(Request request);

    /// What is asked.
    ///
    /// @param variants   the ones to write, by the names of their folders in the run's tables;
    ///     empty where a run has none
    /// @param one        whether a single variant was asked for
    /// @param background the substance behind the cells in pictures; empty for the study's own
    /// @param to         where to; empty for a place in the run's folder
    record Request(RunFolder run, List<String> variants, boolean one, Optional<String> background, Optional<Path> to) {

        /// Where to.
        ///
        /// @param unless the name in the run's folder
        public Path place(String unless) {
            return to.orElse(run.file(unless));
        }
    }

    /// One file or folder.
    ///
    /// @param folder  whether it is a folder, made whole as a file is
    /// @param content makes it; it may throw as [org.immunarium.results.AtomicFile] says
    record Exported(Path place, boolean folder, AtomicFile.Content content) {

        public static Exported file(Path place, AtomicFile.Content content) {
            return new Exported(place, false, content);
        }

        public static Exported folder(Path place, AtomicFile.Content content) {
            return new Exported(place, true, content);
        }
    }
}
