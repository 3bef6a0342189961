package org.immunarium.study.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.Build;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.Fingerprint;
import org.immunarium.results.Machine;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLock;
import org.immunarium.results.RunLog;
import org.immunarium.results.StorageException;
import org.immunarium.study.DivisibleStudy;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Study;
import org.immunarium.study.Workplace;
import org.immunarium.study.report.Report;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A study on its way from its file to a run folder with a report.
///
/// Life cycle: [#prepare] reads and checks everything and writes nothing; [#run] makes the folder,
/// runs, and ends with a manifest that says how it went, also when it went wrong. [#resume] does
/// the second half again for a run that was stopped or killed.
public final class StudyRun {

    /// Where runs go unless the user says otherwise.
    public static final Path RUNS = Path.of("runs");

    private final OpenedStudy opened;
    private final PreparedStudy prepared;
    private final Overrides overrides;
    private final Map<String, Double> timings = new LinkedHashMap<>();

    private StudyRun(OpenedStudy opened, PreparedStudy prepared, Overrides overrides) {
        this.opened = opened;
        this.prepared = prepared;
        this.overrides = overrides;
    }

    /// How a run ended.
    ///
    /// @param findings in plain lines for the user
    public record Outcome(RunFolder folder, Manifest manifest, List<String> findings) {}

    /// The kind of a study, which may have faults.
    ///
    /// @param argument as on the command line, see [OpenedStudy#open]
    /// @throws InvalidInputException if it is no study at all
    public static String kind(String argument) {
        return OpenedStudy.open(argument).study().kind();
    }

    /// The figures of a run, as its report has them.
    ///
    /// @throws InvalidInputException if its tables are missing or damaged
    public static List<Figure> figures(Outcome outcome) {
        return figures(outcome.folder(), outcome.manifest());
    }

    /// As [#figures(Outcome)].
    public static List<Figure> figures(RunFolder folder, Manifest manifest) {
        return StudyKind.of(manifest).content().read(folder, manifest).figures().figures();
    }

    /// Reads and checks a study.
    ///
    /// @param argument as on the command line, see [OpenedStudy#open]
    /// @throws InvalidInputException with everything that is wrong
    public static StudyRun prepare(String argument, Overrides overrides) {
        return prepare(OpenedStudy.open(argument), all(argument, overrides));
    }

    /// As [#prepare(String, Overrides)], of a study that reads nothing besides some folders and files.
    ///
    /// @param bounds folders and files; none for whatever it names
    public static StudyRun prepare(String argument, Overrides overrides, List<Path> bounds) {
        return prepare(OpenedStudy.open(argument).within(bounds), all(argument, overrides));
    }

    /// Of a run that is carried out once more, on top of what it was told.
    private static Overrides all(String argument, Overrides overrides) {
        return OpenedStudy.run(argument)
                .map(run -> overrides.onTopOf(Overrides.parse(Manifest.read(run).overrides())))
                .orElse(overrides);
    }

    private static StudyRun prepare(OpenedStudy opened, Overrides overrides) {
        long begun = System.nanoTime();
        OpenedStudy overridden = opened.with(overrides);
        StudyRun run = new StudyRun(overridden, overridden.study().prepare(opened.files()), overrides);
        run.spent("prepare", begun);
        return run;
    }

    /// The study of a run as it was read and checked for it.
    ///
    /// @throws InvalidInputException if this version reads it no longer
    public static StudyRun of(RunFolder folder) {
        return prepare(
                OpenedStudy.of(folder), Overrides.parse(Manifest.read(folder).overrides()));
    }

    /// Whether it can be carried out elsewhere.
    ///
    /// @throws InvalidInputException if it cannot
    public void checkDivisible() {
        if (!(prepared instanceof DivisibleStudy)) {
            throw new InvalidInputException(Problem.of(
                    "--on",
                    "this is a study of kind " + opened.study().kind()
                            + ", which runs here only; a trial, a sweep or a calibration was expected"));
        }
    }

    public Study study() {
        return opened.study();
    }

    public PreparedStudy prepared() {
        return prepared;
    }

    /// Runs the study in a new folder.
    ///
    /// @param out     the folder, which must not hold anything; empty for a new one in [#RUNS]
    /// @param command the command line, for the manifest
    /// @param threads at least 1
    /// @throws InvalidInputException if the folder cannot be made
    /// @throws RunStopped if it stops and can be resumed
    /// @throws RunFailed if its numbers fail
    public Outcome run(
            Optional<Path> out, List<String> command, int threads, StopSignal stop, RunContext.Screen screen) {
        return run(out, command, threads, stop, screen, Optional.empty());
    }

