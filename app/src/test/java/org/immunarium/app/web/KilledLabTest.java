package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab in a process of its own that is killed: nothing is lost, and what ran can be gone on with.
class KilledLabTest {

    private static final String STUDY = "{\"study\": \"tissue/pd-1-block\", \"duration\": \"2 h\"}";

    @TempDir
    private Path folder;

    @Test
    void whatRanGoesOnAndWhatWaitedStillWaits() throws IOException, InterruptedException {
        Path runs = folder.resolve("runs");
        String begun;
        String waiting;
        try (StartedLab lab = StartedLab.in(runs)) {
            begun = lab.start(STUDY);
            waiting = lab.start(STUDY);
            lab.await(begun, now -> now.path("progress").path("done").asDouble() > 0);
            assertThat(lab.run(waiting).path("status").asText()).isEqualTo("waiting");
            lab.kill();
        }
        try (StartedLab lab = StartedLab.in(runs)) {
            // It stops by itself at its next safe point, as its lab has gone.
            JsonNode stopped = lab.awaitStatus(begun, "stopped");
            assertThat(stopped.path("kind").asText()).isEqualTo("tissue");
            assertThat(lab.visitor()
                            .post("/api/runs/" + begun + "/resume", "{}")
                            .status())
                    .isEqualTo(200);
            lab.awaitStatus(waiting, "done");
            lab.awaitStatus(begun, "done");
            String table = "tables/nivolumab/cells_by_type.csv";
            assertThat(runs.resolve(begun).resolve(table))
                    .hasSameBinaryContentAs(runs.resolve(waiting).resolve(table));
            assertThat(runs.resolve(".lab/queue")).isEmptyDirectory();
        }
    }
}
