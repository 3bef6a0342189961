package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in, what is refused, and that the lab goes on serving.
class LabServerTest {

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
    void aFolderOfRunsHasOneLab() {
        assertThatThrownBy(() -> LabServer.start(InetAddress.getLoopbackAddress(), 0, folder.resolve("runs"), 1))
                .hasMessageContaining("another lab has these runs");
    }

    @Test
    void aLabThatIsStartedAgainHasItsPortAndAnotherToken() throws IOException {
        Path runs = folder.resolve("again");
        URI before;
        try (LabServer first = LabServer.start(InetAddress.getLoopbackAddress(), 0, runs, 1)) {
            before = URI.create(first.address());
        }
        try (LabServer second = LabServer.start(InetAddress.getLoopbackAddress(), 0, runs, 1)) {
            URI after = URI.create(second.address());
            assertThat(after.getPort()).isEqualTo(before.getPort());
            assertThat(after.getQuery()).isNotEqualTo(before.getQuery());
            assertThat(new Visitor(second).get("/?" + before.getQuery()).status())
                    .isEqualTo(401);
        }
        // Somebody else has it meanwhile.
        try (ServerSocket other = new ServerSocket(before.getPort(), 1, InetAddress.getLoopbackAddress());
                LabServer third = LabServer.start(InetAddress.getLoopbackAddress(), 0, runs, 1)) {
            assertThat(URI.create(third.address()).getPort()).isNotEqualTo(other.getLocalPort());
            assertThat(Files.readString(runs.resolve(".lab/port")).strip())
                    .isEqualTo(String.valueOf(URI.create(third.address()).getPort()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "0", "65536", "99999999999"})
    void whatIsNoPortIsNotTaken(String kept) throws IOException {
        Path runs = folder.resolve("other");
        Files.writeString(Files.createDirectories(runs.resolve(".lab")).resolve("port"), kept);
        try (LabServer other = LabServer.start(InetAddress.getLoopbackAddress(), 0, runs, 1)) {
            assertThat(Visitor.withToken(other).get("/api/runs").status()).isEqualTo(200);
        }
    }

    @Test
    void nothingIsAnsweredWithoutTheToken() throws IOException {
        for (String route : lab.routes()) {
            String[] words = route.replaceAll("\\{[^}]*}", "x").split(" ");
            assertThat(new Visitor(lab).send(words[0], words[1], new byte[0]).status())
                    .as(route)
                    .isEqualTo(401);
        }
        assertThat(new Visitor(lab).get("/?token=" + "x".repeat(43)).status()).isEqualTo(401);
        assertThat(new Visitor(lab)
                        .with("Authorization", "Bearer x")
                        .get("/api/runs")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aPersonIsRefusedInWords() throws IOException {
        Visitor.Answered page = new Visitor(lab)
                .with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("Content-Type")).startsWith("text/plain");
        assertThat(page.text()).startsWith("the lab that runs now has not let this browser in;");
        Visitor.Answered script =
                new Visitor(lab).with("Accept", "application/json").get("/");
        assertThat(script.json().path("problems").size()).isOne();
    }

    @Test
    void theTokenIsExchangedForACookie() throws IOException {
        Visitor.Answered first = new Visitor(lab).get("/?token=" + lab.token());
        assertThat(first.status()).isEqualTo(303);
        assertThat(first.header("Location")).isEqualTo("/");
        String cookie = first.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain(lab.token());
        String session = cookie.substring(0, cookie.indexOf(';'));
        Visitor browser = new Visitor(lab).with("Cookie", "other=1; " + session);
        assertThat(browser.get("/").status()).isEqualTo(200);
        assertThat(browser.get("/").header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("frame-src");
        assertThat(browser.post("/api/runs", "{}").status())
                .as("without an origin")
                .isEqualTo(403);
        browser.with("Origin", "http://127.0.0.1:" + browser.port());
        assertThat(browser.post("/api/runs", "{}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"evil.example,421", "127.0.0.1,421", "127.0.0.1:1,421", "'',421", "localhost:PORT,200", "[::1]:PORT,200"
    })
    void onlyItsOwnNamesAreAnswered(String host, int status) throws IOException {
        Visitor visitor = Visitor.withToken(lab);
        visitor.with("Host", host.replace("PORT", Integer.toString(visitor.port())));
        assertThat(visitor.get("/api/catalog").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1:PORT", "http://localhost:PORT"})
    void otherPagesMayNotAsk(String origin) throws IOException {
        Visitor visitor = Visitor.withToken(lab);
        visitor.with("Origin", origin.replace("PORT", Integer.toString(visitor.port())));
        assertThat(visitor.get("/api/catalog").status()).isEqualTo(403);
        assertThat(visitor.post("/api/runs", "{\"study\": \"tissue/pd-1-block\"}")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2f..%2fetc%2fpasswd",
                "/../../etc/passwd",
                "/pages/../../LabServer.class",
                "/LabServer.class",
                "/pages%2fhome.js%00",
                "/api/runs/..%2f..%2fsecret/manifest",
                "/api/runs/..",
                "/api/runs/.lab/study",
                "/api/runs/run/tables/..%2fmanifest.json",
                "/api/runs/run/tables/%2fetc%2fpasswd",
                "/api/runs/run/tables/link.csv",
                "/api/runs/run/frames/-1",
                "/api/runs/run/frames/0?variant=..%2f..",
                "/api/runs/%ff%fe",
                "/api/studies/..%2f..%2fevidence"
            })
    void noPathLeadsOut(String path) throws IOException {
        Path tables = Files.createDirectories(folder.resolve("runs/run/tables"));
        Files.writeString(folder.resolve("runs/run/manifest.json"), "{}");
        Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(tables.resolve("link.csv"), folder.resolve("secret"));
        assertThat(Visitor.withToken(lab).get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {                                                    | 400
            []                                                   | 400
            {}                                                   | 400
            {"study": 1}                                         | 400
            {"study": "tissue/pd-1-block", "text": "x"}          | 400
            {"study": "tissue/pd-1-block", "seed": 1.5}          | 400
            {"study": "tissue/pd-1-block", "frobnicate": 1}      | 400
            {"study": "/etc/passwd"}                             | 422
            {"study": "../secret.yaml"}                          | 422
            {"study": "upload:../../secret"}                     | 404
            {"study": "tissue/nothing"}                          | 422
            {"study": "tissue/pd-1-block", "duration": "long"}   | 422
            {"study": "tissue/pd-1-block", "set": {"x": "1"}}    | 422
            {"study": "kuznetsov1994", "set": ["s=20000"]}       | 400
            {"study": "kuznetsov1994", "set": "s=20000"}         | 400
            {"study": "kuznetsov1994", "set": {"s": ["2"]}}      | 400
            {"text": "format: 1"}                                | 422
            {"text": ""}                                         | 422
            """)
    void whatMakesNoStudyIsRefused(String body, int status) throws IOException {
        Visitor.Answered answered = Visitor.withToken(lab).post("/api/runs", body);
        assertThat(answered.status()).as(answered.text()).isEqualTo(status);
        assertThat(answered.json().path("problems").isEmpty()).isFalse();
        assertThat(Visitor.withToken(lab).get("/api/runs").json().path("runs").isEmpty())
                .isTrue();
    }

    @Test
    void allProblemsOfAStudyAreToldAtOnce() throws IOException {
        Visitor.Answered answered = Visitor.withToken(lab)
                .post(
                        "/api/check",
                        "{\"text\": \"format: 1\\nstudy: tissue\\nmodel: nothing\\nduration: x\\nfoo: 1\\n\"}");
        assertThat(answered.status()).isEqualTo(422);
        assertThat(answered.json().path("problems").size()).isGreaterThan(1);
        assertThat(answered.text()).contains("\"line\" : 5");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anArchiveOfWhatCannotBeReadIsCutOff() throws IOException {
        Path run = Files.createDirectories(folder.resolve("runs/run"));
        Files.writeString(run.resolve("manifest.json"), "{}");
        assertThat(archiveHasItsEnd()).isTrue();
        // Two folders whose paths are short enough for the system, and are not one in the other.
        Path deep = Files.createDirectories(run.resolve(("a".repeat(200) + "/").repeat(12)));
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createDirectories(other.resolve(("b".repeat(200) + "/").repeat(12)));
        Files.move(other, deep.resolve("other"));
        try {
            assertThat(archiveHasItsEnd()).isFalse();
        } finally {
            Files.move(deep.resolve("other"), other);
        }
    }

    /// Whether the answer says that it is whole.
    private boolean archiveHasItsEnd() throws IOException {
        String ask = "GET /api/runs/run/archive HTTP/1.1\r\nConnection: close\r\nHost: 127.0.0.1:"
                + new Visitor(lab).port() + "\r\nAuthorization: Bearer " + lab.token() + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), new Visitor(lab).port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.ISO_8859_1));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return all.startsWith("HTTP/1.1 200") && all.endsWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void aRunThatIsPausedWhileItWaitsGoesOn() throws IOException, InterruptedException {
        String study = "{\"study\": \"tissue/pd-1-block\", \"duration\": \"100 h\"}";
        String first = start(study);
        String second = start("{\"study\": \"kuznetsov1994\"}");
        assertThat(act(second, "stop")).isEqualTo("stopped");
        assertThat(act(second, "resume")).isEqualTo("waiting");
        assertThat(act(first, "stop")).isEqualTo("stopping");
        await(first, "stopped");
        await(second, "done");
        assertThat(Visitor.withToken(lab).post("/api/runs/none/resume", "{}").status())
                .isEqualTo(404);
    }

    private String start(String body) throws IOException {
        return Visitor.withToken(lab).post("/api/runs", body).json().path("run").asText();
    }

    private String act(String run, String what) throws IOException {
        return Visitor.withToken(lab)
                .post("/api/runs/" + run + "/" + what, "{}")
                .json()
                .path("status")
                .asText();
    }

    private void await(String run, String status) throws IOException, InterruptedException {
        String now = "";
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!now.equals(status)) {
            assertThat(System.nanoTime()).as(now).isLessThan(end);
            Thread.sleep(100);
            now = Visitor.withToken(lab)
                    .get("/api/runs/" + run)
                    .json()
                    .path("status")
                    .asText();
        }
    }

    @Test
    void aTableThatGrowsWhileItIsReadIsAnsweredAsItWas() throws IOException {
        Path table = folder.resolve("table.csv");
        Files.writeString(table, "time [d],T [cells]\n0,1\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunsApi.copy(table, 19, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("time [d],T [cells]\n");
        assertThatThrownBy(() -> RunsApi.copy(table, 1000, new ByteArrayOutputStream()))
                .hasMessageContaining("shorter");
    }

    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    @Test
    void allThatIsAnsweredIsDescribed() throws IOException {
        String described = Visitor.withToken(lab).get("/openapi.yaml").text();
        for (String route : lab.routes()) {
            String path = route.substring(route.indexOf(' ') + 1).replace("…", "");
            int at = described.indexOf("  " + path + ":");
            assertThat(at).as(route).isNotNegative();
            int next = described.indexOf("\n  /", at);
            String block = described.substring(at, next < 0 ? described.length() : next);
            assertThat(block).contains(route.substring(0, route.indexOf(' ')).toLowerCase(Locale.ROOT) + ":");
            assertThat(block).as(path).contains("#/components/responses/refused");
            for (Matcher part = PART.matcher(path); part.find(); ) {
                assertThat(block).as(path).contains("#/components/parameters/" + part.group(1));
            }
        }
    }

    @Test
    void nonsenseIsNoHarm() throws IOException {
        for (String nonsense : List.of(
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "\u0016\u0003\u0001\u0002",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "POST /api/runs HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /api/runs HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
                "GET /" + "a".repeat(1 << 20) + " HTTP/1.1\r\n\r\n")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), new Visitor(lab).port())) {
                socket.getOutputStream().write(nonsense.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException refused) {
                // It may close the connection before all is sent.
            }
        }
        assertThat(Visitor.withToken(lab).get("/api/runs").status()).isEqualTo(200);
    }

    @Test
    void aThousandConnectionsDoNotKeepOthersOut() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), new Visitor(lab).port()));
            }
            assertThat(Visitor.withToken(lab).get("/api/catalog").status()).isEqualTo(200);
        } finally {
            for (Socket each : idle) {
                each.close();
            }
        }
    }
}
