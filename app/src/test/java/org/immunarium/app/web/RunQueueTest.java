package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.immunarium.app.ExitCode;
import org.immunarium.app.Progressing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs that wait, start, are stopped and end, at any moment of each other.
@Timeout(60)
class RunQueueTest {

    private static final int TRIES = 300;

    @TempDir
    private Path folder;

    private LabFolder runs;

    private final Map<String, Run> started = new ConcurrentHashMap<>();

    @BeforeEach
    void makeFolder() {
        runs = new LabFolder(folder);
    }

    /// One that goes on until a test ends it.
    private static final class Run implements StartedRun {

        private final CountDownLatch end = new CountDownLatch(1);
        private final CountDownLatch asked = new CountDownLatch(1);
        private volatile int code;

        private void end(int how) {
            code = how;
            end.countDown();
        }

        @Override
        public int await() throws InterruptedException {
            end.await();
            return code;
        }

        @Override
        public void stop() {
            asked.countDown();
        }

        private boolean isAskedToStop() {
            return asked.getCount() == 0;
        }

        @Override
        public Optional<Progressing> progress() {
            return Optional.empty();
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public Optional<ObjectNode> result() {
            return Optional.empty();
        }
    }

    private StartedRun start(List<String> arguments) {
        Run run = new Run();
        started.put(Path.of(arguments.getLast()).getFileName().toString(), run);
        return run;
    }

    private RunQueue queue() {
        return new RunQueue(1, runs, this::start);
    }

    private List<String> words(String run) {
        return List.of("run", "kuznetsov1994", "--json", "--out", runs.path(run).toString());
    }

    private String status(RunQueue queue, String run) {
        return new RunDescription(runs, queue).brief(run).path("status").asText();
    }

