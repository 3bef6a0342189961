package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Build;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLock;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that ends early goes on where it was, and ends with the bytes of one that did not.
final class ResumeTest {

    private static final String AGAIN = "; run the study again in a new folder";

    private static final String POPULATION = """
            format: 1
            study: patient
            model: kuznetsov1994
            duration: 20 d
            therapy: [{events: doses.csv}]
            population:
              patients: 1000
              vary: {p: {log-normal: 0.3}}
              endpoints: [final T, max T]
            """;

    private static final String REPLICATES = """
            format: 1
            study: patient
            model: decay.xml
            duration: 10
            method: stochastic
            replicates: 1000
            """;

    private static final String DECAY = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model>
                <listOfCompartments><compartment id="c" size="1" constant="true"/></listOfCompartments>
                <listOfSpecies>
                  <species id="S" compartment="c" initialAmount="100" hasOnlySubstanceUnits="true"
                    boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                <listOfReactions>
                  <reaction id="die" reversible="false">
                    <listOfReactants><speciesReference species="S" stoichiometry="1" constant="true"/></listOfReactants>
                    <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">
                      <apply><times/><cn>0.1</cn><ci>S</ci></apply></math></kineticLaw>
                  </reaction>
                </listOfReactions>
              </model>
            </sbml>
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPopulationThatWasStoppedEndsWithTheSameBytes() throws IOException {
        Path study = population();
        RunFolder straight = whole(study, "straight");
        RunFolder stopped = stopped(study, 300);
        long rows = Files.readAllLines(stopped.table("patients.csv")).size();
        assertThat(rows).isBetween(301L, 1000L);
        assertThat(Manifest.read(stopped).status()).isEqualTo(Manifest.Status.STOPPED);
        resume(stopped);
        assertSame(stopped, straight, "patients.csv", "summary.csv");
        assertThat(Manifest.read(stopped).status()).isEqualTo(Manifest.Status.DONE);
        assertThat(stopped.file("checkpoint")).doesNotExist();
    }

    @Test
    void aPopulationThatWasKilledEndsWithTheSameBytes() throws IOException {
        Path study = population();
        RunFolder straight = whole(study, "straight");
        RunFolder killed = stopped(study, 300);
        // Rows after the last safe point, the last of them cut short, as a kill leaves them.
        Path table = killed.table("patients.csv");
        Files.writeString(table, Files.readString(table) + "999,1.1,2\n1000,1.");
        resume(killed);
        assertSame(killed, straight, "patients.csv", "summary.csv");
    }

    @Test
    void replicatesThatWereStoppedEndWithTheSameBytes() throws IOException {
        Files.writeString(folder.resolve("decay.xml"), DECAY);
        Path study = Files.writeString(folder.resolve("chance.yaml"), REPLICATES);
        RunFolder straight = whole(study, "straight");
        RunFolder stopped = stopped(study, 200);
        assertThat(stopped.table("timecourse.csv")).doesNotExist();
        assertThat(doneBefore(stopped)).isGreaterThanOrEqualTo(192);
        assertSame(stopped, straight, "timecourse.csv", "deviations.csv");
    }

    @Test
    void replicatesOfVariantsGoOnWithinTheVariantTheyWereIn() throws IOException {
        Files.writeString(folder.resolve("decay.xml"), DECAY);
        Path study = Files.writeString(
                folder.resolve("chance.yaml"),
                REPLICATES + "compare: [{title: few, set: {S: 10}}, {title: many}, {title: more, set: {S: 200}}]\n");
        RunFolder straight = whole(study, "straight");
        RunFolder stopped = stopped(study, 1300);
        assertThat(stopped.table("many/timecourse.csv")).doesNotExist();
        // A kill leaves the tables of a variant that the last safe point does not know to be done.
        Files.createDirectories(stopped.table("many"));
        Files.writeString(stopped.table("many/timecourse.csv"), "time,S\n0,1");
        assertThat(doneBefore(stopped)).isBetween(1280.0, 2000.0);
        for (String variant : List.of("few", "many", "more")) {
            assertSame(stopped, straight, variant + "/timecourse.csv", variant + "/deviations.csv");
        }
    }

