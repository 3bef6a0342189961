package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyReader;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Further clones of a tumour have together at most as many cells as the first.
final class CloneSharesTest {

    private static final String STUDY = """
            format: 1
            study: patient
            model: melanoma
            duration: 1 d
            tumour: {clones: {C2: {lost: [MHC-I]}, C3: {lost: [antigen]}}}
            set: {share_C2: 0.5}
            population:
              patients: 16
              endpoints: [final D]
              vary: {share_C3: {uniform: [0.2, 0.8]}}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theyAddUpToAtMostTheWhole() {
        CloneShares shares = new CloneShares("C1", Map.of("share_C2", 0.5));
        assertThat(shares.wrong(Map.of())).isEmpty();
        assertThat(shares.wrong(Map.of("share_C2", 1.0))).isEmpty();
        assertThat(shares.wrong(Map.of("share_C2", 1 + 1e-7))).isEmpty();
        assertThat(shares.wrong(Map.of("share_C2", 1.01)))
                .hasValue("shares of the cells of C1 that add up to at most 1 were expected; found share_C2 = 1.01,"
                        + " together 1.01");
        assertThat(shares.wrong(Map.of("share_C2", 1.01), Set.of("share_C2"))).isEmpty();
    }

    @Test
    void inATrialAndInAFitTheyAreNoPatientsEither() {
        PreparedStudy prepared = StudyReader.parse("s.yaml", STUDY).prepare(InputFiles.none());
        TreatedPatients patients = TreatedPatients.of(prepared);
        assertThat(LongStream.rangeClosed(1, 16)).allSatisfy(number -> {
            boolean more = patients.values(number)[0] > 0.5;
            assertThat(patients.refused(number))
                    .isEqualTo(
                            more
                                    ? Optional.of(
                                            "the further clones of the tumour have more cells at the start than C1")
                                    : Optional.empty());
        });
        PatientCurves curves = PatientCurves.of(prepared);
        PatientCurves.Curves size = curves.of(List.of(curves.find("D").orElseThrow()), new double[] {0, 1});
        assertThat(size.at(new double[] {0.4})).isPresent();
        assertThat(size.at(new double[] {0.6})).isEmpty();
    }

    @Test
    void aPatientWhoIsDrawnWithMoreFailsAndTheOthersDoNot() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
        Path out = folder.resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(out), List.of(), 2, new StopSignal(), RunContext.Screen.NONE);
        Table patients = Table.read(new RunFolder(out).table("patients.csv"));
        assertThat(patients.rows()).hasSize(16);
        int failed = 0;
        for (List<String> row : patients.rows()) {
            boolean more = Double.parseDouble(row.get(1)) > 0.5;
            failed += more ? 1 : 0;
            assertThat(row.getLast())
                    .matches(more ? "at time 0 d: shares of the cells of C1 .* together 1\\.\\d+" : "no");
        }
        assertThat(failed).isBetween(1, 15);
    }
}