    /// As [#run(Optional, List, int, StopSignal, RunContext.Screen)].
    ///
    /// @param elsewhere where its pieces are carried out; empty for here
    public Outcome run(
            Optional<Path> out,
            List<String> command,
            int threads,
            StopSignal stop,
            RunContext.Screen screen,
            Optional<Workplace> elsewhere) {
        Clock clock = Clock.systemUTC();
        RunFolder folder = out.map(RunFolder::createAt)
                .orElseGet(
                        () -> RunFolder.create(RUNS, prepared.title(), LocalDate.now(clock.withZone(ZoneOffset.UTC))));
        try (RunLock _ = RunLock.take(folder)) {
            Manifest manifest = begin(folder, command, threads, clock);
            return finish(folder, manifest, stop, screen, elsewhere, clock);
        }
    }

    private Manifest begin(RunFolder folder, List<String> command, int threads, Clock clock) {
        AtomicFile.write(folder.file(InputFiles.STUDY), opened.text());
        List<Fingerprint> inputs = new ArrayList<>(opened.files().keep(folder));
        inputs.add(Fingerprint.of(InputFiles.STUDY, folder.file(InputFiles.STUDY)));
        Manifest manifest = new Manifest(
                prepared.title(),
                opened.study().kind(),
                Manifest.Status.RUNNING,
                Build.here(),
                command,
                overrides.texts(),
                prepared.seed(),
                threads,
                Machine.here(),
                Instant.now(clock),
                Optional.empty(),
                timings,
                prepared.method(),
                prepared.parameters(),
                prepared.notices(),
                inputs,
                List.of());
        manifest.write(folder);
        return manifest;
    }

    /// Goes on with a run that was stopped or killed.
    ///
    /// @throws InvalidInputException if it is not a run, cannot be written to, is done already, is
    ///     being run by another process, was made with other code, or if its study or an input was
    ///     changed since
    public static Outcome resume(RunFolder folder, int threads, StopSignal stop, RunContext.Screen screen) {
        return resume(folder, threads, stop, screen, Optional::empty);
    }

    /// As [#resume(RunFolder, int, StopSignal, RunContext.Screen)].
    ///
    /// @param elsewhere opens where its pieces are carried out, once it is known that the run can be resumed;
    ///                  empty for here
    public static Outcome resume(
            RunFolder folder,
            int threads,
            StopSignal stop,
            RunContext.Screen screen,
            Supplier<Optional<Workplace>> elsewhere) {
        try (RunLock _ = RunLock.take(folder)) {
            folder.checkWritable();
            return resumeLocked(folder, threads, stop, screen, elsewhere);
        }
    }

    /// Makes the report of a run from its folder, in place of one that is there.
    ///
    /// @return the file
    /// @throws InvalidInputException if the run's tables are missing or damaged
    public static Path report(RunFolder folder) {
        return report(folder, Manifest.read(folder));
    }

    private static Path report(RunFolder folder, Manifest manifest) {
        return Report.write(folder, manifest, StudyKind.of(manifest).content());
    }

    private static Outcome resumeLocked(
            RunFolder folder,
            int threads,
            StopSignal stop,
            RunContext.Screen screen,
            Supplier<Optional<Workplace>> elsewhere) {
        Manifest manifest = Manifest.read(folder);
        if (manifest.status() == Manifest.Status.DONE) {
            throw new InvalidInputException(
                    Problem.of(folder.path().toString(), "this run is done; nothing is left to resume"));
        }
        Build here = Build.here();
        if (!manifest.build().code().equals(here.code())) {
            throw new InvalidInputException(Problem.of(
                    folder.path().toString(),
                    "was made with Immunarium " + manifest.build().inWords() + ", and this is " + here.inWords()
                            + ", whose numbers may differ; resume it with the one that it was made with, or run the"
                            + " study again in a new folder"));
        }
        InputFiles.checkUnchanged(folder, manifest);
        Overrides overrides = Overrides.parse(manifest.overrides());
        StudyRun run = prepare(OpenedStudy.of(folder), overrides);
        manifest.timings().forEach((phase, seconds) -> run.timings.merge(phase, seconds, StudyRun::sum));
        Optional<Workplace> place = elsewhere.get();
        if (place.isPresent()) {
            run.checkDivisible();
        }
        Manifest goingOn = manifest.goingOn(threads, run.prepared.notices());
        goingOn.write(folder);
        return run.finish(folder, goingOn, stop, screen, place, Clock.systemUTC());
    }

