package org.immunarium.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.immunarium.study.trial.SmallTrials.problems;

import java.io.IOException;
import java.nio.file.Path;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An arm may choose by what is found at diagnosis what a patient is given.
class TreatmentByMarkerTest {

    private static final String STUDY = """
            format: 1
            study: trial
            title: By PD-L1
            model: non-small-cell-lung-cancer
            duration: 6 mo
            patient: {weight: 75 kg, height: 172 cm}
            tolerances: {relative: 1e-3}
            population:
              patients: 16
              vary: {C_PDL1_total: {log-normal: 1.5}}
            arms:
              - title: By PD-L1
                by:
                  - {if: PDL1_TPS >= 50, therapy: [pembrolizumab 200 mg IV at 30 d]}
                  - {therapy: [docetaxel 75 mg/m2 IV at 7 d]}
                next: {therapy: [pemetrexed 500 mg/m2 IV q3w]}
              - title: Docetaxel
                therapy: [docetaxel 75 mg/m2 IV at 14 d]
            control: Docetaxel
            visits: {every: 6 w}
            strata: [PDL1_TPS >= 50]
            death: {background: 0.001 1/yr, burden: 0.001 1/yr, at: 60 mm}
            """;

    @TempDir
    private Path folder;

    @Test
    void eachIsGivenWhatTheMarkerSays() throws IOException {
        Path run = SmallTrials.run(folder, "run", STUDY, 2);
        Table patients = Table.read(run.resolve("tables/patients.csv"));
        int arm = patients.column("arm");
        int much = patients.column("PDL1_TPS >= 50");
        int last = patients.column("last dose [d]");
        assertThat(patients.rows()).extracting(row -> row.get(much)).contains("yes", "no");
        assertThat(patients.rows()).allSatisfy(row -> {
            boolean byMarker = row.get(arm).equals("By PD-L1");
            assertThat(row.get(last)).isEqualTo(!byMarker ? "14" : row.get(much).equals("yes") ? "30" : "7");
        });
        assertThat(Manifest.read(RunFolder.open(run)).method().get("arm \"By PD-L1\""))
                .containsSubsequence(
                        "PDL1_TPS >= 50: ",
                        "pembrolizumab",
                        "; all others: ",
                        "docetaxel",
                        "; after progression 100 %");
    }

    @Test
    void aChoiceThatIsRightHasNoProblem() {
        assertThat(problems(STUDY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            if: PDL1_TPS >= 50 | if: TMB >= 50    | arms.by.if: the model has no "TMB"
            if: PDL1_TPS >= 50 | if: PDL1_TPS     | by.if: a name, one of >= <= > <, and a value were expected
            if: PDL1_TPS >= 50, | x: 1,           | by: if is missing
            - {therapy: [docetaxel 75 mg/m2 IV at 7 d]} | - {if: PDL1_TPS < 50, therapy: [docetaxel 75 mg/m2 IV at 7 d]} | the last choice is for all others
            - {therapy: [docetaxel 75 mg/m2 IV at 7 d]} | | by: from 2 to 6 choices were expected; found 1
            - {therapy: [docetaxel 75 mg/m2 IV at 7 d]} | - {} | therapy
            next: {therapy: [pemetrexed 500 mg/m2 IV q3w]} | therapy: [pemetrexed 500 mg/m2 IV q3w] | therapy: by says what is given
            [docetaxel 75 mg/m2 IV at 7 d] | [sugar 5 mg q1d] | sugar
            """)
    void aChoiceThatIsWrongIsToldAtItsLine(String right, String wrong, String told) {
        assertThat(problems(STUDY.replace(right, wrong == null ? "" : wrong))).anyMatch(each -> each.contains(told));
    }

    @Test
    void moreMarkersThanAPatientsAnswersHoldAreRefused() {
        StringBuilder arms = new StringBuilder();
        for (int arm = 0; arm < 7; arm++) {
            arms.append("  - title: Arm ").append(arm).append("\n    by:\n");
            for (int choice = 0; choice < 5; choice++) {
                arms.append("      - {if: PDL1_TPS >= ").append(90 - choice).append(", therapy: [docetaxel ");
                arms.append(60 + arm).append(" mg/m2 IV at ").append(choice + 1).append(" d]}\n");
            }
            arms.append("      - {therapy: [docetaxel ").append(40 + arm).append(" mg/m2 IV at 9 d]}\n");
        }
        assertThat(problems(STUDY.replace("control:", arms + "control:")))
                .anyMatch(each -> each.contains("arms.by.if: at most 31 of all arms together were expected; found 36"));
    }
}
