package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files and archives that are given to the lab: what is taken, what is refused, and that none leads out.
class UploadsTest {

    @TempDir
    private Path folder;

    private LabServer lab;

    @BeforeEach
    void start() throws IOException {
        lab = LabServer.start(InetAddress.getLoopbackAddress(), 0, folder.resolve("runs"), 1);
    }

    @AfterEach
    void stop() throws IOException {
        assertThat(Visitor.withToken(lab).get("/api/catalog").status()).isEqualTo(200);
        lab.close();
    }

    @Test
    void uploadsHaveLimits() throws IOException {
        Visitor.Answered told = Visitor.withToken(lab)
                .with("Content-Length", Long.toString(1L << 30))
                .send("POST", "/api/uploads/model.xml", "x".getBytes(StandardCharsets.UTF_8));
        assertThat(told.status()).isEqualTo(413);
        assertThat(upload("a.zip", zip("a.xml", 200 << 20)).status())
                .as("a bomb")
                .isEqualTo(413);
        assertThat(upload("..%2fa.xml", new byte[10]).status()).isEqualTo(400);
        assertThat(upload("a.zip", "PK and nothing".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(upload("a.png", new byte[10]).status()).isEqualTo(422);
    }

    @Test
    void archivesThatAreDamagedOrCollideAreRefused() throws IOException {
        byte[] whole = zip("a.xml", 100_000);
        assertThat(upload("a.zip", Arrays.copyOf(whole, whole.length / 2)).status())
                .as("cut off")
                .isEqualTo(422);
        for (String[] names : List.of(
                new String[] {"a", "a/b.xml"},
                new String[] {"a", "a/b/c.xml"},
                new String[] {"a/b.xml", "a"},
                new String[] {"a.xml", "b/../a.xml"},
                new String[] {"a".repeat(300) + ".xml"},
                new String[] {"a/".repeat(600) + ".xml"})) {
            Visitor.Answered answered = upload("a.zip", zip(10, names));
            assertThat(answered.status()).as(answered.text()).isEqualTo(422);
        }
    }

    @Test
    void foldersOfAnArchiveTakeRoomToo() throws IOException {
        assertThat(upload("a.zip", zip(10, "a/".repeat(20) + "a.xml")).status())
                .as("too deep")
                .isEqualTo(422);
        assertThat(upload("a.zip", zip(10, "a/".repeat(19) + "a.xml")).status()).isEqualTo(201);
        List<String> folders = new ArrayList<>(List.of("a.xml"));
        for (int i = 0; i < 300; i++) {
            folders.add(i + "/" + "a/".repeat(18));
        }
        assertThat(upload("a.zip", zip(0, folders.toArray(String[]::new))).status())
                .isEqualTo(413);
        assertThat(upload("a.zip", zip(1000, "a.xml", "b/")).status())
                .as("a folder with bytes in it")
                .isEqualTo(422);
    }

    @Test
    void theLikeliestOfAnArchiveIsFirstAndWhatASystemAddsIsNone() throws IOException {
        Visitor.Answered answered = upload(
                "a.zip",
                zip(
                        10,
                        "__MACOSX/._study.yaml",
                        ".hidden.yaml",
                        "a.csv",
                        "a.xml",
                        "a/b/cells.yaml",
                        "z.yml",
                        "z/.git/config.yaml",
                        "config/PhysiCell_settings.xml"));
        List<String> names = new ArrayList<>();
        answered.json().path("studies").forEach(each -> names.add(each.asText().replaceFirst("^[^/]*/", "")));
        assertThat(names).containsExactly("config/PhysiCell_settings.xml", "z.yml", "a/b/cells.yaml", "a.xml", "a.csv");
    }

    @Test
    void filesThatAreGivenAtOnceHaveABound() throws IOException, InterruptedException {
        try (Socket one = giving(64 << 20);
                Socket other = giving(64 << 20)) {
            awaitGiving(503);
            assertThat(one.isClosed() || other.isClosed()).isFalse();
        }
        awaitGiving(201);
    }

    /// Somebody who has said how much will come, and sends nothing more.
    private Socket giving(int bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), new Visitor(lab).port());
        String ask = "POST /api/uploads/a.csv HTTP/1.1\r\nHost: 127.0.0.1:" + new Visitor(lab).port()
                + "\r\nAuthorization: Bearer " + lab.token() + "\r\nContent-Length: " + bytes + "\r\n\r\nx";
        socket.getOutputStream().write(ask.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private void awaitGiving(int status) throws IOException, InterruptedException {
        int now = 0;
        for (int i = 0; i < 600 && now != status; i++) {
            now = upload("a.csv", "a\n1\n".getBytes(StandardCharsets.UTF_8)).status();
            Thread.sleep(50);
        }
        assertThat(now).isEqualTo(status);
    }

    @Test
    void whatIsRefusedLeavesNothing() throws IOException {
        upload("a.zip", zip("a.xml", 200 << 20));
        upload("a.zip", zip(10, "a/b.xml", "../out.xml"));
        upload("a.png", new byte[10]);
        assertThat(folder.resolve("runs/.lab/uploads")).isEmptyDirectory();
    }

    @Test
    void aFolderOfRunsMayBeGivenInAnyWay() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path given =
                Path.of(".", here.relativize(folder.resolve("other/../others")).toString());
        try (LabServer other = LabServer.start(InetAddress.getLoopbackAddress(), 0, given, 1)) {
            assertThat(Visitor.withToken(other)
                            .send("POST", "/api/uploads/a.zip", zip("config/PhysiCell_settings.xml", 10))
                            .status())
                    .isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.xml", "/out.xml", "a/../../out.xml", "..\\out.xml", "a\u0000.xml"})
    void archivesStayInTheirFolder(String entry) throws IOException {
        assertThat(upload("a.zip", zip(entry, 10)).status()).isEqualTo(422);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).doesNotContain("out.xml");
        }
    }

    @Test
    void aStudyThatWasGivenIsFound() throws IOException {
        Visitor.Answered answered = upload("project.zip", zip("config/PhysiCell_settings.xml", 10));
        assertThat(answered.status()).isEqualTo(201);
        String study = answered.json().path("studies").path(0).asText();
        assertThat(study).startsWith("upload:").endsWith("config/PhysiCell_settings.xml");
        Visitor.Answered checked = Visitor.withToken(lab).post("/api/check", "{\"study\": \"" + study + "\"}");
        assertThat(checked.status()).as("it is no XML").isEqualTo(422);
    }

    private Visitor.Answered upload(String name, byte[] bytes) throws IOException {
        return Visitor.withToken(lab).send("POST", "/api/uploads/" + name, bytes);
    }

    private static byte[] zip(String name, int length) throws IOException {
        return zip(length, name);
    }

    private static byte[] zip(int length, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] block = new byte[Math.min(length, 1 << 20)];
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                for (int left = length; left > 0; left -= block.length) {
                    zip.write(block, 0, Math.min(left, block.length));
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
