package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Table;
import org.immunarium.study.OutsideData;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Example 1 of QSP-IO (Sové et al. 2020) against the trajectories that SimBiology gives of the toolbox's own model.
final class QspIoAgreesWithSimBiologyTest {

    private static final String FOLDER = "reference/qspio_example1_simbiology/";

    private static final double ALLOWED = 1e-4;

    /// Of a column's peak: what is less is not compared.
    private static final double FLOOR = 1e-6;

    /// What SimBiology's table calls our columns.
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>(Map.of(
            "cancer_cells", "V_T.C1",
            "dead_cells", "V_T.C_x",
            "t_cells", "T_total",
            "tumour_volume_l", "V_T",
            "pd1_occupancy", "H_PD1_C1",
            "drug_plasma_molar", "V_C.nivolumab",
            "drug_tumor_molar", "V_T.nivolumab",
            "cd8_tumor_cells", "V_T.T1",
            "treg_tumor_cells", "V_T.T0"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void fourDosesOfTwoHundredMilligramsEveryThreeWeeks() throws IOException {
        compare("nivolumab 200 mg IV q3w x 4", "84 d", "12 h", "A1_reference.csv");
    }

    @Test
    void threeMilligramsPerKilogramEveryTwoWeeksUntilNoCancerCellIsLeft() throws IOException {
        compare("nivolumab 3 mg/kg IV q2w x 29", "400 d", "1 d", "example1_treated_matlab.csv");
    }

    private void compare(String therapy, String duration, String every, String reference) throws IOException {
        Table theirs = Table.read(OutsideData.file(FOLDER + reference));
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: qspio-example1
                patient: {weight: 70 kg}
                therapy:
                  - %s
                duration: %s
                output: {every: %s}
                tolerances: {relative: 1e-9}
                """.formatted(therapy, duration, every));
        Path run = folder.resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        Table ours = AuthorsTrajectories.timecourse(run);
        assertThat(ours.rows()).hasSameSizeAs(theirs.rows());
        List<String> differing = new ArrayList<>();
        COLUMNS.forEach((their, our) -> {
            int column = theirs.header().indexOf(their);
            double[] expected = theirs.numbers(column);
            double[] found = ours.numbers(AuthorsTrajectories.names(ours).indexOf(our));
            double floor = FLOOR * AuthorsTrajectories.peak(theirs, column);
            for (int row = 0; row < expected.length; row++) {
                if (Math.abs(found[row] - expected[row]) > ALLOWED * Math.max(Math.abs(expected[row]), floor)) {
                    differing.add("%s in row %d: %s, SimBiology's %s".formatted(our, row, found[row], expected[row]));
                }
            }
        });
        assertThat(differing).isEmpty();
    }
}
