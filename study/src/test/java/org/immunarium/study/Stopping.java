package org.immunarium.study;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.run.StudyRun;

/// Stops runs on the way, as someone does who asks for it.
public final class Stopping {

    private Stopping() {}

    /// A screen that asks for the stop once more than so much is done, in the unit of the run.
    public static RunContext.Screen after(double done, StopSignal stop) {
        return (_, _, _, _) -> new RunContext.Shown(
                now -> {
                    if (now > done) {
                        stop.ask();
                    }
                },
                () -> {});
    }

    /// Runs a study into a folder until more than so much is done.
    ///
    /// @return how it stopped
    public static RunStopped run(StudyRun run, Path folder, int threads, double done) {
        StopSignal stop = new StopSignal();
        return catchThrowableOfType(
                RunStopped.class, () -> run.run(Optional.of(folder), List.of(), threads, stop, after(done, stop)));
    }
}
