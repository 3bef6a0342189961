package org.immunarium.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Heap;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Measure;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.export.Format;
import org.immunarium.study.run.RunExport;
import org.immunarium.study.run.StudyReader;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Patients who were operated on are followed for recurrence, from the time at which they come in.
class AdjuvantTrialTest {

    private static final String STUDY = """
            format: 1
            study: trial
            title: After surgery
            model: melanoma
            duration: 30 mo
            patient: {weight: 80 kg, height: 175 cm}
            tolerances: {relative: 1e-3}
            setting: adjuvant
            surgery: 8 w
            set: {residual: 1e-4}
            population:
              patients: 14
              vary: {residual: {log-uniform: [1e-7, 1e-2]}, D_diagnosis: {log-normal: 0.3}}
            arms:
              - title: Pembrolizumab
                therapy: [pembrolizumab 200 mg IV q3w x 18 until progression]
                next: {therapy: [nivolumab 3 mg/kg IV q2w], share: 0.5}
              - title: Dacarbazine
                therapy: [dacarbazine 1000 mg/m2 IV q3w x 6 until progression]
            control: Dacarbazine
            visits: {every: 12 w, error: 0.05}
            accrual: 3 mo
            new lesions: {background: 0.05 1/yr, burden: 0.5 1/yr, at: 60 mm, exponent: 1}
            death: {background: 0.03 1/yr, burden: 0.6 1/yr, at: 60 mm, exponent: 1.2, spread: 0.6}
            """;

    @TempDir
    private Path folder;

    private Path run() throws IOException {
        return SmallTrials.run(folder, "run", STUDY, 2);
    }

    @Test
    void tablesFiguresAndExportsSpeakOfRecurrence() throws IOException {
        Path run = run();
        Table patients = Table.read(run.resolve("tables/patients.csv"));
        assertThat(patients.rows()).hasSize(14);
        assertThat(patients.header()).contains("DFS [d]", "DFS event").doesNotContain("PFS [d]");
        // Nothing is left to be seen, and nothing can respond.
        assertThat(patients.numbers(patients.column("baseline [mm]"))).containsOnly(0.0);
        assertThat(patients.rows())
                .allSatisfy(row ->
                        assertThat(row.get(patients.column("best response"))).isEmpty());
        assertThat(Table.read(run.resolve("tables/endpoints.csv")).rows())
                .extracting(List::getFirst)
                .containsExactly("OS", "OS", "DFS", "DFS");
        assertThat(Table.read(run.resolve("tables/subgroups.csv")).rows())
                .extracting(List::getFirst)
                .containsOnly("OS", "DFS");
        Table sizes = Table.read(run.resolve("tables/tumour_size.csv"));
        assertThat(sizes.rows())
                .extracting(row -> row.get(sizes.column("response")))
                .contains("NED", "PD")
                .containsOnly("", "NED", "PD");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("Disease-free survival", "without recurrence", "56 d before")
                .doesNotContain("Best change", "Best responses", "Progression-free", "NaN");
        assertThat(Manifest.read(RunFolder.open(run)).method()).containsEntry("setting", "adjuvant");
        isExported(run, patients);
    }

    private static void isExported(Path run, Table patients) {
        Path adam = RunExport.write(RunFolder.open(run), Format.ADAM, Optional.empty(), Optional.empty())
                .getFirst();
        Table times = Table.read(adam.resolve("adtte.csv"));
        int code = times.column("PARAMCD");
        List<List<String>> free =
                times.rows().stream().filter(row -> row.get(code).equals("DFS")).toList();
        assertThat(times.rows()).extracting(row -> row.get(code)).containsOnly("OS", "DFS");
        assertThat(free)
                .extracting(row -> row.get(times.column("AVAL")))
                .isEqualTo(patients.rows().stream()
                        .map(row -> row.get(patients.column("DFS [d]")))
                        .toList());
        assertThat(free)
                .extracting(row -> row.get(times.column("EVNTDESC")))
                .contains("DISEASE RECURRENCE")
                .doesNotContain("DISEASE PROGRESSION");
        Table responses = Table.read(adam.resolve("adrs.csv"));
        assertThat(responses.rows())
                .extracting(row -> row.get(responses.column("PARAMCD")))
                .containsOnly("OVRLRESP");
    }

    /// A tumour of which a tenth is left is still there, and no patient of such a trial.
    @Test
    void whoStillHasATumourCannotComeIn() {
        RepeatableStudy trial = (RepeatableStudy) StudyReader.parse(
                        "trial.yaml",
                        STUDY.replace("residual: 1e-4", "residual: 0.1")
                                .replace("residual: {log-uniform: [1e-7, 1e-2]}, ", "")
                                .replace("patients: 14", "patients: 2"))
                .prepare(InputFiles.none());
        assertThat(catchThrowableOfType(
                        InvalidInputException.class, () -> trial.measure(0, 1, 2, Heap.here(), _ -> {})))
                .hasMessageContaining("a tumour is seen after the operation");
    }

    @Test
    void manyOfTheSameTrialAreToldByDiseaseFreeSurvival() {
        RepeatableStudy trial =
                (RepeatableStudy) StudyReader.parse("trial.yaml", STUDY).prepare(InputFiles.none());
        assertThat(trial.measures())
                .extracting(Measure::header)
                .contains("success DFS Pembrolizumab", "median DFS Dacarbazine [mo]")
                .noneMatch(each -> each.contains("PFS") || each.contains("ORR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            setting: adjuvant | setting: adjuvent | setting: "adjuvent" is not known; expected advanced or adjuvant
            setting: adjuvant | setting: advanced | surgery: how long before the trial patients were operated on
            surgery: 8 w      | surgery: -8 w     | surgery: above 0
            surgery: 8 w      | surgery: 8        | surgery: above 0
            """)
    void whatIsWrongIsTold(String right, String wrong, String told) {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> StudyReader.parse("trial.yaml", STUDY.replace(right, wrong))
                        .prepare(InputFiles.none()));
        assertThat(refused).isNotNull();
        assertThat(refused.problems().stream().map(Problem::toString)).anyMatch(each -> each.contains(told));
    }
}
