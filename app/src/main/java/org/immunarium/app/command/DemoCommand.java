package org.immunarium.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunarium.app.Continuation;
import org.immunarium.app.ExitCode;
import org.immunarium.app.Terminal;
import org.immunarium.results.RunFolder;
import org.immunarium.study.Overrides;
import org.immunarium.study.report.Report;
import org.immunarium.study.report.Story;
import org.immunarium.study.report.Story.Chapter;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `immunarium demo`: the first thing to try. A tumour that hides, as a tissue, without and with an antibody that takes
/// away the hiding place; the same drug in a patient; and a small trial of it. One page tells of all.
@Command(
        name = "demo",
        description = {
            "A tumour that hides, without and with nivolumab; the same drug in a patient; and a small trial of it.",
            "Runs all three, says what happened, and writes a report of each and a page that tells of all."
        })
public final class DemoCommand implements Callable<Integer> {

    private enum Part {
        TISSUE(
                "tissue/pd-1-block",
                "In the tissue",
                "A tumour hides from T cells behind PD-L1; nivolumab takes the hiding place away.",
                List.of(0, 1)),
        PATIENT(
                "patient/pd-1-dose-response",
                "In a patient",
                "The same drug in a whole patient with a lung tumour: five doses, and what the tumour does.",
                List.of(0)),
        TRIAL(
                "trial/small-trial",
                "In a trial",
                "Nivolumab or docetaxel for 80 virtual patients with lung cancer, who differ as real ones do.",
                List.of(0, 2));

        private final String study;
        private final String title;
        private final String about;
        /// Places of the figures that are shown.
        private final List<Integer> figures;

        Part(String study, String title, String about, List<Integer> figures) {
            this.study = study;
            this.title = title;
            this.about = about;
            this.figures = figures;
        }

        /// Its folder within that of the demo.
        String folder() {
            return study.substring(study.indexOf('/') + 1);
        }

        Chapter told(StudyRun.Outcome outcome) {
            List<Figure> all = StudyRun.figures(outcome);
            return new Chapter(
                    title,
                    about,
                    outcome.findings(),
                    outcome.folder().path().getFileName() + "/" + Report.FILE,
                    figures.stream()
                            .filter(place -> place < all.size())
                            .map(all::get)
                            .toList());
        }
    }

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        Path folder = running.out()
                .orElseGet(() -> RunFolder.create(StudyRun.RUNS, "demo", LocalDate.now(ZoneOffset.UTC))
                        .path());
        List<StudyRun.Outcome> outcomes = new ArrayList<>();
        List<Chapter> chapters = new ArrayList<>();
        for (Part part : Part.values()) {
            Optional<Path> own = Optional.of(folder.resolve(part.folder()));
            if (!running.json()) {
                terminal.say("  " + part.about);
                terminal.say("");
            }
            StudyRun.Outcome outcome = running.outcome(part.study, Overrides.NONE, own, terminal);
            outcomes.add(outcome);
            chapters.add(part.told(outcome));
            if (!running.json()) {
                OutcomePrinter.say(outcome, terminal);
                terminal.say("  again    " + Continuation.command() + " run " + part.study);
                terminal.say("");
            }
        }
        Path page = folder.resolve(Report.FILE);
        Story.write(page, "A tumour that hides, and a drug that takes the hiding place away", chapters);
        if (running.json()) {
            return OutcomePrinter.print(outcomes);
        }
        terminal.say("  all of it on one page: " + page);
        terminal.say("");
        terminal.say("  For research and teaching, not for the care of patients.");
        return ExitCode.DONE.code();
    }
}
