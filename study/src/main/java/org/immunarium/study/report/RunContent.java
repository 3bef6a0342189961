package org.immunarium.study.report;

import java.util.List;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;

/// What a report shows of a run that only runs of its kind have. Each kind of study has its own, see
/// [org.immunarium.study.run.StudyKind].
public interface RunContent {

    /// What happened, in pictures.
    FigureChoice figures();

    /// What a run that ended early did not come to, by the titles of its parts.
    List<String> unrun();

    /// Adds tables and lists after the figures, each below its heading; nothing where there is none.
    void numbers(Html page);

    /// Whether an entry of the manifest's method is what the user asked for, rather than how it was done.
    boolean isAsked(String what);

    /// Reads a run's tables.
    @FunctionalInterface
    interface Reader {

        /// @param manifest the run's, which may not be written yet
        /// @throws org.immunarium.units.InvalidInputException if tables are missing or damaged
        RunContent read(RunFolder run, Manifest manifest);
    }
}
