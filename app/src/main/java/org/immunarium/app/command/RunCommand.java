package org.immunarium.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunarium.app.Terminal;
import org.immunarium.study.StudyRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `immunarium run STUDY`.
@Command(name = "run", description = "Runs a study and writes a run folder with tables and a report.")
public final class RunCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "STUDY",
            description = "a study file, an SBML file, or the name of a shipped study or model")
    private String study = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--out", paramLabel = "DIR", description = "the run's folder; a new one in runs/ unless given")
    private @Nullable Path out;

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @Override
    public Integer call() {
        int workers = threads.threads();
        Terminal terminal = Terminal.ofProcess();
        StudyRun run = StudyRun.prepare(study, options.overrides());
        run.prepared().notices().forEach(terminal::note);
        StudyRun.Outcome outcome =
                run.run(Optional.ofNullable(out), words(spec), workers, terminal.stopSignal(), terminal);
        return OutcomePrinter.print(outcome, json, terminal);
    }

    /// The command line that was given.
    static List<String> words(@Nullable CommandSpec spec) {
        CommandLine root = java.util.Objects.requireNonNull(spec).root().commandLine();
        return root.getParseResult().originalArgs();
    }
}
