package org.immunarium.study.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.VariantsTable;

/// Writes runs of one kind in one format. Each kind of study has its own, see
/// [org.immunarium.study.run.StudyKind].
@FunctionalInterface
public interface Exporter {

    /// Says what is to be made, and makes nothing yet.
    ///
    /// @throws org.immunarium.units.InvalidInputException if the run lacks what the format needs
    List<Exported> of(Request request);

    /// What a file or folder is made from: all of a run, or one variant of it.
    ///
    /// @param folder  where its results are
    /// @param variant empty for all of a run
    /// @param place   where it is written
    record Part(RunFolder folder, Optional<VariantsTable.Row> variant, Path place) {

        /// What it is about.
        public String title() {
            String whole = Manifest.read(folder).title();
            return variant.map(each -> whole + ": " + each.title()).orElse(whole);
        }

        /// For people: the run's path, and the variant's title.
        public String words() {
            return folder.path()
                    + variant.map(each -> ", variant \"" + each.title() + "\"").orElse("");
        }
    }

    /// What is asked.
    ///
    /// @param study      that it ran, checked again
    /// @param variants   the ones to write; empty where a run has none
    /// @param one        whether a single variant was asked for
    /// @param background the substance behind the cells in pictures; empty for the study's own
    /// @param to         where to; empty for a place in the run's folder
    /// @param notices    gets what is left out
    record Request(
            RunFolder run,
            Supplier<PreparedStudy> study,
            List<VariantsTable.Row> variants,
            boolean one,
            Optional<String> background,
            Optional<Path> to,
            Consumer<String> notices) {

        /// Where to.
        ///
        /// @param unless the name in the run's folder
        public Path place(String unless) {
            return to.orElse(run.file(unless));
        }

        /// All that is written where each variant has a file or folder of its own. That of a single variant has the
        /// name that was asked for; else each variant's name comes before it.
        ///
        /// @param unless the name in the run's folder
        public List<Part> parts(String unless) {
            Path place = place(unless);
            if (variants.isEmpty()) {
                return List.of(new Part(run, Optional.empty(), place));
            }
            boolean exact = one && to.isPresent();
            return variants.stream()
                    .map(each -> new Part(
                            run.variant(each.id()),
                            Optional.of(each),
                            exact ? place : place.resolveSibling(each.id() + "-" + place.getFileName())))
                    .toList();
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
