package org.immunarium.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.app.command.FailureJson;
import org.immunarium.results.progress.ProgressLine;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.units.Problem;

/// The terminal, or what stands in for it: results on standard output, all else on standard error.
public final class Terminal implements RunContext.Screen {

    /// The property of a process that another one started to carry out a run, and reads what it says.
    public static final String ATTACHED = "immunarium.attached";

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean redraws;
    private final StopSignal stop = new StopSignal();
    private volatile Optional<Path> run = Optional.empty();

    private Terminal(PrintStream out, PrintStream err, boolean redraws) {
        this.out = out;
        this.err = err;
        this.redraws = redraws;
    }

    /// That of this process.
    public static Terminal ofProcess() {
        boolean dumb = "dumb".equals(System.getenv("TERM")) || System.getenv("NO_COLOR") != null;
        return new Terminal(System.out, System.err, Boolean.getBoolean("immunarium.terminal") && !dumb);
    }

    /// From now on an interrupt stops the run at its next safe point, and a second one ends the
    /// process at once.
    ///
    /// @param json whether the end is told to a program too
    public StopSignal stopOnInterrupt(boolean json) {
        if (Boolean.getBoolean(ATTACHED)) {
            stopAtTheEndOfInput();
        }
        Interrupts.stop(stop, () -> told("stopping at the next safe point; once more ends it at once"), () -> {
            told("ended at once; " + run.map(Continuation::of).orElse("nothing had run yet"));
            if (json) {
                out.print(FailureJson.text(ExitCode.STOPPED, List.of(Problem.of("", "ended at once")), run));
                out.flush();
            }
        });
        return stop;
    }

    /// Whoever started this process closes its input to stop it, and by ending.
    private void stopAtTheEndOfInput() {
        Thread.ofPlatform().daemon().name("end of input").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nothing is said there.
                }
            } catch (IOException gone) {
                // As an end.
            }
            stop.ask();
        });
    }

    /// A line of results.
    public void say(String line) {
        out.println(line);
    }

    /// A line beside the results.
    public void note(String line) {
        err.println("note: " + line);
    }

    @Override
    public void runsIn(Path folder) {
        run = Optional.of(folder);
    }

    @Override
    public RunContext.Shown show(String what, double total, double doneBefore, String unit) {
        if (Boolean.getBoolean(ATTACHED)) {
            return new RunContext.Shown(
                    Progressing.printing(err, what, total, doneBefore, unit, System::nanoTime), () -> {});
        }
        ProgressLine line = new ProgressLine(err, redraws, what, total, doneBefore, unit, System::nanoTime);
        return new RunContext.Shown(line, line::close);
    }

    private void told(String line) {
        err.println((redraws ? CLEAR_LINE : "") + line);
    }
}
