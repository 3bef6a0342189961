package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.app.ExitCode;
import org.immunarium.app.Progressing;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Processes that carry out runs: what they tell on the way, and how they end.
@Timeout(300)
class RunProcessTest {

    private static final String TISSUE = "tissue/pd-1-block";

    /// The code of a process that SIGKILL ended, as shells count it.
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path folder;

    private RunProcess start(String study, String... options) {
        List<String> words = new ArrayList<>(List.of("run", study, "--json", "--out", run().toString()));
        words.addAll(List.of(options));
        return RunProcess.start(words);
    }

    private Path run() {
        return folder.resolve("run");
    }

    private static Progressing awaitProgress(RunProcess run) throws InterruptedException {
        while (run.progress().filter(each -> each.done() > 0).isEmpty()) {
            Thread.sleep(50);
        }
        return run.progress().orElseThrow();
    }

    @Test
    void tellsHowFarItIsAndWhatItCameTo() throws InterruptedException {
        RunProcess run = start(TISSUE, "--duration=1h");
        Progressing progress = awaitProgress(run);
        assertThat(progress.done()).isLessThanOrEqualTo(progress.total());
        assertThat(run.result()).isEmpty();
        assertThat(run.await()).isZero();
        ObjectNode result = run.result().orElseThrow();
        assertThat(result.path("status").asText()).isEqualTo("done");
        assertThat(result.path("findings").isEmpty()).isFalse();
        assertThat(run.notes()).noneMatch(each -> each.contains("progress"));
        run.stop();
    }

    @Test
    void stopsAtItsNextSafePoint() throws InterruptedException {
        RunProcess run = start(TISSUE);
        awaitProgress(run);
        run.stop();
        assertThat(run.await()).isEqualTo(ExitCode.STOPPED.code());
        assertThat(Manifest.read(new RunFolder(run())).status()).isEqualTo(Manifest.Status.STOPPED);
        assertThat(run().resolve("checkpoint/current")).exists();
        assertThat(run.result().orElseThrow().path("status").asText()).isEqualTo("stopped");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void oneThatIsKilledHasNoLastWords() throws InterruptedException {
        Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());
        RunProcess run = start(TISSUE);
        awaitProgress(run);
        ProcessHandle.current()
                .children()
                .filter(each -> !others.contains(each))
                .forEach(ProcessHandle::destroyForcibly);
        assertThat(run.await()).isEqualTo(KILLED);
        assertThat(run.result()).isEmpty();
        assertThat(Manifest.read(new RunFolder(run())).status()).isEqualTo(Manifest.Status.RUNNING);
        run.stop();
    }

    @Test
    void aStudyThatIsRefusedSaysWhy() throws InterruptedException {
        RunProcess run = start(TISSUE, "--duration=long");
        assertThat(run.await()).isEqualTo(ExitCode.INVALID_INPUT.code());
        assertThat(run.progress()).isEmpty();
        assertThat(run.result().orElseThrow().path("problems").toString()).contains("long");
        assertThat(Files.exists(run())).isFalse();
    }

    @Test
    void whatMakesNoSenseIsKeptAsItWasSaid() throws InterruptedException {
        RunProcess run = RunProcess.start(List.of("run", "--nonsense", TISSUE));
        assertThat(run.await()).isEqualTo(ExitCode.USAGE.code());
        assertThat(String.join("\n", run.notes())).contains("--nonsense");
    }
}
