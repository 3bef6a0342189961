package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.immunarium.app.Immunarium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A lab in a process of its own that is killed: nothing is lost, and what ran can be gone on with.
class KilledLabTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(300);

    @TempDir
    private Path folder;

    /// A lab that was started as people start it.
    private static final class Started implements AutoCloseable {

        private final Process process;
        private final Visitor visitor;

        private Started(Process process, Visitor visitor) {
            this.process = process;
            this.visitor = visitor;
        }

        static Started in(Path runs) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "--add-modules=jdk.incubator.vector",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Immunarium.class.getName(),
                    "lab",
                    "--runs",
                    runs.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            String address = line.substring(line.indexOf("http://"));
            return new Started(process, Visitor.of(address));
        }

        JsonNode run(String name) throws IOException {
            return visitor.get("/api/runs/" + name).json();
        }

        JsonNode await(String name, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
            long end = System.nanoTime() + LONG_ENOUGH.toNanos();
            JsonNode now = run(name);
            while (!wanted.test(now)) {
                assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
                Thread.sleep(100);
                now = run(name);
            }
            return now;
        }

        String start(String body) throws IOException {
            return visitor.post("/api/runs", body).json().path("run").asText();
        }

        /// As `kill -9`.
        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        /// Of memory, in MiB.
        double resident() throws IOException {
            String line = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(each -> each.startsWith("VmRSS"))
                    .findFirst()
                    .orElseThrow();
            return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    void aRunOutlivesItsLab() throws IOException, InterruptedException {
        Path runs = folder.resolve("runs");
        String study = "{\"study\": \"tissue/pd-1-block\", \"duration\": \"30 h\"}";
        String run;
        try (Started lab = Started.in(runs)) {
            run = lab.start(study);
            lab.await(run, now -> now.path("progress").path("done").asDouble() > 30);
            lab.kill();
        }
        try (Started lab = Started.in(runs)) {
            // It stops by itself at its next safe point, as its lab has gone.
            JsonNode stopped = lab.await(run, now -> now.path("status").asText().equals("stopped"));
            assertThat(stopped.path("kind").asText()).isEqualTo("tissue");
            assertThat(lab.visitor.post("/api/runs/" + run + "/resume", "{}").status())
                    .isEqualTo(200);
            lab.await(run, now -> now.path("status").asText().equals("done"));
            String straight = lab.start(study);
            lab.await(straight, now -> now.path("status").asText().equals("done"));
            String table = "tables/nivolumab/cells_by_type.csv";
            assertThat(runs.resolve(run).resolve(table))
                    .hasSameBinaryContentAs(runs.resolve(straight).resolve(table));
        }
    }

    /// Fifty runs in one session: the lab itself stays as it was.
    @Test
    @EnabledIfSystemProperty(
            named = "immunarium.long",
            matches = "true",
            disabledReason = "takes minutes: ./check --long")
    void fiftyRunsLeaveNothingBehind() throws IOException, InterruptedException {
        Path runs = folder.resolve("runs");
        try (Started lab = Started.in(runs)) {
            double early = 0;
            for (int i = 0; i < 50; i++) {
                String run = lab.start("{\"study\": \"kuznetsov1994\", \"seed\": " + i + "}");
                if (i == 25) {
                    lab.visitor.post("/api/runs/" + run + "/stop", "{}");
                    lab.await(
                            run,
                            now -> !List.of("waiting", "running", "stopping")
                                    .contains(now.path("status").asText()));
                    continue;
                }
                lab.await(run, now -> now.path("status").asText().equals("done"));
                lab.visitor.get("/api/runs/" + run + "/figures");
                if (i == 9) {
                    early = lab.resident();
                }
            }
            assertThat(lab.visitor.get("/api/runs").json().path("runs").size()).isEqualTo(50);
            assertThat(lab.resident()).as("after ten runs: " + early + " MiB").isLessThan(1.3 * early + 40);
        }
    }
}
