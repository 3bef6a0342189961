package org.immunarium.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunarium.app.Terminal;
import org.immunarium.results.RunFolder;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Workplace;
import org.immunarium.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `immunarium resume RUN`.
@Command(name = "resume", description = "Goes on where a stopped or killed run left off.")
public final class ResumeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "the run's folder")
    private Path run = Path.of("");

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private PlaceOption place = new PlaceOption();

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @Override
    public Integer call() {
        int workers = threads.threads();
        Terminal terminal = Terminal.ofProcess();
        place.check();
        List<Workplace> opened = new ArrayList<>();
        try {
            StopSignal stop = terminal.stopOnInterrupt(json);
            StudyRun.Outcome outcome = StudyRun.resume(RunFolder.open(run), workers, stop, terminal, () -> {
                Optional<Workplace> elsewhere = place.open(stop);
                elsewhere.ifPresent(opened::add);
                return elsewhere;
            });
            return OutcomePrinter.print(outcome, json, terminal);
        } finally {
            opened.forEach(Workplace::close);
        }
    }
}
