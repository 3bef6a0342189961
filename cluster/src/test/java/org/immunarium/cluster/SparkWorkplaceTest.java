package org.immunarium.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.immunarium.study.trial.SmallTrials.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.immunarium.results.RunFolder;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Workplace;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.trial.SmallTrials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs are carried out on two executors of one core each, which are processes of this machine.
final class SparkWorkplaceTest {

    private static final String TRIAL = SmallTrials.MELANOMA
            .replace("duration: 12 mo", "duration: 9 mo")
            .replace("patients: 16", "patients: 64\n  from: some.csv")
            .replace("    n_T1_clones: {log-normal: 1.0}\n", "");

    /// A file of the study's own, which executors must be given. The last is never eligible.
    private static final String POPULATION = """
            n_T1_clones [1],weight all
            50,1
            400,2
            6000,1
            """;

    private static final Optional<Workplace> HERE = Optional.empty();

    private static Optional<Workplace> cluster = HERE;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startCluster() throws IOException {
        // An installation of Spark has its jars there; these executors find all on the class path of the tests.
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        cluster = Optional.of(new SparkWorkplace.Opener().open("local-cluster[2,1,1024]", new StopSignal()));
    }

    @AfterAll
    static void stopCluster() {
        cluster.ifPresent(Workplace::close);
    }

    @Test
    void aTrialHasTheSameBytesOnOneThreadOnTwoOnACluster() throws IOException {
        Map<String, String> one = tables(run("one", Overrides.NONE, 1, HERE, _ -> {}));
        assertThat(one).containsKeys("patients.csv", "survival.csv");
        assertThat(tables(run("two", Overrides.NONE, 2, HERE, _ -> {}))).isEqualTo(one);
        assertThat(tables(run("cluster", Overrides.NONE, 1, cluster, _ -> {}))).isEqualTo(one);
    }

    @Test
    void aTrialHasTheSameBytesWhenAnExecutorIsKilledHalfWay() throws IOException {
        Map<String, String> here = tables(run("here", Overrides.NONE, 2, HERE, _ -> {}));
        Killing killing = new Killing(32);
        assertThat(tables(run("cluster", Overrides.NONE, 1, cluster, killing))).isEqualTo(here);
        assertThat(killing.killed)
                .hasValueSatisfying(each -> assertThat(each.isAlive()).isFalse());
    }

    @Test
    void aSweepHasTheSameBytesOnAClusterOfWhichAnExecutorIsKilled() throws IOException {
        Overrides five = Overrides.NONE.withSweep(List.of("k_C1_growth=0.01:0.02:2"), 2);
        Map<String, String> here = tables(run("here", five, 2, HERE, _ -> {}));
        assertThat(here).containsKey("sweep.csv");
        assertThat(tables(run("cluster", five, 1, cluster, new Killing(1)))).isEqualTo(here);
    }

    @Test
    void aTrialThatWasStoppedOnAClusterGoesOnAnywhere() throws IOException {
        Map<String, String> here = tables(run("here", Overrides.NONE, 2, HERE, _ -> {}));
        StopSignal stop = new StopSignal();
        Path stopped = folder.resolve("stopped");
        assertThatThrownBy(() -> prepared(Overrides.NONE)
                        .run(
                                Optional.of(stopped),
                                List.of(),
                                1,
                                stop,
                                watched(done -> {
                                    if (done > 32) {
                                        stop.ask();
                                    }
                                }),
                                cluster))
                .isInstanceOf(RunStopped.class)
                .hasMessageContaining("of 64 patients");
        StudyRun.resume(RunFolder.open(stopped), 2, new StopSignal(), RunContext.Screen.NONE);
        assertThat(tables(stopped)).isEqualTo(here);
    }

    private StudyRun prepared(Overrides overrides) throws IOException {
        Files.writeString(folder.resolve("some.csv"), POPULATION);
        Path study = Files.writeString(folder.resolve("trial.yaml"), TRIAL);
        return StudyRun.prepare(study.toString(), overrides);
    }

    private Path run(String name, Overrides overrides, int threads, Optional<Workplace> elsewhere, DoubleConsumer watch)
            throws IOException {
        Path run = folder.resolve(name);
        prepared(overrides).run(Optional.of(run), List.of(), threads, new StopSignal(), watched(watch), elsewhere);
        return run;
    }

    private static RunContext.Screen watched(DoubleConsumer watch) {
        return (_, _, _, _) -> new RunContext.Shown(watch::accept, () -> {});
    }

    /// Kills an executor, as `kill -9` does, once so much is done.
    private static final class Killing implements DoubleConsumer {

        private final double after;
        private Optional<ProcessHandle> killed = Optional.empty();

        Killing(double after) {
            this.after = after;
        }

        @Override
        public void accept(double done) {
            if (done >= after && killed.isEmpty()) {
                killed = ProcessHandle.current()
                        .descendants()
                        .filter(each -> each.info().command().orElse("").endsWith("java"))
                        .findFirst();
                killed.orElseThrow().destroyForcibly();
                killed.get().onExit().join();
            }
        }
    }
}
