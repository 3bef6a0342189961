package org.immunarium.app.command;

import java.util.function.UnaryOperator;
import org.immunarium.app.Terminal;
import org.immunarium.study.Overrides;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How a command starts many runs of one study, or says what it would run.
public final class RunsOptions {

    @Option(names = "--dry-run", description = "check everything and say what would run, and run nothing")
    private boolean dryRun;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private RunningOptions running = new RunningOptions();

    /// Checks a study, or runs it, and tells how it ended.
    ///
    /// @param study as on the command line
    /// @param asked adds what the command is asked to what all runs are
    /// @return the exit code
    int start(String study, UnaryOperator<Overrides> asked) {
        Terminal terminal = Terminal.ofProcess();
        Overrides overrides = asked.apply(options.overrides());
        return dryRun
                ? CheckCommand.check(study, overrides, running.json(), terminal)
                : running.run(study, overrides, terminal);
    }
}
