package org.immunarium.app;

import java.io.PrintStream;
import org.immunarium.results.progress.ProgressLine;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;

/// The terminal, or what stands in for it: results on standard output, all else on standard error.
public final class Terminal implements RunContext.Screen {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean redraws;
    private final StopSignal stop = new StopSignal();

    private Terminal(PrintStream out, PrintStream err, boolean redraws) {
        this.out = out;
        this.err = err;
        this.redraws = redraws;
    }

    /// That of this process. From now on an interrupt stops the run at its next safe point, and a
    /// second one at once.
    public static Terminal ofProcess() {
        boolean dumb = "dumb".equals(System.getenv("TERM")) || System.getenv("NO_COLOR") != null;
        Terminal terminal = new Terminal(System.out, System.err, Boolean.getBoolean("immunarium.terminal") && !dumb);
        Interrupts.stop(terminal.stop);
        return terminal;
    }

    public StopSignal stopSignal() {
        return stop;
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
    public RunContext.Shown show(String what, double total, double doneBefore, String unit) {
        ProgressLine line = new ProgressLine(err, redraws, what, total, doneBefore, unit, System::nanoTime);
        return new RunContext.Shown(line, line::close);
    }
}
