package org.immunarium.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.results.Fingerprint;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a study names is text of a reasonable size, or is refused by name before it is read.
final class InputFilesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void textIsReadUpToItsLimit() throws IOException {
        Files.writeString(folder.resolve("doses.csv"), "TIME,AMT");
        InputFiles files = InputFiles.in(folder);
        assertThat(files.text("doses.csv", 8)).contains("TIME,AMT");
        assertThat(files.text("other.csv", 8)).isEmpty();
        assertThat(refusal("doses.csv", 7)).contains("doses.csv: has 8 bytes; a file of at most 7");
    }

    @Test
    void aTableOfTwoGigabytesIsRefusedUnread() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("doses.csv").toFile(), "rw")) {
            sparse.setLength(1L << 31);
        }
        assertThat(prepareRefusal()).contains("doses.csv: has 2147483648 bytes; a file of at most 67108864");
    }

    @Test
    void foldersAndOtherEncodingsAreToldApart() throws IOException {
        Files.write(folder.resolve("doses.csv"), new byte[] {'T', (byte) 0xe9, ','});
        assertThat(prepareRefusal()).contains("doses.csv: is not text in UTF-8");
        Files.delete(folder.resolve("doses.csv"));
        Files.createDirectory(folder.resolve("doses.csv"));
        assertThat(prepareRefusal()).contains("study.yaml:4: therapy: \"doses.csv\" is not a regular file");
    }

    @Test
    void aRunKeepsWhatItReadAndNotWhatBecameOfIt() throws IOException {
        Path model = folder.resolve("tumour.xml");
        String sbml = SbmlWriter.write(ModelBuilder.of("tumour", "")
                .units("day", "cells", "litre")
                .compartment("V", 1)
                .amount("T", "", "V", 1, "cells")
                .parameter("k", "", 0.5, "cells/day")
                .reaction("grow", "", Map.of(), Map.of("T", 1.0), "k")
                .build());
        Files.writeString(model, sbml);
        String doses = "TIME [d],AMT [cells],CMT,EVID\n0,2,T,1\n";
        Path table = Files.writeString(folder.resolve("doses.csv"), doses);
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: tumour.xml
                duration: 4 d
                therapy: [{events: doses.csv}]
                targets: {T: {into: T, as: amount}}
                compare: [{title: one, therapy: [{events: doses.csv}]}, {title: none}]
                """);
        StudyRun run = StudyRun.prepare(study.toString(), Overrides.NONE);
        Files.writeString(model, sbml.replace("0.5", "0.7"));
        Files.writeString(table, doses.replace(",2,", ",3,"));
        Files.delete(study);
        StudyRun.Outcome outcome =
                run.run(Optional.of(folder.resolve("run")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        RunFolder kept = outcome.folder();
        assertThat(kept.file("inputs/1-tumour.xml")).hasContent(sbml);
        assertThat(kept.file("inputs/2-doses.csv")).hasContent(doses);
        InputFiles.checkUnchanged(kept, outcome.manifest());
        assertThat(outcome.manifest().inputs())
                .extracting(Fingerprint::sha256)
                .contains(
                        Fingerprint.of("", doses.getBytes(StandardCharsets.UTF_8))
                                .sha256(),
                        Fingerprint.of("", sbml.getBytes(StandardCharsets.UTF_8))
                                .sha256());
    }

    @Test
    void aRunKeepsTheFilesThatItsModelIsComposedOf() throws IOException {
        Path models = Files.createDirectories(folder.resolve("models/parts"));
        Path part = Files.writeString(models.resolve("growth.xml"), sbml("""
                <comp:listOfModelDefinitions><comp:modelDefinition id="growth">
                <listOfParameters><parameter id="y" value="1" constant="false"/></listOfParameters>
                <listOfRules><rateRule variable="y"><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>y</ci></math>
                </rateRule></listOfRules></comp:modelDefinition></comp:listOfModelDefinitions>
                """, ""));
        Files.writeString(folder.resolve("models/whole.xml"), sbml("""
                <comp:listOfExternalModelDefinitions><comp:externalModelDefinition comp:id="e"
                comp:source="parts/growth.xml" comp:modelRef="growth"/></comp:listOfExternalModelDefinitions>
                """, """
                <comp:listOfSubmodels><comp:submodel comp:id="a" comp:modelRef="e"/></comp:listOfSubmodels>
                """));
        Path study = Files.writeString(
                folder.resolve("study.yaml"), "format: 1\nstudy: patient\nmodel: models/whole.xml\nduration: 1\n");
        StudyRun prepared = StudyRun.prepare(study.toString(), Overrides.NONE);
        StopSignal stop = new StopSignal();
        stop.ask();
        RunFolder run = new RunFolder(folder.resolve("run"));
        assertThatThrownBy(() -> prepared.run(Optional.of(run.path()), List.of(), 1, stop, RunContext.Screen.NONE))
                .isInstanceOf(RunStopped.class);
        String kept = Files.readString(part);
        assertThat(run.file("inputs/2-growth.xml")).hasContent(kept);
        assertThat(Manifest.read(run).inputs())
                .extracting(Fingerprint::file)
                .containsExactly("models/whole.xml", "models/parts/growth.xml", "study.yaml");
        Files.delete(part);
        Files.writeString(run.file("inputs/2-growth.xml"), kept.replace("value=\"1\"", "value=\"2\""));
        assertThatThrownBy(() -> StudyRun.resume(run, 1, new StopSignal(), RunContext.Screen.NONE))
                .hasMessageContaining("2-growth.xml: was changed since the run began");
        Files.writeString(run.file("inputs/2-growth.xml"), kept);
        StudyRun.resume(run, 1, new StopSignal(), RunContext.Screen.NONE);
        assertThat(Files.readString(run.table("timecourse.csv"))).contains("a__y");
    }

    private static String sbml(String definitions, String model) {
        return """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2" comp:required="true"
                  xmlns:comp="http://www.sbml.org/sbml/level3/version1/comp/version1">
                <model>%s</model>%s</sbml>
                """.formatted(model, definitions);
    }

    private String refusal(String name, int most) {
        return String.valueOf(catchThrowableOfType(
                        InvalidInputException.class, () -> InputFiles.in(folder).text(name, most))
                .getMessage());
    }

    private String prepareRefusal() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: kuznetsov1994
                therapy: [{events: doses.csv}]
                """);
        return String.valueOf(catchThrowableOfType(
                        InvalidInputException.class, () -> StudyRun.prepare(study.toString(), Overrides.NONE))
                .getMessage());
    }
}
