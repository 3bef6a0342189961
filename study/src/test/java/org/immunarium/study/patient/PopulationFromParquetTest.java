package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Fingerprint;
import org.immunarium.results.Manifest;
import org.immunarium.results.Parquet;
import org.immunarium.results.RunFolder;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyCopy;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.run.UnpackedStudy;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A population may come as Parquet, as runs are exported, and is then the same as one of commas.
class PopulationFromParquetTest {

    private static final String POPULATION = """
            id,k_C1_growth [1/d],n_T1_clones [1],weight some,weight other
            1,0.0123456789012345,10,1,0
            2,2e-2,200,3,0.5
            3,0.003,3000,0,1
            """;

    @TempDir
    private Path folder;

    private Path parquet(String table) throws IOException {
        Path file = folder.resolve("mine.parquet");
        Parquet.write(Files.writeString(folder.resolve("table.csv"), table), file, Map.of());
        return file;
    }

    private StudyRun prepared(String from) throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: melanoma
                duration: 3 d
                patient: {weight: 80 kg, height: 175 cm}
                population:
                  patients: 12
                  from: FILE
                  groups: {some: 0.4, other: 0.6}
                  endpoints: [final V_T.C1]
                """.replace("FILE", from));
        return StudyRun.prepare(study.toString(), Overrides.NONE);
    }

    private RunFolder run(String from) throws IOException {
        Path run = folder.resolve("run-" + from);
        prepared(from).run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return RunFolder.open(run);
    }

    @Test
    void patientsAreThoseOfTheSameTableOfCommas() throws IOException {
        Files.writeString(folder.resolve("mine.csv"), POPULATION);
        Path file = parquet(POPULATION);
        RunFolder run = run("mine.parquet");
        assertThat(run.table("patients.csv"))
                .hasSameTextualContentAs(run("mine.csv").table("patients.csv"));
        // Whose bytes are kept with the run, from where it goes on when the original is gone.
        assertThat(Manifest.read(run).inputs().getFirst()).isEqualTo(Fingerprint.of("mine.parquet", file));
        assertThat(run.file("inputs/1-mine.parquet")).hasSameBinaryContentAs(file);
    }

    @Test
    void aSweepOfItIsPreparedFromTheCopiesOfTheRun() throws IOException {
        Path file = parquet(POPULATION);
        Path run = folder.resolve("sweep");
        prepared("mine.parquet");
        StudyRun.prepare(folder.resolve("study.yaml").toString(), Overrides.NONE.withSweep(List.of("V_C=5:6:2"), 1))
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        Files.delete(file);
        try (UnpackedStudy unpacked = StudyCopy.of(RunFolder.open(run)).unpack()) {
            assertThat(unpacked.study().title()).isNotEmpty();
        }
    }

    private List<String> refusal() {
        return catchThrowableOfType(InvalidInputException.class, () -> prepared("mine.parquet")).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            k_C1_growth [1/d];0.01                  | mine.parquet:1: no column of weights, as in "weight all"
            k_C1_growth [1/d],weight some;0.01,1    | population.groups: "other": one of some was expected
            k_C1_growth [1/d],weight some;x,1       | mine.parquet:2: a number was expected; found "x"
            k_C1_growth [1/d],weight some;1,1;,1    | mine.parquet:3: a number was expected; found ""
            k_C1_growth [kg],weight some,weight other;1,1,1  | column "k_C1_growth [kg]"
            k_C1_growth [1/d],weight some,weight other;-1,1,1 | mine.parquet:2: k_C1_growth: a rate
            nothing [1],weight some,weight other;1,1,1       | population.from: the model has none of nothing
            """)
    void whatIsWrongIsToldAsInATableOfCommas(String rows, String told) throws IOException {
        parquet(rows.replace(';', '\n') + "\n");
        assertThat(refusal()).anyMatch(each -> each.contains(told));
    }

    @Test
    void whatIsNoParquetIsTold() throws IOException {
        assertThat(refusal()).anyMatch(each -> each.contains("there is no file \"mine.parquet\" beside the study"));
        Files.writeString(folder.resolve("mine.parquet"), POPULATION);
        assertThat(refusal())
                .singleElement()
                .asString()
                .startsWith("mine.parquet: a Parquet file was expected")
                .contains("'mine.parquet'");
        Files.delete(folder.resolve("mine.parquet"));
        Files.createDirectory(folder.resolve("mine.parquet"));
        assertThat(refusal()).singleElement().asString().isEqualTo("mine.parquet: is not a regular file");
    }
}