    private static void await(BooleanSupplier wanted) {
        while (!wanted.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private Run awaitStarted(String run) {
        await(() -> started.containsKey(run));
        return Objects.requireNonNull(started.get(run));
    }

    private static void awaitEnded(RunQueue queue, String run) {
        await(() -> queue.find(run).orElseThrow().state() == RunQueue.State.ENDED);
    }

    private String[] kept() {
        return runs.queue().toFile().list();
    }

    @Test
    void whatWasStoppedWhileItWaitedIsGoneOnWith() {
        try (RunQueue queue = queue()) {
            queue.add("first", words("first"));
            queue.add("second", words("second"));
            assertThat(status(queue, "second")).isEqualTo("waiting");
            queue.stop("second");
            assertThat(status(queue, "second")).isEqualTo("stopped");
            assertThat(kept()).hasSize(1);

            queue.again("second");
            assertThat(status(queue, "second")).isEqualTo("waiting");
            assertThat(kept()).hasSize(2);
            assertThatThrownBy(() -> queue.again("second")).hasMessageContaining("under way already");
            awaitStarted("first").end(0);
            awaitStarted("second").end(0);
            awaitEnded(queue, "second");
            assertThat(kept()).isEmpty();
        }
    }

    @Test
    void aRunThatWaitsSaysForWhat() {
        try (RunQueue queue = new RunQueue(2, runs, this::start)) {
            for (String run : List.of("first", "second", "third", "fourth", "fifth")) {
                queue.add(run, words(run));
            }
            assertThat(queue.find("first").orElseThrow().behind()).isEmpty();
            assertThat(behind(queue, "third")).isEqualTo(new RunQueue.Behind(List.of("first", "second"), 0));
            assertThat(behind(queue, "fourth")).isEqualTo(new RunQueue.Behind(List.of("third"), 1));
            assertThat(behind(queue, "fifth")).isEqualTo(new RunQueue.Behind(List.of("fourth"), 2));
            queue.stop("fourth");
            assertThat(behind(queue, "fifth")).isEqualTo(new RunQueue.Behind(List.of("third"), 1));
            awaitStarted("first").end(0);
            awaitStarted("third");
            assertThat(behind(queue, "fifth")).isEqualTo(new RunQueue.Behind(List.of("second", "third"), 0));
            ObjectNode told = new RunDescription(runs, queue).brief("fifth");
            assertThat(told.path("waits").path("for").toString()).isEqualTo("[\"second\",\"third\"]");
            assertThat(told.path("waits").path("before").asInt()).isZero();
        }
    }

    private static RunQueue.Behind behind(RunQueue queue, String run) {
        return queue.find(run).orElseThrow().behind().orElseThrow();
    }

    @Test
    void whatWasStoppedBeforeItHadAManifestBeginsAnew() throws IOException {
        try (RunQueue queue = queue()) {
            queue.add("run", words("run"));
            Run first = awaitStarted("run");
            await(() -> queue.find("run").orElseThrow().started().isPresent());
            queue.stop("run");
            assertThat(first.isAskedToStop()).isTrue();
            assertThat(status(queue, "run")).isEqualTo("stopping");
            Files.createDirectories(runs.path("run").resolve("tables"));
            Files.createFile(runs.path("run").resolve(".lock"));
            first.end(ExitCode.STOPPED.code());
            awaitEnded(queue, "run");
            assertThat(status(queue, "run")).isEqualTo("stopped");
            started.clear();
            queue.again("run");
            assertThat(runs.path("run")).doesNotExist();
            awaitStarted("run").end(ExitCode.INVALID_INPUT.code());
            awaitEnded(queue, "run");
            assertThat(status(queue, "run")).isEqualTo("invalid");
        }
    }

    @Test
    void whatCannotBeStartedSaysWhy() {
        StartedRun.Starter none = _ -> {
            throw new UncheckedIOException("no process can be started", new IOException());
        };
        try (RunQueue queue = new RunQueue(1, runs, none)) {
            queue.add("run", words("run"));
            awaitEnded(queue, "run");
            ObjectNode told = new RunDescription(runs, queue).whole("run");
            assertThat(told.path("status").asText()).isEqualTo("stopped");
            assertThat(told.path("notes").path(0).asText()).isEqualTo("no process can be started");
            queue.add("next", words("next"));
            awaitEnded(queue, "next");
        }
    }

    @Test
    void nobodyHangsInStopping() throws InterruptedException {
        try (RunQueue queue = queue()) {
            for (int i = 0; i < TRIES; i++) {
                String run = "run-" + i;
                queue.add(run, words(run));
                Run begun = awaitStarted(run);
                Thread ends = Thread.ofPlatform().start(() -> begun.end(0));
                try {
                    queue.stop(run);
                } catch (Refusal ended) {
                    assertThat(ended).hasMessageContaining("not under way");
                }
                ends.join();
                awaitEnded(queue, run);
                assertThat(queue.find(run).orElseThrow().code()).isZero();
            }
        }
    }

    /// A starter that takes until a test lets it go on.
    private final class SlowStarter implements StartedRun.Starter {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public StartedRun start(List<String> arguments) {
            asked.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return RunQueueTest.this.start(arguments);
        }
    }

    @Test
    void whatIsStoppedWhileItIsBeingStartedStops() throws InterruptedException {
        SlowStarter starter = new SlowStarter();
        try (RunQueue queue = new RunQueue(1, runs, starter)) {
            queue.add("run", words("run"));
            starter.asked.await();
            queue.stop("run");
            starter.goOn.countDown();
            Run run = awaitStarted("run");
            assertThat(run.asked.await(20, TimeUnit.SECONDS)).isTrue();
            run.end(ExitCode.STOPPED.code());
            awaitEnded(queue, "run");
        }
    }

    @Test
    void whatIsBeingStartedWhenTheLabEndsStopsAndIsKeptWithWhatWaits() throws InterruptedException {
        SlowStarter starter = new SlowStarter();
        RunQueue queue = new RunQueue(1, runs, starter);
        queue.add("run", words("run"));
        queue.add("waits", words("waits"));
        starter.asked.await();
        queue.close();
        starter.goOn.countDown();
        Run run = awaitStarted("run");
        assertThat(run.asked.await(20, TimeUnit.SECONDS)).isTrue();
        run.end(ExitCode.STOPPED.code());
        awaitEnded(queue, "run");
        assertThat(started).containsOnlyKeys("run");
        assertThat(new KeptTasks(runs).left().stream().map(KeptTasks.Kept::run)).containsExactly("run", "waits");
    }
}
