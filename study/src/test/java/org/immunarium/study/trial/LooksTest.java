package org.immunarium.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Table;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Measure;
import org.immunarium.study.Overrides;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyReader;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A trial may be looked at while it goes on.
class LooksTest {

    private static final String STUDY = """
            format: 1
            study: trial
            model: melanoma
            duration: 12 mo
            patient: {weight: 80 kg, height: 175 cm}
            tolerances: {relative: 1e-3}
            population:
              patients: 16
              vary: {n_T1_clones: {log-normal: 1.0}}
            arms:
              - title: Nivolumab
                therapy: [nivolumab 3 mg/kg IV q2w until progression]
              - title: Nothing
                therapy: []
            control: Nothing
            visits: {every: 8 w}
            accrual: 3 mo
            looks: {at: [0.5, 0.75], of: PFS}
            death: {background: 0.03 1/yr, burden: 0.6 1/yr, at: 60 mm}
            """;

    @TempDir
    private Path folder;

    @Test
    void eachLookIsARowAndTheLastHasAllEvents() throws IOException {
        Path study = Files.writeString(folder.resolve("trial.yaml"), STUDY);
        Path run = folder.resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 2, new StopSignal(), RunContext.Screen.NONE);
        Table looks = Table.read(run.resolve("tables/looks.csv"));
        Table endpoints = Table.read(run.resolve("tables/endpoints.csv"));
        double events = endpoints.rows().stream()
                .filter(row -> row.getFirst().equals("PFS"))
                .mapToDouble(row -> Double.parseDouble(row.get(endpoints.column("events"))))
                .sum();
        assertThat(looks.rows()).hasSize(3);
        assertThat(looks.numbers(looks.column("events"))[2]).isEqualTo(events);
        assertThat(looks.numbers(looks.column("information"))).isSorted().endsWith(1.0);
        assertThat(Files.readString(run.resolve("report.html"))).contains("Looks while the trial went on");
    }

    @Test
    void manyOfTheSameTrialAreToldHowOftenTheyCouldBeStoppedEarly() {
        RepeatableStudy trial =
                (RepeatableStudy) StudyReader.parse("trial.yaml", STUDY).prepare(InputFiles.none());
        assertThat(trial.measures())
                .extracting(Measure::header)
                .contains("stopped early PFS Nivolumab")
                .doesNotContain("stopped early OS Nivolumab");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [0.5, 0.75] | [0.75, 0.5] | looks.at: shares of events that rise between 0 and 1
            [0.5, 0.75] | [0.5, 1]    | looks.at: shares of events
            [0.5, 0.75] | [half]      | looks.at: shares of events
            at: [0.5, 0.75], | | looks.at
            of: PFS | of: DFS | looks.of: "DFS" is not known
            """)
    void whatIsWrongIsTold(String right, String wrong, String told) {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> StudyReader.parse("trial.yaml", STUDY.replace(right, wrong == null ? "" : wrong))
                        .prepare(InputFiles.none()));
        assertThat(refused).isNotNull();
        assertThat(refused.problems().stream().map(Problem::toString)).anyMatch(each -> each.contains(told));
    }
}
