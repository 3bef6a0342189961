package org.immunarium.study;

import java.nio.file.Path;
import java.util.Optional;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLog;
import org.immunarium.results.progress.Progress;

/// What a run works with.
///
/// @param folder  where results go
/// @param log     what happens
/// @param threads how many may work, at least 1; results do not depend on it
/// @param stop    asked between pieces of work
/// @param screen  where progress is shown
/// @param elsewhere where pieces of a [DivisibleStudy] are carried out; empty for here, on the threads
public record RunContext(
        RunFolder folder, RunLog log, int threads, StopSignal stop, Screen screen, Optional<Workplace> elsewhere) {

    /// What a run works with that is carried out here.
    public RunContext(RunFolder folder, RunLog log, int threads, StopSignal stop, Screen screen) {
        this(folder, log, threads, stop, screen, Optional.empty());
    }

    /// Shows a person how far a run is.
    public interface Screen {

        /// Nobody watches.
        Screen NONE = new Screen() {
            @Override
            public Shown show(String what, double total, double doneBefore, String unit) {
                return new Shown(Progress.SILENT, () -> {});
            }
        };

        /// The run has a folder from now on, and can be resumed.
        default void runsIn(Path folder) {}

        /// Begins to show a piece of work.
        ///
        /// @param what       what is being done, such as `patients`
        /// @param total      how much there is to do, above 0
        /// @param doneBefore how much of it an earlier run did
        /// @param unit       the unit of both; empty for a count
        Shown show(String what, double total, double doneBefore, String unit);
    }

    /// A piece of work that is being shown.
    public record Shown(Progress progress, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