    @Test
    void aDamagedSafePointOfReplicatesIsToldAsSuch() throws IOException {
        Files.writeString(folder.resolve("decay.xml"), DECAY);
        RunFolder stopped = stopped(Files.writeString(folder.resolve("chance.yaml"), REPLICATES), 200);
        Path point = stopped.file("checkpoint/1/replicates");
        byte[] kept = Files.readAllBytes(point);
        for (int at = 0; at < kept.length; at += 97) {
            byte[] changed = kept.clone();
            changed[at] ^= 1;
            Files.write(point, changed);
            assertThat(refusal(stopped))
                    .contains("checkpoint/1/replicates: is damaged: it is not as it was saved: its CRC-32C is", AGAIN);
        }
        Files.write(point, java.util.Arrays.copyOf(kept, kept.length - 1));
        assertThat(refusal(stopped)).contains("checkpoint/1/replicates: is damaged: it is not as it was saved", AGAIN);
        Files.delete(point);
        assertThat(refusal(stopped)).contains("checkpoint/1/replicates: is damaged: it is missing", AGAIN);
        Files.write(point, kept);
        resume(stopped);
    }

    @Test
    void aDamagedSafePointOfAPopulationIsToldAsSuch() throws IOException {
        RunFolder stopped = stopped(population(), 300);
        Path current = stopped.file("checkpoint/current");
        String generation = Files.readString(current);
        Files.writeString(current, "garbage");
        assertThat(refusal(stopped))
                .contains(
                        "current: is damaged: the number of a safe point and the checksums of its files were expected")
                .contains("found \"garbage\"", AGAIN);
        Files.writeString(current, generation.replaceFirst("[0-9]+", "99"));
        assertThat(refusal(stopped)).contains("it names the safe point 99, which is not there", AGAIN);
        Files.writeString(current, generation);
        Path point = stopped.file("checkpoint")
                .resolve(generation.lines().findFirst().orElse(""))
                .resolve("population");
        String kept = Files.readString(point);
        Files.writeString(point, "9" + kept.substring(1));
        assertThat(refusal(stopped)).contains("population: is damaged: it is not as it was saved", AGAIN);
        Files.writeString(point, kept);
        resume(stopped);
    }

    @Test
    void aTableThatWasCutShortIsToldAsSuch() throws IOException {
        RunFolder stopped = stopped(population(), 300);
        Path table = stopped.table("patients.csv");
        String rows = Files.readString(table);
        Files.writeString(table, rows.substring(0, 100));
        assertThat(refusal(stopped))
                .contains("patients.csv: is damaged: the last safe point is after")
                .contains("and it has only 100", AGAIN);
        Files.delete(table);
        assertThat(refusal(stopped)).contains("patients.csv: is damaged: it is missing", AGAIN);
        Manifest manifest = Manifest.read(stopped);
        assertThat(manifest.status()).isEqualTo(Manifest.Status.FAILED);
        assertThat(manifest.notices().getLast()).contains("patients.csv: is damaged: it is missing");
    }

    @Test
    void aByteThatWasChangedInATableIsToldAsSuch() throws IOException {
        RunFolder stopped = stopped(population(), 300);
        Path table = stopped.table("patients.csv");
        byte[] rows = Files.readAllBytes(table);
        for (int at : new int[] {0, 100, rows.length / 2, rows.length - 2}) {
            byte[] changed = rows.clone();
            // One digit for another: still a table, with other numbers.
            changed[at] ^= 1;
            Files.write(table, changed);
            assertThat(refusal(stopped))
                    .contains(
                            "patients.csv: is damaged: its first " + rows.length + " bytes, up to the last safe point")
                    .contains("are not as they were written: their CRC-32C is", AGAIN);
        }
        Files.write(table, rows);
        resume(stopped);
    }

