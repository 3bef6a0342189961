package org.immunarium.app.command;

import java.util.concurrent.Callable;
import org.immunarium.app.Continuation;
import org.immunarium.app.Terminal;
import org.immunarium.study.Overrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `immunarium demo`: the first thing to try.
@Command(name = "demo", description = "One tumour, four treatments: runs, says what happened, writes a report.")
public final class DemoCommand implements Callable<Integer> {

    private static final String STUDY = "patient/one-tumour-four-treatments";

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        if (running.json()) {
            return running.run(STUDY, Overrides.NONE, terminal);
        }
        terminal.say("  One tumour, four treatments: a model of a melanoma patient (de Pillis 2006, patient 9).");
        terminal.say("");
        int code = running.run(STUDY, Overrides.NONE, terminal);
        terminal.say("  again    " + Continuation.command() + " run " + STUDY);
        terminal.say("");
        terminal.say("  For research and teaching, not for the care of patients.");
        return code;
    }
}
