package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A run that is paused and gone on with, again and again, has the tables of one that never was: no row twice, none
/// missing.
@Timeout(600)
class PausedRunTest {

    /// Pauses of a run, while it lasts.
    private static final int PAUSES = 1;

    @TempDir
    private Path folder;

    private LabServer lab;

    @BeforeEach
    void start() throws IOException {
        lab = LabServer.start(InetAddress.getLoopbackAddress(), 0, folder, 1);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"study": "tissue/pd-1-block", "duration": "2 h", "set": {"output.frames": "30 min"}}
            {"command": "sweep", "study": "tissue/pd-1-block", "duration": "30 min", "vary": ["tumour.cycle entry=0.0001,0.0002"], "replicates": 2}
            {"study": "trial/small-trial", "set": {"population.patients": "16"}, "duration": "9 mo"}
            """)
    void tablesOfARunThatWasPausedAreWhole(String body) throws IOException, InterruptedException {
        String straight = ask(body);
        await(straight, "done");
        String paused = ask(body);
        int pauses = 0;
        while (pauses < PAUSES && isPaused(paused)) {
            pauses++;
            assertThat(Visitor.withToken(lab)
                            .post("/api/runs/" + paused + "/resume", "{}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(pauses).as("pauses").isPositive();
        await(paused, "done");
        List<String> tables = tables(straight);
        assertThat(tables(paused)).isEqualTo(tables).isNotEmpty();
        for (String table : tables) {
            Path file = folder.resolve(paused).resolve("tables").resolve(table);
            assertThat(file)
                    .hasSameBinaryContentAs(
                            folder.resolve(straight).resolve("tables").resolve(table));
            assertThat(Files.readAllLines(file)).as(table).doesNotHaveDuplicates();
        }
    }

    /// Pauses a run once it has gone on a little; false where it was done before.
    private boolean isPaused(String run) throws IOException, InterruptedException {
        double before = -1;
        ObjectNode now = seen(run);
        while (!now.path("status").asText().equals("done")) {
            double done = now.path("progress").path("done").asDouble();
            if (before >= 0 && done > before) {
                Visitor.withToken(lab).post("/api/runs/" + run + "/stop", "{}");
                return awaitEnd(run).equals("stopped");
            }
            before = now.has("progress") ? done : -1;
            Thread.sleep(20);
            now = seen(run);
        }
        return false;
    }

    private List<String> tables(String run) throws IOException {
        Path tables = folder.resolve(run).resolve("tables");
        try (Stream<Path> files = Files.walk(tables)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> tables.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    private String ask(String body) throws IOException {
        Visitor.Answered answered = Visitor.withToken(lab).post("/api/runs", body);
        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        return answered.json().path("run").asText();
    }

    private ObjectNode seen(String run) throws IOException {
        return Visitor.withToken(lab).get("/api/runs/" + run).json();
    }

    private String awaitEnd(String run) throws IOException, InterruptedException {
        String status = "running";
        while (List.of("waiting", "running", "stopping").contains(status)) {
            Thread.sleep(50);
            status = seen(run).path("status").asText();
        }
        return status;
    }

    private void await(String run, String wanted) throws IOException, InterruptedException {
        assertThat(awaitEnd(run)).isEqualTo(wanted);
    }
}
