package org.immunarium.study;

import java.util.List;
import java.util.Map;
import org.immunarium.results.Manifest;

/// A study that has been checked whole and can run.
public interface PreparedStudy {

    /// What it is called: what the study says, or its model's own name.
    String title();

    /// Of all its random numbers.
    long seed();

    /// What it is, for the manifest and the report: model, duration, therapy, solver, tolerances,
    /// source.
    Map<String, String> method();

    /// Every value that it uses.
    List<Manifest.Setting> parameters();

    /// What the user should know before it runs, each once.
    List<String> notices();

    /// What stands beside each other in it, in the order run; empty where it is one run.
    List<StudyVariant> variants();

    /// What is given and what it is about, for people, in lines.
    String inWords();

    /// What it says of one of its things, such as a type of cells, in lines; none where it says nothing.
    ///
    /// @param variant the [StudyVariant#id] of one of its [#variants]; empty for the only one
    default List<String> inWords(String variant, String thing) {
        return List.of();
    }

    /// Runs, and writes the tables.
    ///
    /// A run that is resumed is called with the folder as the killed run left it, and leaves it as
    /// the uninterrupted run would have.
    ///
    /// @return what was found, in plain lines for the user
    /// @throws RunStopped if it was asked to stop; it can be resumed
    /// @throws org.immunarium.results.StorageException if results cannot be written; it can be
    ///     resumed
    /// @throws org.immunarium.numerics.NumericalFailure if the numbers fail; what came
    ///     before is written
    List<String> run(RunContext context);
}
