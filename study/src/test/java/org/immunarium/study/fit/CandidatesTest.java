package org.immunarium.study.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Regimens that are considered for a patient who was fitted.
final class CandidatesTest {

    @TempDir
    private Path folder = Path.of("");

    private Path study(String compare) throws IOException {
        return Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: patient\nmodel: kuznetsov1994\nduration: 80 d\noutput: {every: 4 d}\n" + compare);
    }

    private Overrides asked(int samples, String at, Optional<String> baseline) throws IOException {
        Path data = Files.writeString(
                folder.resolve("data.csv"), "time [d],T [cells]\n0,5e5\n4,8e5\n8,1.6e6\n12,3e6\n16,5.2e6\n20,7.5e6\n");
        return Overrides.NONE.withFit(new FitPlan.Asked(
                        List.of("a=0.1:0.3"), data.toString(), "proportional", 2, samples, Optional.of("nothing"))
                .withCandidates(Optional.of(at), baseline));
    }

    private static final String COMPARE = """
            compare:
              - title: Nothing
              - title: Effector cells
                therapy: [effector cells 1e6 cells q7d x 6 from 20 d]
            """;

    @Test
    void eachVariantIsJudgedByTheSameSamples() throws IOException {
        StudyRun.Outcome outcome = StudyRun.prepare(study(COMPARE).toString(), asked(2000, "60 d", Optional.of("20 d")))
                .run(Optional.of(folder.resolve("run")), List.of("fit"), 2, new StopSignal(), RunContext.Screen.NONE);
        Table table = Table.read(outcome.folder().table("candidates.csv"));
        assertThat(table.rows().stream().map(List::getFirst)).containsExactly("Nothing", "Effector cells");
        double[] response = table.numbers(table.column("response"));
        double[] smallest = table.numbers(table.column("smallest"));
        assertThat(response[0]).isLessThan(response[1]);
        assertThat(response[1]).isGreaterThan(0.9);
        assertThat(smallest[0] + smallest[1]).isCloseTo(1, within(1e-12));
        for (double error : table.numbers(table.column("response error"))) {
            assertThat(error).isBetween(1e-6, 0.1);
        }
        Table courses = Table.read(outcome.folder().table("candidate_courses.csv"));
        assertThat(courses.rows()).hasSize(2 * 21);
        assertThat(outcome.manifest().method())
                .containsEntry("candidates", "Nothing; Effector cells: judged at 60 d, baseline at 20 d");
        assertThat(outcome.folder().file("report.html")).content().contains("Candidates", "Effector cells: T [cells]");
        assertThat(outcome.findings()).anyMatch(line -> line.startsWith("Effector cells   response "));
    }

    @Test
    void aCandidateThatIsNotWhatThePatientHadUntilNowIsTold() throws IOException {
        String early = COMPARE.replace("from 20 d", "from 10 d");
        assertThat(StudyRun.prepare(study(early).toString(), asked(100, "60 d", Optional.empty()))
                        .prepared()
                        .notices())
                .anyMatch(
                        notice -> notice.startsWith(
                                "candidate \"Effector cells\" is not what the patient had until the last measurement, at 20 d"));
        assertThat(StudyRun.prepare(study(COMPARE).toString(), asked(100, "60 d", Optional.empty()))
                        .prepared()
                        .notices())
                .noneMatch(notice -> notice.startsWith("candidate"));
    }

    @Test
    void whatCandidatesNeedIsTold() throws IOException {
        assertThatThrownBy(() -> StudyRun.prepare(study(COMPARE).toString(), asked(0, "60 d", Optional.empty())))
                .hasMessageContaining("--candidates: are judged by how many samples respond; --samples was expected");
        assertThatThrownBy(() -> StudyRun.prepare(study(COMPARE).toString(), asked(100, "90 d", Optional.empty())))
                .hasMessageContaining("--candidates: 90 d with the baseline at 0: a time after the baseline and not");
        String sets = COMPARE.replace("title: Effector cells\n", "title: Effector cells\n    set: {a: 0.1}\n");
        assertThatThrownBy(() -> StudyRun.prepare(study(sets).toString(), asked(100, "60 d", Optional.empty())))
                .hasMessageContaining("study.yaml:9: compare: \"Effector cells\" sets a, which the fit searches for");
        assertThatThrownBy(() -> StudyRun.prepare(study("").toString(), asked(100, "60 d", Optional.empty())))
                .hasMessageContaining("--candidates: the study compares nothing; ");
        assertThatThrownBy(() -> StudyRun.prepare(study(COMPARE).toString(), asked(100, "60 kg", Optional.empty())))
                .hasMessageContaining("--candidates: ");
    }

    /// Two chains of four draws of volumes, of which a tenth is left of one in two: the diameter is then less
    /// than half.
    @Test
    void volumesCountByTheirCubeRoots() {
        double[] gone = {8, 4, 0.8};
        double[] grown = {8, 8, 14};
        double[] still = {8, 8, 8};
        double[][] one = {gone, grown, gone, grown, gone, grown, gone, grown};
        double[][] other = {still, still, still, still, still, still, still, still};
        Judgement.Sampled sampled =
                new Judgement.Sampled(List.of(one, other), 2, new double[] {0, 1, 2}, 0, 2, OptionalDouble.empty());
        List<Judgement.Verdict> verdicts = sampled.verdicts(List.of("one", "other"));
        assertThat(verdicts.getFirst().response().value()).isEqualTo(0.5);
        assertThat(verdicts.getFirst().progression().value()).isEqualTo(0.5);
        assertThat(verdicts.getFirst().smallest().value()).isEqualTo(0.5);
        assertThat(verdicts.getLast().response().value()).isZero();
        assertThat(verdicts.getLast().progression().value()).isZero();
        assertThat(verdicts.getLast().response().error()).isBetween(0.05, 0.1);
        assertThat(verdicts.getFirst().draws()).isEqualTo(8);
    }

    @Test
    void progressionNeedsFiveMillimetresWhateverTheUnitOfTheModel() {
        double[][] large = {{3, 3.65}};
        double[][] small = {{1, 1.3}};
        Judgement.Sampled inCentimetres =
                new Judgement.Sampled(List.of(large, small), 1, new double[] {0, 1}, 0, 1, OptionalDouble.of(10));
        List<Judgement.Verdict> verdicts = inCentimetres.verdicts(List.of("large", "small"));
        assertThat(verdicts.get(0).progression().value()).isEqualTo(1);
        assertThat(verdicts.get(1).progression().value()).isZero();
    }
}
