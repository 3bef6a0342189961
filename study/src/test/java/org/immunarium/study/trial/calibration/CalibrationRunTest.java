package org.immunarium.study.trial.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.immunarium.study.trial.SmallTrials.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immunarium.patient.population.StoredPatients;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.PiecesTwice;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationRunTest {

    private static final String STUDY = """
            format: 1
            study: calibration
            title: A small calibration
            model: melanoma
            duration: 8 mo
            patient: {weight: 80 kg, height: 175 cm}
            tolerances: {relative: 1e-3}
            population:
              patients: 24
              vary:
                n_T1_clones: {log-normal: 1.0}
                k_C1_growth: {log-normal: 0.5}
            groups: [first, second]
            arms:
              - title: nivolumab
                therapy: [nivolumab 3 mg/kg IV q2w until progression]
                visits: {first: 9 w, every: 6 w, window: 3 d, error: 0.05}
              - title: dacarbazine
                therapy: [dacarbazine 1000 mg/m2 IV q3w until progression]
                visits: {first: 9 w, every: 6 w, error: 0.05}
            hazards:
              today:
                death: {background: 0.05 1/yr, burden: [0.1 1/yr, 2 1/yr], at: 60 mm, exponent: 1.5, spread: 0.5}
                new lesions: {background: 0.1 1/yr, burden: 0.5 1/yr, at: 60 mm}
            trials:
              - trial: One
                arm: nivolumab
                hazards: today
                groups: {first: 1}
                overall survival: {file: os.csv, arm: a}
                responses: 4 of 10
                shares: [{of: PDL1_TPS >= 1, are: 5 of 10}]
              - trial: Two
                arm: dacarbazine
                hazards: today
                groups: {first: 0.5, second: 0.5}
                eligibility: [n_T1_clones >= 10]
                overall survival: {months: {2: 0.9, 5: 0.6}, patients: 40}
                progression-free survival: {file: os.csv, arm: b}
            smoothness: 2
            tries: 12
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void data() throws IOException {
        StringBuilder text = new StringBuilder("time,event,arm\n");
        for (int i = 0; i < 40; i++) {
            text.append(0.5 + i / 4.0).append(i % 5 == 0 ? ",0," : ",1,").append(i % 2 == 0 ? "a\n" : "b\n");
        }
        Files.writeString(folder.resolve("os.csv"), text);
        Files.writeString(folder.resolve("study.yaml"), STUDY);
    }

    private StudyRun prepared() {
        return StudyRun.prepare(folder.resolve("study.yaml").toString(), Overrides.NONE);
    }

    private Path run(String name, int threads) {
        Path run = folder.resolve(name);
        prepared().run(Optional.of(run), List.of(), threads, new StopSignal(), RunContext.Screen.NONE);
        return run;
    }

    @Test
    void theSameBytesInPiecesThatAreCarriedOutElsewhere() throws IOException {
        PiecesTwice pieces = new PiecesTwice();
        Path run = folder.resolve("pieces");
        prepared().run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE, Optional.of(pieces));
        assertThat(tables(run)).isEqualTo(tables(run("here", 2)));
        assertThat(pieces.pieces()).isEqualTo(9);
    }

    @Test
    void theSameBytesOnAnyNumberOfThreadsAndAfterAStop() throws IOException {
        Map<String, String> one = tables(run("one", 1));
        assertThat(one.keySet()).containsExactly("agreement.csv", "calibration.csv", "hazards.csv", "population.csv");
        assertThat(tables(run("two", 2))).isEqualTo(one);
        Path stopped = folder.resolve("stopped");
        StopSignal stop = new StopSignal();
        RunContext.Screen screen = (_, _, _, _) -> new RunContext.Shown(
                done -> {
                    if (done > 24 * 1.6) {
                        stop.ask();
                    }
                },
                () -> {});
        assertThatThrownBy(() -> prepared().run(Optional.of(stopped), List.of(), 2, stop, screen))
                .isInstanceOf(RunStopped.class);
        StudyRun.resume(RunFolder.open(stopped), 1, new StopSignal(), RunContext.Screen.NONE);
        assertThat(tables(stopped)).isEqualTo(one);
        isAPopulation(Objects.requireNonNull(one.get("population.csv")));
        assertThat(Files.readString(folder.resolve("one/report.html")))
                .contains("One: nivolumab, OS", "Two: dacarbazine, PFS", "How well targets are met")
                .doesNotContain("NaN");
    }

    /// Four lives of each patient, who differ in how they bear treatment.
    @Test
    void livesDoNotDependOnThreadsEither() throws IOException {
        Files.writeString(
                folder.resolve("study.yaml"),
                STUDY.replace("patient: {", "side effects: yes\npatient: {").replace("patients: 24", "patients: 6"));
        Map<String, String> one = tables(run("one", 1));
        assertThat(tables(run("two", 2))).isEqualTo(one);
        assertThat(one.get("population.csv")).doesNotContain("s_all");
        assertThat(Files.readString(folder.resolve("one/report.html"))).doesNotContain("NaN");
    }

    private void isAPopulation(String text) {
        StoredPatients stored = StoredPatients.parse(text, "population.csv");
        assertThat(stored.names()).containsExactly("n_T1_clones", "k_C1_growth");
        assertThat(stored.weights()).containsOnlyKeys("first", "second");
        stored.weights()
                .values()
                .forEach(each -> assertThat(Arrays.stream(each).sum()).isCloseTo(1, within(1e-9)));
        Table hazards = Table.read(folder.resolve("one/tables/hazards.csv"));
        double[] values = hazards.numbers(hazards.column("value"));
        assertThat(values[0]).isCloseTo(0.05 / 365.25, within(1e-12));
        assertThat(values[1] * 365.25).isBetween(0.1, 2.0);
    }

    /// What is wrong in a file of times is told there, line by line.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                              | os.csv:1: columns time, event and arm were expected
            1,1,a;2,7,a       | os.csv:3: a time from 0 on, in months, and an event, 1 or 0, were expected; found [2, 7, a]
            1,1,a;NaN,1,a     | os.csv:3: a time from 0 on
            1,1,a;1e400,1,a   | os.csv:3: a time from 0 on
            1,1,a;-1,1,a      | os.csv:3: a time from 0 on
            1,1,a;1,1         | os.csv:3: 3 cells were expected, as in line 1; found 2
            20,1,a;30,1,a     | "os.csv": no month is left in which enough patients are at risk
            """)
    void aFileOfTimesThatIsWrongIsTold(String rows, String told) throws IOException {
        Files.writeString(
                folder.resolve("os.csv"), rows == null ? "" : "time,event,arm\n" + rows.replace(';', '\n') + "\n");
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, this::prepared);
        assertThat(refused.problems().stream().map(Problem::toString)).anyMatch(each -> each.contains(told));
    }

    @Test
    void whoIsInNoTrialIsTold() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), STUDY.replace("n_T1_clones >= 10", "n_T1_clones >= 1e9"));
        assertThatThrownBy(() -> run("none", 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("plausible patients has what Two: dacarbazine asks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id,k_C1_growth [1/d],k_C1_growth [1/d],weight a;1,0.01,0.01,1 | mine.csv:1: column "k_C1_growth" is there twice
            id,k_C1_growth [1/d],weight a;1,0.01,1e308;2,0.01,1e308       | mine.csv:1: column "weight a": weights from 0 on
            id,k_C1_growth [1/d],weight a;1,0.01,1;2,-0.01,1              | mine.csv:3: k_C1_growth: a rate, a concentration or the like
            id,V_C [L],weight a;1,0,1                                     | mine.csv:2: V_C: the size of a compartment
            id,n_T1_clones [1],weight a;1,50,1                            | population.from and set both have n_T1_clones
            """)
    void aPopulationThatCannotBeIsTold(String rows, String told) throws IOException {
        Files.writeString(folder.resolve("mine.csv"), rows.replace(';', '\n') + "\n");
        Files.writeString(folder.resolve("trial.yaml"), """
                format: 1
                study: trial
                model: melanoma
                duration: 8 mo
                set: {n_T1_clones: 100}
                patient: {weight: 80 kg, height: 175 cm}
                population: {patients: 8, from: mine.csv}
                arms:
                  - {title: Nivolumab, therapy: [nivolumab 3 mg/kg IV q2w until progression]}
                  - {title: Nothing}
                control: Nothing
                death: {background: 0.05 1/yr, burden: 0.5 1/yr, at: 60 mm}
                """);
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class,
                () -> StudyRun.prepare(folder.resolve("trial.yaml").toString(), Overrides.NONE));
        assertThat(refused.problems().stream().map(Problem::toString)).anyMatch(each -> each.contains(told));
    }

    @Test
    void aTrialTakesItsPatientsFromIt() throws IOException {
        Path population = run("one", 2).resolve("tables/population.csv");
        Files.copy(population, folder.resolve("mine.csv"));
        String trial = """
                format: 1
                study: trial
                model: melanoma
                duration: 8 mo
                patient: {weight: 80 kg, height: 175 cm}
                tolerances: {relative: 1e-3}
                population: {patients: 8, from: mine.csv, groups: {first: 0.5, second: 0.5}}
                arms:
                  - {title: Nivolumab, therapy: [nivolumab 3 mg/kg IV q2w until progression]}
                  - {title: Nothing}
                control: Nothing
                death: {background: 0.05 1/yr, burden: 0.5 1/yr, at: 60 mm}
                """;
        Files.writeString(folder.resolve("trial.yaml"), trial);
        Path run = folder.resolve("trial");
        StudyRun.prepare(folder.resolve("trial.yaml").toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 2, new StopSignal(), RunContext.Screen.NONE);
        Table patients = Table.read(run.resolve("tables/patients.csv"));
        List<String> known =
                Table.read(population).rows().stream().map(row -> row.get(1)).toList();
        int clones = patients.column("n_T1_clones [1]");
        assertThat(patients.rows()).hasSize(8).allMatch(row -> known.contains(row.get(clones)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arm: nivolumab              | arm: nivolumb                | trials.arm: "nivolumb": one of nivolumab, dacarbazine was expected, did you mean "nivolumab"?
            {2: 0.9, 5: 0.6}            | {2: 0.9, 9: 0.6}             | trials.overall survival.months: patients are followed for 8 months; found {2.0=0.9, 9.0=0.6}
            {2: 0.9, 5: 0.6}            | {2: 90}                      | trials[2].overall survival.months.2: a month above 0 and a share from 0 to 1 were expected, as in 5.1: 0.5
            0.6}, patients: 40          | 0.6}                         | months with the share without an event, and of how many patients, were expected
            hazards: today              | hazards: tomorrow            | trials.hazards: "tomorrow": one of today was expected
            {first: 0.5, second: 0.5}   | {first: 0.5, third: 0.5}     | trials.groups: shares from 0 on of first, second were expected
            {first: 0.5, second: 0.5}   | {first: 0.5, second: 0.6}    | trials.groups: shares that add up to 1
            file: os.csv, arm: a        | file: ox.csv, arm: a         | there is no "ox.csv" beside the study
            file: os.csv, arm: a        | file: os.csv, arm: c         | "os.csv" has no patient of arm "c"
            responses: 4 of 10          | responses: 14 of 10          | responses: some of all patients were expected
            [0.1 1/yr, 2 1/yr]          | [2 1/yr, 0.1 1/yr]           | hazards.today.death.burden: a number from 0 on, or two above 0, the lower first
            background: 0.05 1/yr       | background: 0.05 mm          | death.background
            smoothness: 2               | smoothness: 0                | smoothness: a number above 0
            responses: 4 of 10          | responses: 0 of 0            | responses: some of all patients were expected
            at: 60 mm, exponent: 1.5    | at: 0 mm, exponent: 1.5      | hazards.today.death.at: a number from 0 on
            exponent: 1.5               | exponent: 1e300              | hazards.today.death.exponent: a number from 0 on
            background: 0.1 1/yr        | background: 1e300 1/yr       | hazards.today.new lesions.background: a number from 0 on
            window: 3 d, error: 0.05    | window: 3 d, confirmed: no   | visits.confirmed
            smoothness: 2               | smoothness: 2000 mm          | smoothness
            PDL1_TPS >= 1               | PDL1_TPZ >= 1                | the model has no "PDL1_TPZ"
            """)
    void whatIsWrongIsToldAtItsLine(String right, String wrong, String told) throws IOException {
        Files.writeString(folder.resolve("study.yaml"), STUDY.replace(right, wrong));
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, this::prepared);
        assertThat(refused.problems().stream().map(Problem::toString))
                .anyMatch(each -> each.contains(told) && each.matches("(?s).*study\\.yaml:\\d+: .*"));
    }
}