    private Outcome finish(
            RunFolder folder,
            Manifest manifest,
            StopSignal stop,
            RunContext.Screen screen,
            Optional<Workplace> elsewhere,
            Clock clock) {
        screen.runsIn(folder.path());
        RunLog log = new RunLog(folder, clock);
        List<String> notices = new ArrayList<>(prepared.notices());
        try {
            log.line("immunarium " + String.join(" ", manifest.command()));
            notices.forEach(notice -> log.line("notice: " + notice));
            List<String> findings = results(new RunContext(folder, log, manifest.threads(), stop, screen, elsewhere));
            Manifest done = complete(folder, manifest, notices, Instant.now(clock));
            if (notices.size() > prepared.notices().size()) {
                findings = new ArrayList<>(findings);
                findings.add(notices.getLast());
            }
            log.line("done");
            // Last: until the manifest says that the run is done, a resumed run needs its safe point.
            new Checkpoint(folder).clear();
            return new Outcome(folder, done, findings);
        } catch (RunStopped stopped) {
            record(folder, manifest, Manifest.Status.STOPPED, notices, stopped, log, clock);
            throw RunStopped.in(folder, stopped);
        } catch (StorageException failed) {
            record(folder, manifest, Manifest.Status.STOPPED, notices, failed, log, clock);
            throw RunStopped.in(folder, failed);
        } catch (NumericalFailure failed) {
            record(folder, manifest, Manifest.Status.FAILED, notices, failed, log, clock);
            throw new RunFailed(folder, failed);
        } catch (RuntimeException | Error fault) {
            // A file of the run that is damaged, too little memory, or a fault of ours.
            record(folder, manifest, Manifest.Status.FAILED, notices, fault, log, clock);
            throw fault;
        }
    }

    private List<String> results(RunContext context) {
        long begun = System.nanoTime();
        try {
            return prepared.run(context);
        } finally {
            spent("run", begun);
        }
    }

    /// Draws the report and then says that the run is done: a run that says so has everything, or
    /// says what is missing. A report that cannot be drawn does not undo a run.
    private Manifest complete(RunFolder folder, Manifest manifest, List<String> notices, Instant when) {
        long drawing = System.nanoTime();
        try {
            report(folder, manifest.ended(Manifest.Status.DONE, when, timings, notices, List.of()));
        } catch (InvalidInputException e) {
            notices.add("the report could not be drawn: " + e.getMessage());
        }
        spent("report", drawing);
        Manifest done = manifest.ended(Manifest.Status.DONE, when, timings, notices, folder.outputs());
        done.write(folder);
        return done;
    }

    private Manifest end(
            RunFolder folder, Manifest manifest, Manifest.Status status, List<String> notices, Clock clock) {
        Manifest ended = manifest.ended(status, Instant.now(clock), timings, notices, folder.outputs());
        ended.write(folder);
        return ended;
    }

    /// Leaves word of how the run ended, as far as the disk still lets us: the reason itself is
    /// about to be thrown.
    private void record(
            RunFolder folder,
            Manifest manifest,
            Manifest.Status status,
            List<String> notices,
            Throwable reason,
            RunLog log,
            Clock clock) {
        try {
            String words = inWords(reason);
            notices.add(words);
            end(folder, manifest, status, notices, clock);
            log.line(words);
            if (reason instanceof NumericalFailure) {
                report(folder);
            }
        } catch (RuntimeException | Error alsoFailed) {
            // A manifest that still says `running` is how a killed run looks; it can be resumed like one.
            reason.addSuppressed(alsoFailed);
        }
    }

    private static String inWords(Throwable reason) {
        boolean told = reason instanceof RunStopped
                || reason instanceof StorageException
                || reason instanceof NumericalFailure
                || reason instanceof InvalidInputException;
        return told ? String.valueOf(reason.getMessage()) : "a fault of Immunarium itself: " + reason;
    }

    /// Counts the time since `begun`, in ns, as spent on a phase, together with what a resumed run
    /// spent before.
    private void spent(String phase, long begun) {
        timings.put(phase, sum(timings.getOrDefault(phase, 0.0), (System.nanoTime() - begun) / 1e9));
    }

    /// To the millisecond.
    private static double sum(double some, double more) {
        return Math.round((some + more) * 1e3) / 1e3;
    }
}
