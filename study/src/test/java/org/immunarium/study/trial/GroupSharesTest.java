package org.immunarium.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.results.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shares of groups in a trial are those of patients who are screened. In a calibration they are of those who are
/// in the
/// trial (`CalibrationTest.groupsAndEligibilityCount`).
class GroupSharesTest {

    /// All of the first group may be in the trial, and half of the second.
    private static final String POPULATION = """
            n_T1_clones [1],weight first,weight second
            50,1,0
            60,0,1
            6000,0,1
            """;

    private static final int PATIENTS = 120;

    /// Three standard errors of a share of so many.
    private static final double CHANCE = 3 * 0.046;

    @TempDir
    private Path folder;

    private double inTrial(String groups) throws IOException {
        Files.writeString(folder.resolve("some.csv"), POPULATION);
        Path run = SmallTrials.run(
                folder,
                "run",
                SmallTrials.MELANOMA
                        .replace("side effects: yes\n", "")
                        .replace("duration: 12 mo", "duration: 4 mo")
                        .replace("patients: 16", "patients: " + PATIENTS + "\n  from: some.csv\n  groups: " + groups)
                        .replace("  vary:\n    n_T1_clones: {log-normal: 1.0}\n    s_all: {log-normal: 0.35}\n", ""),
                2);
        Table patients = Table.read(run.resolve("tables/patients.csv"));
        int clones = patients.column("n_T1_clones [1]");
        assertThat(patients.rows()).hasSize(PATIENTS);
        return patients.rows().stream()
                        .filter(row -> Double.parseDouble(row.get(clones)) == 50)
                        .count()
                / (double) PATIENTS;
    }

    @Test
    void eligibilityShiftsTheSharesOfThoseWhoWereScreened() throws IOException {
        assertThat(inTrial("{first: 0.5, second: 0.5}")).isCloseTo(2 / 3.0, within(CHANCE));
    }

    /// A half and a half, each divided by how many of the group are eligible, and brought to a sum of 1.
    @Test
    void whoWantsSharesOfThoseInTheTrialDividesByWhoIsEligible() throws IOException {
        assertThat(inTrial("{first: 0.3333333, second: 0.6666667}")).isCloseTo(0.5, within(CHANCE));
    }
}