    @Test
    void aDamagedManifestIsToldAsSuch() throws IOException {
        RunFolder stopped = stopped(population(), 300);
        Path manifest = stopped.file("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.substring(0, 200));
        assertThat(refusal(stopped))
                .contains("manifest.json:7: is damaged: it is not JSON from column", AGAIN)
                .doesNotContain("Source");
        Files.writeString(manifest, "garbage");
        assertThat(refusal(stopped))
                .contains("manifest.json:1: is damaged: it is not JSON from column", AGAIN)
                .doesNotContain("Source");
        Files.writeString(manifest, text.replaceFirst("\"started\" : \"[^\"]*\"", "\"started\" : \"once\""));
        assertThat(refusal(stopped)).contains("\"started\" or \"finished\" is not a time", AGAIN);
    }

    /// Resumes a run and tells what it says to be done already.
    private static double doneBefore(RunFolder run) {
        double[] before = {Double.NaN};
        StudyRun.resume(run, 1, new StopSignal(), (_, _, done, _) -> {
            before[0] = done;
            return new RunContext.Shown(_ -> {}, () -> {});
        });
        return before[0];
    }

    @Test
    void aRunWhoseReportCannotBeWrittenKeepsItsSafePoint() throws IOException {
        Path study = population();
        RunFolder straight = whole(study, "straight");
        RunFolder full = new RunFolder(folder.resolve("full"));
        // What is in the way of the report stands for a disk that is full.
        Path inTheWay = full.file(".report.html.part");
        RunStopped stopped = catchThrowableOfType(
                RunStopped.class,
                () -> StudyRun.prepare(study.toString(), Overrides.NONE)
                        .run(Optional.of(full.path()), List.of(), 2, new StopSignal(), watching(1000, () -> {
                            makeFolderWithContent(inTheWay);
                        })));
        assertThat(stopped.folder()).contains(full.path());
        assertThat(Manifest.read(full).status()).isEqualTo(Manifest.Status.STOPPED);
        assertThat(full.file("checkpoint")).exists();
        Files.delete(inTheWay.resolve("content"));
        Files.delete(inTheWay);
        byte[] table = Files.readAllBytes(full.table("patients.csv"));
        StudyRun.Outcome outcome = StudyRun.resume(full, 2, new StopSignal(), watching(1, () -> {
            throw new AssertionError("a patient was run again");
        }));
        assertThat(outcome.manifest().outputs()).anyMatch(each -> each.file().equals("report.html"));
        assertThat(full.table("patients.csv")).hasBinaryContent(table);
        assertSame(full, straight, "patients.csv", "summary.csv");
    }

    @Test
    void aRunThatAnotherProcessWritesIsNotResumed() throws IOException {
        RunFolder stopped = stopped(population(), 300);
        try (RunLock _ = RunLock.take(stopped)) {
            FileTime before = Files.getLastModifiedTime(stopped.path());
            assertThat(refusal(stopped)).contains("is being run by another process");
            // Not even a probe was made in what belongs to another.
            assertThat(Files.getLastModifiedTime(stopped.path())).isEqualTo(before);
        }
        resume(stopped);
    }

    @Test
    void aRunOfOtherCodeIsNotResumed() throws IOException {
        RunFolder stopped = stopped(population(), 300);
        Path manifest = stopped.file("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replaceFirst("\"code\" : \"[^\"]*\"", "\"code\" : \"0123456789abcdef\""));
        assertThat(refusal(stopped))
                .contains("was made with Immunarium " + Build.here().version(), "code 0123456789ab)")
                .contains(", and this is " + Build.here().inWords() + ", whose numbers may differ; resume it with");
        // A run of before there were fingerprints.
        Files.writeString(manifest, text.replaceFirst("\"code\" : \"[^\"]*\",", ""));
        assertThat(refusal(stopped)).contains("code unknown)");
        Files.writeString(manifest, text);
        resume(stopped);
    }

    @Test
    void aRunThatGoesOnSaysSo() throws IOException {
        RunFolder stopped = stopped(population(), 300);
        assertThat(Manifest.read(stopped).notices().getLast()).startsWith("stopped after");
        List<Manifest> meanwhile = new ArrayList<>();
        StudyRun.resume(stopped, 1, new StopSignal(), watching(1, () -> meanwhile.add(Manifest.read(stopped))));
        assertThat(meanwhile).isNotEmpty().allSatisfy(manifest -> {
            assertThat(manifest.status()).isEqualTo(Manifest.Status.RUNNING);
            assertThat(manifest.threads()).isEqualTo(1);
            assertThat(manifest.finished()).isEmpty();
            assertThat(manifest.notices()).noneMatch(notice -> notice.startsWith("stopped"));
            assertThat(manifest.outputs()).isEmpty();
        });
    }

