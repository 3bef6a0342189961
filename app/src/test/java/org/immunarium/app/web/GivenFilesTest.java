package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are given to a lab: how many it keeps, and how room is made.
class GivenFilesTest {

    private static final String STUDY = """
            format: 1
            study: patient
            model: kuznetsov1994
            """;

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

    private Visitor.Answered upload(String name, String text) throws IOException {
        return Visitor.withToken(lab).send("POST", "/api/uploads/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode remove() throws IOException {
        Visitor.Answered answered = Visitor.withToken(lab).send("DELETE", "/api/uploads", new byte[0]);
        assertThat(answered.status()).isEqualTo(200);
        return answered.json();
    }

    @Test
    void whatTakesTooMuchOfTheDiskIsRefusedUntilRoomIsMade() throws IOException {
        Path given = Files.createDirectories(folder.resolve(".lab/uploads/old"));
        try (RandomAccessFile file =
                new RandomAccessFile(given.resolve("large.csv").toFile(), "rw")) {
            file.setLength(2L << 30);
        }
        Visitor.Answered refused = upload("study.yaml", STUDY);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("at most 1000 files and archives", "2048 MiB", "it has 1 of 2049 MiB", "on the page Runs");
        assertThat(folder.resolve(".lab/uploads")).isDirectoryContaining(each -> each.endsWith("old"));
        assertThat(remove().path("files").asInt()).isZero();
        assertThat(upload("study.yaml", STUDY).status()).isEqualTo(201);
    }

    @Test
    void oneMoreThanTheMostIsRefused() throws IOException {
        for (int i = 0; i < 1000; i++) {
            Files.createDirectories(folder.resolve(".lab/uploads/" + i));
        }
        assertThat(upload("study.yaml", STUDY).status()).isEqualTo(409);
        assertThat(remove().path("bytes").asInt()).isZero();
        assertThat(upload("study.yaml", STUDY).status()).isEqualTo(201);
        ObjectNode told = Visitor.withToken(lab).get("/api/uploads").json();
        assertThat(told.path("files").asInt()).isOne();
        assertThat(told.path("bytes").asInt()).isBetween(4096, 8192);
    }

    @Test
    void whatAWaitingRunReadsStaysAndWhatARunHasReadGoes() throws IOException, InterruptedException {
        String first = start("tissue/pd-1-block");
        String waits =
                start(upload("study.yaml", STUDY).json().path("studies").path(0).asText());
        upload("other.yaml", STUDY);
        assertThat(remove().path("files").asInt()).isOne();
        act(waits, "stop");
        assertThat(remove().path("files").asInt()).as("it may yet begin").isOne();
        act(waits, "resume");
        act(first, "stop");
        while (!status(waits).equals("done")) {
            Thread.sleep(100);
        }
        assertThat(remove().path("files").asInt()).isZero();
        assertThat(folder.resolve(waits).resolve("study.yaml")).hasContent(STUDY);
    }

    @Test
    void textsOfStudiesCountUntilTheirRunsHaveBegun() throws IOException, InterruptedException {
        String first = start("tissue/pd-1-block");
        String waits = startText();
        assertThat(remove().path("files").asInt()).as("it is read yet").isOne();
        act(first, "stop");
        while (!status(waits).equals("done")) {
            Thread.sleep(100);
        }
        assertThat(Visitor.withToken(lab)
                        .get("/api/uploads")
                        .json()
                        .path("bytes")
                        .asInt())
                .isPositive();
        assertThat(remove().path("files").asInt()).isZero();
        assertThat(folder.resolve(".lab/studies")).isEmptyDirectory();
    }

    @Test
    void textsThatNoRunNeedsMakeRoomByThemselves() throws IOException {
        Path texts = Files.createDirectories(folder.resolve(".lab/studies"));
        for (int i = 0; i < 1000; i++) {
            Files.writeString(texts.resolve(i + ".yaml"), STUDY);
        }
        assertThat(Visitor.withToken(lab)
                        .get("/api/uploads")
                        .json()
                        .path("files")
                        .asInt())
                .isEqualTo(1000);
        assertThat(upload("study.yaml", STUDY).status()).isEqualTo(201);
        assertThat(texts).isEmptyDirectory();
    }

    @Test
    void nothingIsRemovedWhileAStudyIsRead() throws IOException, InterruptedException {
        LabFolder runs = new LabFolder(folder.resolve("others"));
        Path file = Files.writeString(runs.study("text"), STUDY);
        try (RunQueue queue = new RunQueue(1, runs, _ -> {
            throw new UncheckedIOException(new IOException("nothing starts"));
        })) {
            GivenFiles given = new GivenFiles(runs, queue);
            Thread removing = given.keeping(() -> {
                Thread other = Thread.ofVirtual().start(given::clear);
                while (other.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                assertThat(file).exists();
                return other;
            });
            removing.join();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void whatCannotBeStartedLeavesNothing() throws IOException {
        Files.delete(folder.resolve(".lab/queue"));
        Files.writeString(folder.resolve(".lab/queue"), "in the way");
        assertThat(startText()).isEmpty();
        assertThat(folder.resolve(".lab/studies")).isEmptyDirectory();
    }

    private String startText() throws IOException {
        return Visitor.withToken(lab)
                .post("/api/runs", "{\"text\": \"" + STUDY.replace("\n", "\\n") + "\"}")
                .json()
                .path("run")
                .asText();
    }

    private String start(String study) throws IOException {
        return Visitor.withToken(lab)
                .post("/api/runs", "{\"study\": \"" + study + "\"}")
                .json()
                .path("run")
                .asText();
    }

    private void act(String run, String what) throws IOException {
        assertThat(Visitor.withToken(lab)
                        .post("/api/runs/" + run + "/" + what, "{}")
                        .status())
                .isEqualTo(200);
    }

    private String status(String run) throws IOException {
        return Visitor.withToken(lab)
                .get("/api/runs/" + run)
                .json()
                .path("status")
                .asText();
    }
}
