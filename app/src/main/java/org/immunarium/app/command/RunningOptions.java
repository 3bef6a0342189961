package org.immunarium.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immunarium.app.Terminal;
import org.immunarium.study.Overrides;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Workplace;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a new run is made, and how its end is told.
public final class RunningOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private PlaceOption place = new PlaceOption();

    @Option(names = "--out", paramLabel = "DIR", description = "the run's folder; a new one in runs/ unless given")
    private @Nullable Path out;

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    boolean json() {
        return json;
    }

    /// Reads, checks and runs a study, and tells how it ended.
    ///
    /// @param study as on the command line
    /// @return the exit code
    int run(String study, Overrides overrides, Terminal terminal) {
        return OutcomePrinter.print(outcome(study, overrides, Optional.ofNullable(out), terminal), json, terminal);
    }

    /// As [#run], of a study that must be of one kind.
    int runOfKind(String study, String kind, Overrides overrides, Terminal terminal) {
        String found = StudyRun.kind(study);
        if (!found.equals(kind)) {
            throw new InvalidInputException(
                    Problem.of(study, "is a study of kind " + found + "; one of kind " + kind + " was expected"));
        }
        return run(study, overrides, terminal);
    }

    /// Reads, checks and runs a study.
    ///
    /// @param folder the run's; a new one in `runs/` unless given
    StudyRun.Outcome outcome(String study, Overrides overrides, Optional<Path> folder, Terminal terminal) {
        int workers = threads.threads();
        place.check();
        StudyRun run = StudyRun.prepare(study, overrides);
        if (!place.isHere()) {
            run.checkDivisible();
        }
        run.prepared().notices().forEach(terminal::note);
        StopSignal stop = terminal.stopOnInterrupt(json);
        Optional<Workplace> elsewhere = place.open(stop);
        try {
            return run.run(folder, commandLine(), workers, stop, terminal, elsewhere);
        } finally {
            elsewhere.ifPresent(Workplace::close);
        }
    }

    /// The folder that `--out` names.
    Optional<Path> out() {
        return Optional.ofNullable(out);
    }

    /// The command line that was given.
    private List<String> commandLine() {
        return Objects.requireNonNull(spec)
                .root()
                .commandLine()
                .getParseResult()
                .originalArgs();
    }
}
