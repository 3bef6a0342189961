package org.immunarium.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.immunarium.study.trial.SmallTrials.problems;
import static org.immunarium.study.trial.SmallTrials.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Heap;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Measure;
import org.immunarium.study.Overrides;
import org.immunarium.study.PiecesTwice;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyReader;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.Days;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialRunTest {

    private static final String STUDY = SmallTrials.MELANOMA;

    @TempDir
    private Path folder;

    private Path run(String name, int threads) throws IOException {
        return SmallTrials.run(folder, name, STUDY, threads);
    }

    @Test
    void theSameTrialHasTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Map<String, String> one = tables(run("one", 1));
        assertThat(one.keySet())
                .containsExactly(
                        "accrual.csv",
                        "adverse_events.csv",
                        "endpoints.csv",
                        "patients.csv",
                        "response.csv",
                        "side_effects.csv",
                        "subgroups.csv",
                        "survival.csv",
                        "toxicity.csv",
                        "tumour_size.csv");
        assertThat(tables(run("two", 2))).isEqualTo(one);
        holdsTogether(folder.resolve("one"));
        isReported(Files.readString(folder.resolve("one/report.html")));
        Table accrual = Table.read(folder.resolve("one/tables/accrual.csv"));
        assertThat(accrual.rows().stream().map(List::getFirst)).containsExactly("Nivolumab", "Dacarbazine");
        double[] patients = accrual.numbers(accrual.column("patients"));
        assertThat(patients[0] + patients[1]).isEqualTo(16);
        assertThat(patients).isEqualTo(accrual.numbers(accrual.column("followed")));
    }

    @Test
    void theNumberOfPatientsCanBeSaidFromOutside() {
        assertThat(patients("12")).isEqualTo("12");
        for (String number : List.of("0", "1.5", "12 d")) {
            assertThatThrownBy(() -> patients(number))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("population.patients: a whole number from 1 to 100000000 was expected");
        }
    }

    @Test
    void aTrialThatEndsBeforeAllHaveComeInIsRefused() {
        Overrides overrides = Overrides.parse(Optional.empty(), Optional.of("3 mo"), List.of());
        assertThatThrownBy(() ->
                        StudyReader.parse("trial.yaml", STUDY).with(overrides).prepare(InputFiles.none()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--duration")
                .hasMessageContaining("duration: a time longer than the accrual of ");
    }

    private static String patients(String number) {
        Overrides overrides =
                Overrides.parse(Optional.empty(), Optional.empty(), List.of("population.patients=" + number));
        return StudyReader.parse("trial.yaml", STUDY)
                .with(overrides)
                .prepare(InputFiles.none())
                .method()
                .getOrDefault("patients", "");
    }

    /// Someone who stops a run on its way.
    private static RunContext.Screen stopping(StopSignal stop, double at) {
        return (_, _, _, _) -> new RunContext.Shown(
                done -> {
                    if (done >= at) {
                        stop.ask();
                    }
                },
                () -> {});
    }

    @Test
    void aTrialThatWasStoppedGoesOnToTheSameBytes() throws IOException {
        Map<String, String> straight = tables(run("straight", 2));
        Path run = folder.resolve("stopped");
        StopSignal stop = new StopSignal();
        assertThatThrownBy(() -> StudyRun.prepare(folder.resolve("trial.yaml").toString(), Overrides.NONE)
                        .run(Optional.of(run), List.of(), 2, stop, stopping(stop, 9)))
                .isInstanceOf(RunStopped.class);
        assertThat(run.resolve("checkpoint/current")).exists();
        Table accrual = Table.read(run.resolve("tables/accrual.csv"));
        assertThat(Arrays.stream(accrual.numbers(accrual.column("patients"))).sum())
                .isEqualTo(16);
        assertThat(Arrays.stream(accrual.numbers(accrual.column("followed"))).sum())
                .isBetween(1.0, 15.0);
        StudyRun.resume(RunFolder.open(run), 1, new StopSignal(), RunContext.Screen.NONE);
        assertThat(tables(run)).isEqualTo(straight);
    }

    /// Arms come in the study's order in every figure, and look the same.
    private static void isReported(String page) {
        assertThat(page)
                .contains(
                        "Overall survival",
                        "Progression-free survival",
                        "Best change of each patient",
                        "at risk (censored")
                .doesNotContain("NaN");
        String legend = page.substring(page.indexOf("Best change of each patient"));
        assertThat(legend.indexOf("Nivolumab")).isLessThan(legend.indexOf("Dacarbazine"));
    }

    /// Tables say the same of the same patients.
    private static void holdsTogether(Path run) {
        Table patients = Table.read(run.resolve("tables/patients.csv"));
        assertThat(patients.rows()).hasSize(16);
        double[] os = patients.numbers(patients.column("OS [d]"));
        double[] pfs = patients.numbers(patients.column("PFS [d]"));
        double[] entry = patients.numbers(patients.column("entry [d]"));
        int progressed = patients.column("progression [d]");
        int arm = patients.column("arm");
        for (int i = 0; i < os.length; i++) {
            assertThat(pfs[i]).isLessThanOrEqualTo(os[i]);
            assertThat(entry[i] + os[i]).isLessThanOrEqualTo(365.25 + 1e-9);
            String seen = patients.rows().get(i).get(progressed);
            if (!seen.isEmpty()) {
                assertThat((Double.parseDouble(seen) - 63 + 4 + 56) % 56).isBetween(0.0, 8.0);
            }
        }
        long treated = patients.rows().stream()
                .filter(row -> row.get(arm).equals("Nivolumab"))
                .count();
        // The last block of each of two strata may be incomplete.
        assertThat(treated).isBetween(6L, 10L);
        Table sizes = Table.read(run.resolve("tables/tumour_size.csv"));
        assertThat(IntStream.range(0, sizes.rows().size())
                        .filter(i -> sizes.numbers(2)[i] == 0)
                        .count())
                .isEqualTo(16);
        Table response = Table.read(run.resolve("tables/response.csv"));
        assertThat(response.rows()).extracting(row -> row.get(1)).containsExactly("" + treated, "" + (16 - treated));
        everyoneIsInALevelOfEachSubgroup(Table.read(run.resolve("tables/subgroups.csv")), treated);
        incidencesRise(Table.read(run.resolve("tables/side_effects.csv")));
    }

    /// What a stratum asks for is not cut at its median again.
    private static void everyoneIsInALevelOfEachSubgroup(Table subgroups, long treated) {
        Map<String, Double> counts = new LinkedHashMap<>();
        double[] patients = subgroups.numbers(subgroups.column("patients"));
        double[] others = subgroups.numbers(subgroups.column("control patients"));
        for (int i = 0; i < patients.length; i++) {
            List<String> row = subgroups.rows().get(i);
            counts.merge(row.get(0) + " " + row.get(2), patients[i] + 100 * others[i], Double::sum);
        }
        assertThat(counts.keySet())
                .containsExactly(
                        "OS all",
                        "OS n_T1_clones > 200",
                        "OS s_all [1]",
                        "PFS all",
                        "PFS n_T1_clones > 200",
                        "PFS s_all [1]");
        assertThat(counts.values()).containsOnly(treated + 100.0 * (16 - treated));
    }

    private static void incidencesRise(Table incidences) {
        double[] share = incidences.numbers(incidences.column("incidence"));
        double[] time = incidences.numbers(incidences.column("time [d]"));
        for (int i = 0; i < share.length; i++) {
            if (time[i] == 0) {
                assertThat(share[i]).isZero();
            } else {
                assertThat(share[i]).isGreaterThan(share[i - 1]).isLessThanOrEqualTo(1);
                assertThat(time[i]).isGreaterThan(time[i - 1]);
            }
        }
    }

    /// A trial that is one of many is what it would be alone, and others are others.
    @Test
    void aReplicateIsTheSameTrialWithOtherLuck() throws IOException {
        Path run = run("alone", 2);
        RepeatableStudy trial =
                (RepeatableStudy) StudyReader.parse("trial.yaml", STUDY).prepare(InputFiles.none());
        List<String> names = trial.measures().stream().map(Measure::header).toList();
        double[] alone = trial.measure(0, trial.seed(), 1, Heap.here(), _ -> {});
        Table endpoints = Table.read(run.resolve("tables/endpoints.csv"));
        double ratio = endpoints.rows().stream()
                .filter(row -> row.get(0).equals("PFS") && row.get(1).equals("Nivolumab"))
                .mapToDouble(row -> Double.parseDouble(row.get(endpoints.column("hazard ratio"))))
                .findFirst()
                .orElseThrow();
        assertThat(alone[names.indexOf("hazard ratio PFS Nivolumab")]).isEqualTo(ratio);
        Table toxicity = Table.read(run.resolve("tables/toxicity.csv"));
        assertThat(toxicity.rows())
                .filteredOn(row -> row.get(0).equals("Nivolumab")
                        && row.get(1).equals("any")
                        && row.get(toxicity.column("grade")).equals("3+"))
                .singleElement()
                .satisfies(row -> assertThat(alone[names.indexOf("severe side effects Nivolumab [%]")])
                        .isEqualTo(Double.parseDouble(row.get(toxicity.column("share [%]")))));
        Table survival = Table.read(run.resolve("tables/survival.csv"));
        double alive = survival.rows().stream()
                .filter(row -> row.get(0).equals("OS") && row.get(1).equals("Nivolumab"))
                .filter(row -> Double.parseDouble(row.get(survival.column("time [d]"))) <= 9 * Days.MONTH)
                .mapToDouble(row -> Double.parseDouble(row.get(survival.column("survival"))))
                .min()
                .orElse(1);
        assertThat(alone[names.indexOf("OS at 9 mo Nivolumab [%]")]).isEqualTo(100 * alive);
        assertThat(names).noneMatch(name -> name.startsWith("cost"));
        double[] other = trial.measure(0, 77, 2, Heap.here(), _ -> {});
        assertThat(other)
                .isEqualTo(trial.measure(0, 77, 1, Heap.here(), _ -> {}))
                .isNotEqualTo(alone);
        assertThat(alone[names.indexOf("success OS Nivolumab")]).isIn(0.0, 1.0, Double.NaN);
    }

    @Test
    void whoCannotBeThereIsCountedByWhatIsMissing() throws IOException {
        Path study = Files.writeString(
                folder.resolve("trial.yaml"), STUDY.replace("n_T1_clones <= 5000", "n_T1_clones >= 1e9"));
        assertThat(catchThrowableOfType(
                        InvalidInputException.class,
                        () -> StudyRun.prepare(study.toString(), Overrides.NONE)
                                .run(
                                        Optional.of(folder.resolve("none")),
                                        List.of(),
                                        2,
                                        new StopSignal(),
                                        RunContext.Screen.NONE)))
                .hasMessageContaining("1056 patients that were drawn 0 can be in the trial, which wants 16")
                .hasMessageContaining("1056: not n_T1_clones >= 1e9");
    }

    @Test
    void theSameBytesInPiecesThatAreCarriedOutElsewhere() throws IOException {
        Map<String, String> here = tables(run("here", 2));
        PiecesTwice pieces = new PiecesTwice();
        Path run = folder.resolve("pieces");
        StudyRun.prepare(folder.resolve("trial.yaml").toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE, Optional.of(pieces));
        assertThat(tables(run)).isEqualTo(here);
        assertThat(pieces.pieces()).isGreaterThan(3);
    }

    @Test
    void aTrialThatIsRightHasNoProblem() {
        assertThat(problems(STUDY)).isEmpty();
    }

    @Test
    void aModelWithoutLesionsIsRefused() {
        assertThat(problems(STUDY.replace("model: melanoma", "model: side-effects")
                        .replace("side effects: yes\n", "")
                        .replace("    n_T1_clones: {log-normal: 1.0}\n", "")
                        .replace("Dacarbazine", "Ipilimumab")
                        .replace("dacarbazine 1000 mg/m2", "ipilimumab 3 mg/kg")))
                .anyMatch(each -> each.startsWith(
                        "trial.yaml:3: model \"side-effects\": a trial looks at lesions, of which it says"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            control: Dacarbazine     | control: Docetaxel       | control: "Docetaxel": one of the arms Nivolumab, Dacarbazine was expected
            control: Dacarbazine     |                          | control: is missing
            every: 8 w               | every: -8 w              | visits.every: above 0
            window: 4 d              | window: 5 w              | visits.window: less than half of the time
            error: 0.05              | error: 5                 | visits.error: a share from 0 to below 1
            accrual: 3 mo            | accrual: 13 mo           | accrual: a time shorter than the duration of 12 mo
            drop-out: 0.05           | drop-out: 5              | drop-out: a share of patients a year
            burden: 0.6 1/yr         | burden: 0.6 mm           | death.burden: above 0, in 1/d or the like and at most 1 1/d
            burden: 0.6 1/yr,        |                          | death.burden
            burden: 0.6 1/yr,        | burden: 1e300 1/yr,      | death.burden: above 0, in 1/d or the like and at most 1 1/d
            exponent: 1.2            | exponent: -1             | death.exponent: a number from 0 to 10
            > 200                    | 200                      | strata: a name, one of >= <= > <, and a value were expected
            n_T1_clones <= 5000      | TMB >= 5                 | eligibility: the model has no "TMB"
            n_T1_clones <= 5000      | V_T >= 5 d               | eligibility: "V_T >= 5 d"
            share: 1                 | share: 0                 | share
            stop: progression        | stop: later              | stop
            stop: progression        | stop: never              | next: is never given
            share: 0.5               | share: 1.5               | next.share: a share of patients above 0 up to 1
            after: 3 w               | after: 3                 | after
            n_T1_clones > 200        | n_T1_clones > 2 kg       | strata
            patients: 16             | patients: 0              | population.patients
            [dacarbazine 1000 mg/m2 IV q3w until progression] | [sugar 5 mg q1d] | sugar
            n_T1_clones:             | n_T1_clone:              | population.vary: the model has no "n_T1_clone"
            title: Dacarbazine       | title: Nivolumab         | does not tell this variant from the others
            duration: 12 mo          |                          | duration
            model: melanoma          | model: kuznetsov1994     | a trial looks at lesions, of which it says nothing
            """)
    void aDesignThatIsWrongIsToldAtItsLine(String right, String wrong, String told) {
        String text = STUDY.replace(right, wrong == null ? "" : wrong);
        assertThat(problems(text)).anyMatch(each -> each.contains(told));
    }

    /// Scans of melanoma every eight weeks, on few days with an infusion under dacarbazine.
    @Test
    void aVisitAtWhichNothingIsGivenCosts() throws IOException {
        String economics = "economics: {country: US, costs: {visit: %d}}\n";
        Table none = costs("none", STUDY + economics.formatted(0));
        Table some = costs("some", STUDY + economics.formatted(100));
        int administration = none.column("administration [USD]");
        int arm = none.numbers(none.column("patients")).length - 1;
        double more = some.numbers(administration)[arm] - none.numbers(administration)[arm];
        assertThat(more).isBetween(100.0, 600.0);
        int drugs = none.column("drugs [USD]");
        assertThat(some.numbers(drugs)).isEqualTo(none.numbers(drugs));
    }

    private Table costs(String name, String study) throws IOException {
        return Table.read(SmallTrials.run(folder, name, study, 2).resolve("tables/cost.csv"));
    }
}
