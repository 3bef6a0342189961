package org.immunarium.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.sweep.plan.SweepPlan;
import org.immunarium.study.tissue.SmallTissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the runs of a sweep come to, in memory.
final class SweepResultTest {

    @TempDir
    private Path folder = Path.of("");

    private static SweepResult result(String study, int replicates, Overrides overrides, int threads) {
        return result(study, overrides.withSweep(SweepPlan.replicates(replicates)), threads);
    }

    private static SweepResult result(String study, Overrides overrides, int threads) {
        return SweepResult.of(StudyRun.prepare(study, overrides).prepared(), threads);
    }

    @Test
    void theFirstReplicateIsTheStudyItselfAndTheOthersHaveSeedsOfTheirOwn() throws IOException {
        String project = SmallTissue.in(folder.resolve("project")).toString();
        SweepResult result = result(project, 5, Overrides.NONE, 2);
        assertThat(result.rows()).hasSize(5);
        assertThat(result.rows().getFirst().seed()).isEqualTo(17);
        assertThat(result.rows().stream().map(SweepRow::seed)).doesNotHaveDuplicates();
        assertThat(result.values("", "initial live tumour")).containsOnly(20);
        RunFolder alone = StudyRun.prepare(project, Overrides.NONE)
                .run(Optional.of(folder.resolve("alone")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE)
                .folder();
        Table cells = Table.read(alone.table("cells_by_type.csv"));
        double[] live = cells.numbers(cells.column("live"));
        assertThat(result.values("", "final live tumour")[0]).isEqualTo(live[live.length - 2]);
        assertThat(result.values("", "final live killer")[0]).isEqualTo(live[live.length - 1]);
    }

    @Test
    void aReplicateIsWhatARunWithItsSeedGives() throws IOException {
        String project = SmallTissue.in(folder.resolve("project")).toString();
        SweepResult result = result(project, 3, Overrides.NONE, 1);
        SweepRow third = result.rows().getLast();
        SweepResult again = result(project, 1, Overrides.parse(Map.of("seed", Long.toString(third.seed()))), 1);
        assertThat(again.rows().getFirst().values()).isEqualTo(third.values());
    }

    @Test
    void twoThreadsGiveTheSameAsOne() throws IOException {
        String project = SmallTissue.in(folder.resolve("project")).toString();
        Overrides brief = Overrides.parse(Map.of("duration", "12 min"))
                .withSweep(List.of("killer.migration speed=0:4 µm/min:3"), 2);
        SweepResult one = result(project, brief, 1);
        SweepResult three = result(project, brief, 3);
        assertThat(one.rows()).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(three.rows().get(i).seed()).isEqualTo(one.rows().get(i).seed());
            assertThat(three.rows().get(i).values()).isEqualTo(one.rows().get(i).values());
        }
    }

    @Test
    void variantsOfAPatientStandBesideEachOther() {
        SweepResult result = result("one-tumour-four-treatments", 1, Overrides.NONE, 2);
        assertThat(result.variants()).hasSize(4);
        double[] untreated = result.values("No treatment", "final T");
        assertThat(untreated).hasSize(1);
        assertThat(untreated[0]).isGreaterThan(1e6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.values("nothing", "final T"))
                .withMessageContaining("No treatment");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.values("No treatment", "T"))
                .withMessageContaining("final T");
    }

    @Test
    void aPopulationIsSummedUp() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: kuznetsov1994
                duration: 20 d
                population:
                  patients: 20
                  vary: {a: {log-normal: 0.3}}
                  endpoints: [final T, max E]
                """);
        SweepResult result = result(study.toString(), 2, Overrides.NONE, 1);
        assertThat(result.measures().getFirst().header()).isEqualTo("median final T [cells]");
        double[] medians = result.values("", "median final T [cells]");
        assertThat(medians[0]).isNotEqualTo(medians[1]);
        assertThat(Arrays.stream(result.values("", "failed patients")).sum()).isZero();
    }

    @Test
    void seedsAreOfTheStudysSeedAndTheReplicateAlone() {
        assertThat(SweepPlan.seed(7, 1)).isEqualTo(7);
        assertThat(SweepPlan.seed(7, 2)).isEqualTo(SweepPlan.seed(7, 2)).isBetween(0L, (1L << 49) - 1);
        assertThat(SweepPlan.seed(7, 2)).isNotEqualTo(SweepPlan.seed(8, 2));
        assertThat(OptionalLong.of(SweepPlan.seed(7, 3))).isNotEqualTo(OptionalLong.of(SweepPlan.seed(7, 2)));
    }
}
