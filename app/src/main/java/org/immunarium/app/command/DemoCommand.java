package org.immunarium.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunarium.app.Terminal;
import org.immunarium.study.Overrides;
import org.immunarium.study.StudyRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `immunarium demo`: the first thing to try.
@Command(name = "demo", description = "One tumour, four treatments: runs, says what happened, writes a report.")
public final class DemoCommand implements Callable<Integer> {

    /// The study that it runs.
    static final String STUDY = "patient/one-tumour-four-treatments";

    @Spec
    private @Nullable CommandSpec spec;

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
        if (!json) {
            terminal.say("  One tumour, four treatments: a model of a melanoma patient (de Pillis 2006, patient 9).");
            terminal.say("");
        }
        StudyRun run = StudyRun.prepare(STUDY, Overrides.NONE);
        StudyRun.Outcome outcome =
                run.run(Optional.ofNullable(out), RunCommand.words(spec), workers, terminal.stopSignal(), terminal);
        int code = OutcomePrinter.print(outcome, json, terminal);
        if (!json) {
            terminal.say("  again    ./immunarium run " + STUDY);
            terminal.say("");
            terminal.say("  For research and teaching, not for the care of patients.");
        }
        return code;
    }
}
