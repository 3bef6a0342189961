package org.immunarium.study.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.results.Table;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Measure;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.run.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A trial may be looked at while it goes on.
class LooksTest {

    private static final String STUDY = SmallTrials.MELANOMA + "looks: {at: [0.5, 0.75], of: PFS}\n";

    @TempDir
    private Path folder;

    @Test
    void eachLookIsARowAndTheLastHasAllEvents() throws IOException {
        Path run = SmallTrials.run(folder, "run", STUDY, 2);
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
        assertThat(SmallTrials.problems(STUDY.replace(right, wrong == null ? "" : wrong)))
                .anyMatch(each -> each.contains(told));
    }
}
