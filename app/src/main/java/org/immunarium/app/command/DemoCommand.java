package org.immunarium.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunarium.app.Continuation;
import org.immunarium.app.ExitCode;
import org.immunarium.app.Terminal;
import org.immunarium.study.Overrides;
import org.immunarium.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `immunarium demo`: the first thing to try. A tumour that hides, as a tissue, without and with an antibody that takes
/// away the hiding place; then a whole patient under four treatments.
@Command(
        name = "demo",
        description = {
            "A tumour that hides, without and with nivolumab; then a patient under four treatments.",
            "Runs both, says what happened, and writes a report of each."
        })
public final class DemoCommand implements Callable<Integer> {

    private enum Part {
        TISSUE("tissue/pd-1-block", "A tumour hides from T cells behind PD-L1; nivolumab takes the hiding place away."),
        PATIENT(
                "patient/one-tumour-four-treatments",
                "One tumour, four treatments: a model of a melanoma patient (de Pillis 2006, patient 9).");

        private final String study;
        private final String about;

        Part(String study, String about) {
            this.study = study;
            this.about = about;
        }

        /// Its folder within that of the demo.
        Path in(Path folder) {
            return folder.resolve(study.substring(study.indexOf('/') + 1));
        }
    }

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        List<StudyRun.Outcome> outcomes = new ArrayList<>();
        for (Part part : Part.values()) {
            Optional<Path> folder = running.out().map(part::in);
            if (running.json()) {
                outcomes.add(running.outcome(part.study, Overrides.NONE, folder, terminal));
                continue;
            }
            terminal.say("  " + part.about);
            terminal.say("");
            OutcomePrinter.say(running.outcome(part.study, Overrides.NONE, folder, terminal), terminal);
            terminal.say("  again    " + Continuation.command() + " run " + part.study);
            terminal.say("");
        }
        if (running.json()) {
            return OutcomePrinter.print(outcomes);
        }
        terminal.say("  For research and teaching, not for the care of patients.");
        return ExitCode.DONE.code();
    }
}
