package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user gets.
final class RunTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theDemoTellsOfATissueAPatientAndATrialOnOnePage() throws IOException {
        Path out = folder.resolve("demo");
        Said said = Said.by("demo", "--out", out.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .containsSubsequence(
                        "tumour:", "no treatment   199 → ", "nivolumab      199 → 0 living cells   gone by ")
                .containsSubsequence("Nivolumab: response in", "OS, Nivolumab: median", "hazard ratio")
                .contains("all of it on one page");
        assertThat(out.resolve("report.html"))
                .content()
                .contains("In the tissue", "In a patient", "In a trial", "Overall survival", "small-trial/report.html")
                .doesNotContain("NaN");
        for (String name : List.of("pd-1-block", "pd-1-dose-response", "small-trial")) {
            Path run = out.resolve(name);
            assertThat(run.resolve("report.html")).content().contains("<svg", "ivolumab");
            assertThat(run.resolve("manifest.json")).content().contains("\"status\" : \"done\"", "\"sha256\"");
            assertThat(run.resolve("ro-crate-metadata.json")).exists();
            assertThat(run.resolve("checkpoint")).doesNotExist();
        }
    }

    @Test
    void anSbmlFileRunsAsItIs() throws IOException {
        Path model = Files.writeString(folder.resolve("decay.xml"), Sbml.decay());
        Path out = folder.resolve("run");
        Said said = Said.by("run", model.toString(), "--duration", "10", "--out", out.toString(), "--json");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("{").contains("\"status\" : \"done\"");
        List<String> rows = Files.readAllLines(out.resolve("tables/timecourse.csv"));
        assertThat(rows).hasSize(102);
        assertThat(rows.getFirst()).startsWith("time,S");
        String[] last = rows.getLast().split(",", -1);
        assertThat(Double.parseDouble(last[1]))
                .isCloseTo(0.36787944117144233, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(Files.readAllLines(out.resolve("tables/columns.csv")).getFirst())
                .isEqualTo("column,id,name,compartment,unit,kind");
    }

    @Test
    void aRunIsCarriedOutOnceMoreFromWhatItKept() throws IOException {
        Path model = Files.writeString(folder.resolve("decay.xml"), Sbml.decay());
        Path first = folder.resolve("first");
        assertThat(Said.by("run", model.toString(), "--duration", "10", "--out", first.toString())
                        .code())
                .isZero();
        Files.writeString(model, Sbml.decay().replace("-0.1", "-0.2"));
        Path again = folder.resolve("again");
        Said said = Said.by("run", first.toString(), "--out", again.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(again.resolve("tables/timecourse.csv"))
                .hasSameBinaryContentAs(first.resolve("tables/timecourse.csv"));

        Path longer = folder.resolve("longer");
        assertThat(Said.by("run", first.toString(), "--set", "S=2", "--out", longer.toString())
                        .code())
                .isZero();
        List<String> rows = Files.readAllLines(longer.resolve("tables/timecourse.csv"));
        assertThat(rows).hasSize(102);
        assertThat(rows.get(1)).startsWith("0,2");

        Files.writeString(first.resolve("study.yaml"), "# changed\n", StandardOpenOption.APPEND);
        assertThat(Said.by(
                                "run",
                                first.toString(),
                                "--out",
                                folder.resolve("changed").toString())
                        .err())
                .contains("was changed since the run began");
    }

    @Test
    void aSecondRunNeverOverwritesTheFirst() {
        assertThat(Said.by("run", "kuznetsov1994", "--out", folder.resolve("a").toString())
                        .code())
                .isZero();
        assertThat(Said.by("run", "kuznetsov1994", "--out", folder.resolve("a").toString())
                        .code())
                .isEqualTo(3);
    }

    @Test
    void aPopulationIsTheSameOnAnyNumberOfThreads() throws IOException {
        Path study = population(100);
        Path one = folder.resolve("one");
        Path four = folder.resolve("four");
        assertThat(Said.by("run", study.toString(), "--threads", "1", "--out", one.toString())
                        .code())
                .isZero();
        assertThat(Said.by("run", study.toString(), "--threads", "4", "--out", four.toString())
                        .code())
                .isZero();
        for (String table : List.of("tables/patients.csv", "tables/summary.csv")) {
            assertThat(one.resolve(table)).hasSameBinaryContentAs(four.resolve(table));
        }
        assertThat(Files.readAllLines(one.resolve("tables/patients.csv"))).hasSize(101);
    }

    @Test
    void aStochasticStudyHasTheSameMeansOnAnyNumberOfThreads() throws IOException {
        Files.writeString(
                folder.resolve("decay.xml"),
                Sbml.decayByChance().replace("initialAmount=\"1\"", "initialAmount=\"100\""));
        Path study = Files.writeString(folder.resolve("chance.yaml"), """
                format: 1
                study: patient
                model: decay.xml
                duration: 10
                method: stochastic
                replicates: 500
                """);
        for (String threads : List.of("1", "2", "4")) {
            Said said = Said.by(
                    "run",
                    study.toString(),
                    "--threads",
                    threads,
                    "--out",
                    folder.resolve(threads).toString());
            assertThat(said.code()).as(said.err()).isZero();
        }
        for (String table : List.of("tables/timecourse.csv", "tables/deviations.csv")) {
            assertThat(folder.resolve("1").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("2").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("4").resolve(table));
        }
        List<String> rows = Files.readAllLines(folder.resolve("1/tables/timecourse.csv"));
        double left = Double.parseDouble(rows.getLast().split(",", -1)[1]);
        assertThat(left).isCloseTo(36.788, org.assertj.core.data.Offset.offset(4 * 4.82 / Math.sqrt(500)));
    }

    @Test
    void eachPatientDiffersAndASeedGivesOthers() throws IOException {
        Path study = population(20);
        Said.by("run", study.toString(), "--out", folder.resolve("one").toString());
        Said.by(
                "run",
                study.toString(),
                "--seed",
                "2",
                "--out",
                folder.resolve("two").toString());
        List<String> one = Files.readAllLines(folder.resolve("one/tables/patients.csv"));
        assertThat(one).doesNotHaveDuplicates();
        assertThat(one).isNotEqualTo(Files.readAllLines(folder.resolve("two/tables/patients.csv")));
    }

    @Test
    void everyShippedStudyCanRun() {
        for (var study : org.immunarium.study.run.ShippedStudy.ALL) {
            Said said = Said.by("check", study.name());
            assertThat(said.code()).as(study.name() + ": " + said.err()).isZero();
        }
    }

    @Test
    void aRunIsExportedAsOneLongTable() throws IOException {
        Path out = folder.resolve("run");
        Said.by("run", "kuznetsov1994", "--duration", "10 d", "--out", out.toString());
        Said said = Said.by("export", out.toString(), "--as", "csv");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readAllLines(Path.of(said.out().strip())).getFirst())
                .isEqualTo("variant,time,column,unit,value");
    }

    @Test
    void aModelExportedAsSbmlRunsAgainToTheSameTrajectory() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: kuznetsov1994
                duration: 50 d
                set: {p: 0.2, T: 1e6}
                """);
        Path first = folder.resolve("first");
        assertThat(Said.by("run", study.toString(), "--set", "a=0.2", "--out", first.toString())
                        .code())
                .isZero();
        Said said = Said.by("export", first.toString(), "--as", "sbml");
        assertThat(said.code()).as(said.err()).isZero();
        Path again = folder.resolve("again");
        Said rerun = Said.by("run", said.out().strip(), "--duration", "50 d", "--out", again.toString());
        assertThat(rerun.code()).as(rerun.err()).isZero();
        assertThat(again.resolve("tables/timecourse.csv"))
                .hasSameBinaryContentAs(first.resolve("tables/timecourse.csv"));
        assertThat(first.resolve("tables/timecourse.csv")).content().contains("1000000");
    }

    @Test
    void eachArmIsExportedWithItsDosesOrOneAlone() throws IOException {
        Path arms = folder.resolve("arms");
        assertThat(Said.by("run", "one-tumour-four-treatments", "--out", arms.toString())
                        .code())
                .isZero();
        Said all = Said.by("export", arms.toString(), "--as", "sbml");
        assertThat(all.out().lines())
                .extracting(line -> Path.of(line).getFileName().toString())
                .containsExactly(
                        "no-treatment-model.xml",
                        "chemotherapy-model.xml",
                        "t-cells-and-il-2-model.xml",
                        "both-model.xml");
        Path file = folder.resolve("arm.xml");
        Said one = Said.by("export", arms.toString(), "--as", "sbml", "--variant", "both", "--to", file.toString());
        assertThat(one.code()).as(one.err()).isZero();
        assertThat(one.out().strip()).isEqualTo(file.toString());
        Path again = folder.resolve("again");
        Said said = Said.by("run", file.toString(), "--duration", "120 d", "--out", again.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(file).content().contains("TIL: 1e9 cells into L begins");
        assertThat(again.resolve("tables/events.csv")).content().contains("7,event,dose_");
    }

    @Test
    void aVariantThatIsNotThereIsToldWithThoseThatAre() {
        Path arms = folder.resolve("arms");
        Said.by("run", "one-tumour-four-treatments", "--out", arms.toString());
        Said said = Said.by("export", arms.toString(), "--as", "sbml", "--variant", "chemo");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("has no variant \"chemo\"; it has no-treatment, chemotherapy, ");
    }

    @Test
    void aDrugThatNobodyKnowsAndADoseOfNothingAreExplained() {
        assertThat(Said.by("explain", "chemoterapy 5 mg/L q10d x 2").out()).contains("did you mean \"chemotherapy\"?");
        Said negative = Said.by("explain", "nivolumab -3 mg/kg q2w");
        assertThat(negative.code()).isEqualTo(3);
        assertThat(negative.err()).contains("found \"-3\", expected a positive dose, as in 240 mg");
        assertThat(Said.by("explain", "nivolumab").out()).contains("human IgG4 antibody against PD-1");
        assertThat(Said.by("explain", "aspirin").err()).contains("a therapy has a dose, as in");
        assertThat(Said.by("explain", "nivolumab 3 mg/kg q2w x 2").out()).contains("patient: {weight: 80 kg}");
    }

    @Test
    void explanationsNameWhatHasMadeUpIds() throws IOException {
        Path model = Files.writeString(folder.resolve("opaque.xml"), Sbml.opaque());
        Said said = Said.by("explain", model.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("Blood.Drug in Blood: 1", "Blood.Drug → nothing   at loss * Blood.Drug");
        assertThat(said.out()).doesNotContain("mw");
    }

    @Test
    void explanationsHaveWordsEquationsAndSources() {
        assertThat(Said.by("explain", "depillis2006").out()).contains("T' = a * T", "chemotherapy", "doi:");
        assertThat(Said.by("explain", "nivolumab 3 mg/kg IV over 60 min q2w x 2")
                        .out())
                .contains("every 2 weeks, 2 doses");
        assertThat(Said.by("list").out()).contains("depillis2006-patient9", "patient/one-tumour-four-treatments");
        assertThat(Said.by("doctor").out()).contains("Java", "cores");
    }

    private Path population(int patients) throws IOException {
        return Files.writeString(folder.resolve("population.yaml"), """
                format: 1
                study: patient
                title: many
                model: kuznetsov1994
                duration: 50 d
                population:
                  patients: %d
                  vary:
                    p: {log-normal: 0.3}
                  endpoints: [final T, max T]
                """.formatted(patients));
    }
}