    @Test
    void secondsAreThoseOfAllParts() throws IOException {
        RunFolder stopped = stopped(population(), 300);
        assertThat(Manifest.read(stopped).timings()).containsOnlyKeys("prepare", "run");
        Path manifest = stopped.file("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"run\" : [0-9.]+", "\"run\" : 1000"));
        resume(stopped);
        Manifest done = Manifest.read(stopped);
        assertThat(done.timings()).containsOnlyKeys("prepare", "run", "report");
        assertThat(done.timings().getOrDefault("run", 0.0)).isGreaterThan(1000);
    }

    @Test
    void aRunThatEndsByAFaultSaysSoAndCanGoOn() throws IOException {
        Path study = population();
        RunFolder straight = whole(study, "straight");
        RunFolder run = new RunFolder(folder.resolve("faulty"));
        OutOfMemoryError fault = new OutOfMemoryError("Java heap space");
        assertThatThrownBy(() -> StudyRun.prepare(study.toString(), Overrides.NONE)
                        .run(Optional.of(run.path()), List.of(), 2, new StopSignal(), watching(600, () -> {
                            throw fault;
                        })))
                .isSameAs(fault);
        Manifest manifest = Manifest.read(run);
        assertThat(manifest.status()).isEqualTo(Manifest.Status.FAILED);
        assertThat(manifest.notices().getLast())
                .isEqualTo("a fault of Immunarium itself: java.lang.OutOfMemoryError: Java heap space");
        assertThat(Files.readString(run.file("log.txt"))).contains("OutOfMemoryError: Java heap space");
        assertThat(manifest.timings()).containsOnlyKeys("prepare", "run");
        resume(run);
        assertSame(run, straight, "patients.csv", "summary.csv");
    }

    @Test
    void aChangedStudyOrInputIsNotResumed() throws IOException {
        RunFolder stopped = stopped(population(), 300);
        Path kept = stopped.file("study.yaml");
        String text = Files.readString(kept);
        Files.writeString(kept, text.replace("0.3", "0.4"));
        Path doses = stopped.file("inputs").resolve("1-doses.csv");
        Files.writeString(doses, Files.readString(doses).replace("1e5", "2e5"));
        assertThat(refusal(stopped))
                .contains("study.yaml: was changed since the run began", "1-doses.csv: was changed since");
        Files.writeString(kept, text);
        Files.delete(doses);
        assertThat(refusal(stopped)).contains("1-doses.csv: is missing").doesNotContain("study.yaml:");
    }

    private Path population() throws IOException {
        Files.writeString(folder.resolve("doses.csv"), "TIME [d],AMT [cells],CMT,EVID\n0,1e5,effector cells,1\n");
        return Files.writeString(folder.resolve("population.yaml"), POPULATION);
    }

    private RunFolder whole(Path study, String name) {
        return StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(folder.resolve(name)), List.of(), 2, new StopSignal(), RunContext.Screen.NONE)
                .folder();
    }

    /// A run that is asked to stop once `pieces` of its work are done. On one thread: of two, one
    /// can be done with all others while the first patients wait for a processor.
    private RunFolder stopped(Path study, int pieces) {
        StopSignal stop = new StopSignal();
        RunFolder run = new RunFolder(folder.resolve("stopped"));
        RunStopped stopped = catchThrowableOfType(
                RunStopped.class,
                () -> StudyRun.prepare(study.toString(), Overrides.NONE)
                        .run(Optional.of(run.path()), List.of(), 1, stop, watching(pieces, stop::ask)));
        assertThat(stopped.folder()).contains(run.path());
        return run;
    }

    private static void resume(RunFolder run) {
        StudyRun.resume(run, 2, new StopSignal(), RunContext.Screen.NONE);
    }

    private static String refusal(RunFolder run) {
        return String.valueOf(catchThrowableOfType(InvalidInputException.class, () -> resume(run))
                .getMessage());
    }

    private static void assertSame(RunFolder run, RunFolder straight, String... tables) {
        for (String table : tables) {
            assertThat(run.table(table)).hasSameBinaryContentAs(straight.table(table));
        }
    }

    private static RunContext.Screen watching(int pieces, Runnable then) {
        return (_, _, _, _) -> new RunContext.Shown(
                done -> {
                    if (done >= pieces) {
                        then.run();
                    }
                },
                () -> {});
    }

    private static void makeFolderWithContent(Path path) {
        try {
            Files.createDirectories(path);
            Files.writeString(path.resolve("content"), "x");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
