package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLog;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs by chance that take long: 1e8 cells a day arrive for 1000 days.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ReplicatesRunTest {

    @TempDir
    Path folder = Path.of("");

    private RunContext context(int threads, StopSignal stop, List<Double> seen) {
        RunFolder run = RunFolder.createAt(folder.resolve("run"));
        RunContext.Screen screen = (what, total, before, unit) -> {
            assertThat(total).isEqualTo(what.equals("patient") ? 1000 : 200);
            return new RunContext.Shown(
                    done -> {
                        seen.add(done);
                        if (seen.size() == 3) {
                            stop.ask();
                        }
                    },
                    () -> {});
        };
        return new RunContext(run, new RunLog(run, Clock.systemUTC()), threads, stop, screen);
    }

    private StudyRun study(int replicates) throws IOException {
        Files.writeString(
                folder.resolve("cells.xml"),
                SbmlWriter.write(ModelBuilder.of("cells", "")
                        .units("day", "cells", "litre")
                        .compartment("V", 1)
                        .amount("X", "", "V", 0, "cells")
                        .parameter("in", "", 1e8, "cells/day")
                        .reaction("arrive", "", Map.of(), Map.of("X", 1.0), "in")
                        .build()));
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, """
                format: 1
                study: patient
                title: cells
                model: cells.xml
                duration: 1000 d
                output: {every: 1 d}
                method: stochastic
                replicates: %d
                """.formatted(replicates));
        return StudyRun.prepare(file.toString(), Overrides.NONE);
    }

    @Test
    void oneRunShowsWhereItIsAndStopsWhenAsked() throws IOException {
        StudyRun run = study(1);
        List<Double> seen = new CopyOnWriteArrayList<>();
        RunContext context = context(1, new StopSignal(), seen);
        assertThatExceptionOfType(RunStopped.class)
                .isThrownBy(() -> run.prepared().run(context))
                .withMessageMatching("stopped at time 0\\.[0-9]+ d");
        assertThat(seen).hasSize(3).isSorted().last().isNotEqualTo(0.0);
    }

    @Test
    void replicatesStopWhenAskedInTheMiddleOfABlock() throws IOException {
        StudyRun run = study(200);
        StopSignal stop = new StopSignal();
        RunContext context = context(2, stop, new CopyOnWriteArrayList<>());
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            stop.ask();
        });
        assertThatExceptionOfType(RunStopped.class)
                .isThrownBy(() -> run.prepared().run(context))
                .withMessageContaining("after 0 of 200 replicates");
    }

    @Test
    void aSweepKnowsWhatReplicatesTakeInMemory() throws IOException {
        double one = ((ReplicatesRun) study(1).prepared()).bytes();
        double many = ((ReplicatesRun) study(200).prepared()).bytes();
        assertThat(one).isGreaterThanOrEqualTo(1000 * 2 * 16);
        assertThat(many).isEqualTo(8 * one);
    }
}
