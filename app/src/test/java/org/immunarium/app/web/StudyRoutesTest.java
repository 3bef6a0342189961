package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.immunarium.results.Json;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLock;
import org.immunarium.results.zarr.ZarrArrayWriter;
import org.immunarium.results.zarr.ZarrAttributes;
import org.immunarium.results.zarr.ZarrGroup;
import org.immunarium.results.zarr.ZarrType;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.immunarium.tissue.cell.Fate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What pages of patients, trials, experiments, comparisons and models ask of the lab.
final class StudyRoutesTest {

    private static final String RUN = "kuznetsov";

    @TempDir
    private static Path runs = Path.of("");

    private static Optional<LabServer> lab = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        StudyRun.prepare("kuznetsov1994", Overrides.NONE)
                .run(Optional.of(runs.resolve(RUN)), List.of("run"), 1, new StopSignal(), RunContext.Screen.NONE);
        lab = Optional.of(LabServer.start(InetAddress.getLoopbackAddress(), 0, runs, 1));
    }

    @AfterAll
    static void end() {
        lab.ifPresent(LabServer::close);
    }

    private static HttpResponse<byte[]> ask(String method, String path, String body) {
        LabServer server = lab.orElseThrow();
        String root = server.address().replaceFirst("/\\?.*", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + server.token())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        // One connection for each: the lab ends one whose question it refused unread.
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode json(HttpResponse<byte[]> answer) {
        return Json.parse("the answer", new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static String problem(HttpResponse<byte[]> answer) {
        return json(answer).path("problems").path(0).path("message").asText();
    }

    @Test
    void whatACommandDoesNotKnowIsRefused() {
        HttpResponse<byte[]> unknown = ask(
                "POST",
                "/api/check",
                "{\"command\": \"sweep\", \"study\": \"kuznetsov1994\", \"vary\": [\"s=1:2:2\"], \"starts\": 3}");
        assertThat(unknown.statusCode()).isEqualTo(Refusal.BAD_REQUEST);
        assertThat(problem(unknown)).startsWith("\"starts\" means nothing here").contains("replicates");
        assertThat(ask("POST", "/api/check", "{\"command\": \"export\", \"study\": \"kuznetsov1994\"}")
                        .statusCode())
                .isEqualTo(Refusal.BAD_REQUEST);
        assertThat(problem(ask(
                        "POST", "/api/check", "{\"command\": \"sweep\", \"study\": \"kuznetsov1994\", \"vary\": 3}")))
                .isEqualTo("vary: a list of texts was expected");
        assertThat(ask("POST", "/api/check", "{\"command\": \"calibrate\", \"study\": \"kuznetsov1994\"}")
                        .statusCode())
                .isEqualTo(Refusal.INVALID);
    }

    @Test
    void allThatIsWrongWithWhatIsVariedIsToldAtOnce() {
        HttpResponse<byte[]> answer = ask(
                "POST",
                "/api/check",
                "{\"command\": \"sensitivity\", \"study\": \"kuznetsov1994\", \"vary\": [\"nothing=1:2\", \"a=2\"]}");
        assertThat(answer.statusCode()).isEqualTo(Refusal.INVALID);
        assertThat(json(answer).path("problems").size()).isGreaterThan(1);
    }

    @Test
    void sweepsAndAnalysesOfSensitivityAreChecked() {
        for (String body : List.of(
                "{\"command\": \"sweep\", \"study\": \"kuznetsov1994\", \"vary\": [\"s=5000:9000:3\"], \"replicates\": 2}",
                "{\"command\": \"sensitivity\", \"study\": \"kuznetsov1994\", \"vary\": [\"a=0.1:0.3\"], \"samples\": 50}")) {
            assertThat(ask("POST", "/api/check", body).statusCode()).isEqualTo(Answer.OK);
        }
    }

    @Test
    void eachOptionIsOneWord() {
        ObjectNode body = Json.parse(
                "",
                "{\"command\": \"sweep\", \"study\": \"kuznetsov1994\", \"vary\": [\"@/etc/passwd\", \"--json\"],"
                        + " \"duration\": \"@file\"}");
        AskedRun asked = AskedRun.of(body, new LabFolder(runs), "draft");
        assertThat(asked.arguments(runs.resolve("new")))
                .startsWith("sweep", "kuznetsov1994", "--json", "--out")
                .endsWith("--duration=@file", "--vary=@/etc/passwd", "--vary=--json");
    }

    @Test
    void aStudyNamesNoFileButThoseThatWereGivenWithIt() throws IOException {
        String doses = "TIME [d],AMT [mg],CMT\n0,240,nivolumab\n";
        Files.writeString(runs.resolve("outside.csv"), doses);
        String other = given("doses.csv", doses);
        String id = other.substring("upload:".length(), other.indexOf('/'));
        String own = given("study.yaml", dosed("../" + id + "/doses.csv"));
        for (String body : List.of(
                "{\"text\": " + quoted(dosed("../../outside.csv")) + "}",
                "{\"text\": " + quoted(dosed("../uploads/" + id + "/doses.csv")) + "}",
                "{\"beside\": \"" + own + "\", \"text\": " + quoted(dosed("../" + id + "/doses.csv")) + "}",
                "{\"beside\": \"" + own + "\", \"text\": " + quoted(dosed("../../queue/x.json")) + "}",
                "{\"study\": \"" + own + "\"}")) {
            HttpResponse<byte[]> answer = ask("POST", "/api/check", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(Refusal.INVALID);
            assertThat(problem(answer)).isEqualTo("lies outside of the folder out of which this study may read files");
        }
        HttpResponse<byte[]> beside = ask(
                "POST", "/api/check", "{\"beside\": \"" + other + "\", \"text\": " + quoted(dosed("doses.csv")) + "}");
        assertThat(beside.statusCode())
                .as(new String(beside.body(), StandardCharsets.UTF_8))
                .isEqualTo(Answer.OK);
        assertThat(ask("POST", "/api/check", "{\"study\": \"upload:../../outside.csv\"}")
                        .statusCode())
                .isEqualTo(Refusal.NOT_FOUND);
        assertThat(ask(
                                "POST",
                                "/api/check",
                                "{\"command\": \"fit\", \"study\": \"kuznetsov1994\", \"data\": \"/etc/passwd\"}")
                        .statusCode())
                .isEqualTo(Refusal.BAD_REQUEST);
    }

    private static String dosed(String file) {
        return "format: 1\nstudy: patient\nmodel: melanoma\nduration: 10 d\ntherapy: [{events: " + file + "}]\n";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\n", "\\n") + "\"";
    }

    /// Gives a file to the lab.
    ///
    /// @return its name there
    private static String given(String name, String content) {
        return json(ask("POST", "/api/uploads/" + name, content))
                .path("studies")
                .path(0)
                .asText();
    }

    @Test
    void dataAreFittedWhereverTheStudyLies() {
        String study = given("study.yaml", "format: 1\nstudy: patient\nmodel: kuznetsov1994\n");
        String data = given("scans.csv", "time [d],T [cells]\n0,5e6\n7,1e7\n14,3e7\n");
        HttpResponse<byte[]> answer = ask(
                "POST",
                "/api/check",
                "{\"command\": \"fit\", \"study\": \"" + study + "\", \"vary\": [\"a=0.05:0.5\"], \"data\": \"" + data
                        + "\"}");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"kind\"");
    }

    @Test
    void aRunThatAnotherProcessCarriesOutIsToldAndLeftAlone() throws IOException {
        Path run = copied("elsewhere");
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"done\"", "\"running\""));
        try (RunLock held = RunLock.take(new RunFolder(run))) {
            assertThat(held).isNotNull();
            ObjectNode told = json(ask("GET", "/api/runs/elsewhere", ""));
            assertThat(told.path("status").asText()).isEqualTo("running");
            assertThat(told.path("here").asBoolean(true)).isFalse();
            for (String act : List.of("stop", "resume")) {
                HttpResponse<byte[]> refused = ask("POST", "/api/runs/elsewhere/" + act, "{}");
                assertThat(refused.statusCode()).isEqualTo(Refusal.CONFLICT);
                assertThat(problem(refused)).startsWith("this run is run by another process");
            }
        }
        assertThat(json(ask("GET", "/api/runs/elsewhere", "")).path("status").asText())
                .isEqualTo("stopped");
    }

    private static Path copied(String name) throws IOException {
        Path copy = Files.createDirectories(runs.resolve(name));
        for (String file : List.of("manifest.json", "study.yaml")) {
            Files.copy(runs.resolve(RUN).resolve(file), copy.resolve(file));
        }
        return copy;
    }

    @Test
    void aRunThatHasNotChangedIsNotReadAgainForTheList() throws IOException {
        Path manifest = copied("unchanged").resolve("manifest.json");
        assertThat(listed("unchanged").path("title").asText()).isNotEmpty();
        FileTime then = Files.getLastModifiedTime(manifest);
        try (FileChannel file = FileChannel.open(manifest, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap("nothing".getBytes(StandardCharsets.UTF_8)));
        }
        Files.setLastModifiedTime(manifest, then);
        assertThat(listed("unchanged").path("title").asText()).isNotEmpty();
        Files.setLastModifiedTime(manifest, FileTime.fromMillis(then.toMillis() + 1));
        assertThat(listed("unchanged").path("status").asText()).isEqualTo("invalid");
    }

    private static JsonNode listed(String run) {
        for (JsonNode each : json(ask("GET", "/api/runs", "")).path("runs")) {
            if (each.path("run").asText().equals(run)) {
                return each;
            }
        }
        throw new AssertionError("there is no " + run);
    }

    @Test
    void onlyOfALivingCellIsThePhaseOneOfItsCycle() throws IOException {
        Path run = Files.createDirectories(runs.resolve("cells"));
        Files.writeString(run.resolve("manifest.json"), "{}");
        ZarrGroup.create(run.resolve("cells"), ZarrAttributes.none());
        ZarrGroup frame = ZarrGroup.create(
                run.resolve("cells/frame-000000"),
                ZarrAttributes.none()
                        .with("time", 0.0)
                        .with("cells", 2)
                        .with("types", List.of("tumour"))
                        .with("fates", Fate.WORDS)
                        .with("phases", List.of("G0/G1, S"))
                        .with("lower", new double[3])
                        .with("upper", new double[] {1, 1, 1}));
        try (ZarrArrayWriter ids =
                frame.array("id", ZarrType.INT64, ZarrAttributes.none().with("name", "id"), 2)) {
            ids.add(4L);
            ids.add(7L);
        }
        column(frame, "type", "type", 0, 0);
        column(frame, "fate", "fate", Fate.ALIVE, Fate.APOPTOTIC);
        column(frame, "phase", "phase", 0, 0);
        column(frame, "last", "type of the last attacker", 0, -1);
        assertThat(words(0)).containsExactly("tumour", "G0/G1");
        assertThat(words(1)).containsExactly("none");
        assertThat(json(ask("GET", "/api/runs/cells/frames/0/cells/7?by=id", ""))
                        .path("fate")
                        .asText())
                .isEqualTo(Fate.WORDS.get(Fate.APOPTOTIC));
        assertThat(ask("GET", "/api/runs/cells/frames/0/cells/5?by=id", "").statusCode())
                .isEqualTo(404);
        assertThat(new String(
                        ask("GET", "/api/runs/cells/frames/0/cells.csv", "").body(), StandardCharsets.UTF_8))
                .startsWith(
                        "fate,id,type of the last attacker,phase,type\n" + Fate.WORDS.getFirst() + ",4,0,0,tumour\n");
    }

    private static void column(ZarrGroup frame, String array, String name, int... values) {
        try (ZarrArrayWriter writer = frame.array(
                array, ZarrType.INT32, ZarrAttributes.none().with("name", name).with("unit", ""), values.length)) {
            Arrays.stream(values).forEach(value -> writer.add((long) value));
        }
    }

    private static List<String> words(int cell) {
        return json(ask("GET", "/api/runs/cells/frames/0/cells/" + cell, "")).findValuesAsText("words");
    }

    @Test
    void dataThatWereGivenToTheLabAreFitted() {
        HttpResponse<byte[]> given =
                ask("POST", "/api/uploads/scans.csv", "time [d],T [cells]\n0,5e6\n7,1e7\n14,3e7\n");
        String file = json(given).path("studies").path(0).asText();
        HttpResponse<byte[]> answer = ask(
                "POST",
                "/api/check",
                "{\"command\": \"fit\", \"study\": \"kuznetsov1994\", \"vary\": [\"a=0.05:0.5\"], \"data\": \"" + file
                        + "\"}");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"kind\"");
        assertThat(answer.statusCode()).isEqualTo(Answer.OK);
    }

    @Test
    void notesAreKeptBesideARun() {
        String path = "/api/runs/" + RUN + "/notes";
        assertThat(json(ask("GET", path, "")).path("text").asText()).isEmpty();
        assertThat(ask("PUT", path, "{\"text\": \"dormant; see Table 1\"}").statusCode())
                .isEqualTo(Answer.OK);
        assertThat(json(ask("GET", path, "")).path("text").asText()).isEqualTo("dormant; see Table 1");
        assertThat(runs.resolve(RUN))
                .isDirectoryNotContaining(file -> file.toString().contains("notes"));
        assertThat(ask("PUT", path, "{\"words\": \"\"}").statusCode()).isEqualTo(Refusal.BAD_REQUEST);
        assertThat(ask("PUT", "/api/runs/none/notes", "{\"text\": \"\"}").statusCode())
                .isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void aRunIsTakenAwayAsAnArchive() throws IOException {
        HttpResponse<byte[]> answer = ask("GET", "/api/runs/" + RUN + "/archive", "");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"" + RUN + ".zip\"");
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                names.add(each.getName());
            }
        }
        assertThat(names)
                .contains(RUN + "/manifest.json", RUN + "/study.yaml", RUN + "/tables/timecourse.csv")
                .noneMatch(name -> name.contains("/."));
    }

    @Test
    void aTherapyIsToldDoseByDose() {
        ObjectNode told = json(ask(
                "POST",
                "/api/doses",
                "{\"therapy\": \"nivolumab 3 mg/kg IV q2w x 3\", \"duration\": \"90 d\", \"weight\": \"80 kg\"}"));
        assertThat(told.path("doses").findValuesAsText("day")).containsExactly("0.0", "14.0", "28.0");
        assertThat(told.path("doses").path(0).path("amount").asText()).isEqualTo("240 mg");
        HttpResponse<byte[]> many = ask(
                "POST",
                "/api/doses",
                "{\"therapy\": \"nivolumab 1 mg every 2 d\\nipilimumab 1 mg every 2 d\", \"duration\": \"400 years\"}");
        assertThat(many.statusCode()).isEqualTo(Refusal.INVALID);
        assertThat(problem(many)).contains("more than 100000 doses");
        HttpResponse<byte[]> wrong =
                ask("POST", "/api/doses", "{\"therapy\": \"nivolumab 3 q2w\\nipilimumab 1 mg/kg q3\"}");
        assertThat(wrong.statusCode()).isEqualTo(Refusal.INVALID);
        assertThat(json(wrong).path("problems").findValuesAsText("line")).contains("1", "2");
    }

    @Test
    void eachValueOfAModelSaysWhereItIsUsedAndFrom() {
        ObjectNode found = json(ask("GET", "/api/values/kuznetsov1994", ""));
        ObjectNode influx = (ObjectNode) found.path("values").path(0);
        assertThat(influx.path("name").asText()).isEqualTo("s");
        assertThat(influx.path("unit").asText()).isEqualTo("cells/d");
        assertThat(influx.path("source").asText()).contains("Kuznetsov");
        assertThat(influx.path("used").path(0).asText()).isEqualTo("E'");
        assertThat(json(ask("GET", "/api/values/tumour-and-t-cells", ""))
                        .path("values")
                        .size())
                .isGreaterThan(50);
        assertThat(ask("GET", "/api/values/nothing", "").statusCode()).isEqualTo(Refusal.INVALID);
    }

    @Test
    void whatThePageOnEvidenceSaysWasFoundStandsInThePageThatItNames() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path root =
                Files.exists(here.resolve("docs")) ? here : here.resolve("..").normalize();
        for (JsonNode each : json(ask("GET", "/checked.json", "")).path("checked")) {
            String page = Files.readString(root.resolve(each.path("page").asText()));
            for (JsonNode quote : each.path("quotes")) {
                assertThat(page).contains(quote.asText());
                assertThat(each.path("found").asText())
                        .contains(quote.asText().replace("|", "").strip());
            }
        }
    }

    @Test
    void tablesAnswerQuestionsAndNothingElseDoes() {
        String path = "/api/runs/" + RUN + "/query";
        ObjectNode found = json(
                ask("POST", path, "{\"sql\": \"select count(*) as n from timecourse where \\\"T [cells]\\\" > 0\"}"));
        assertThat(found.path("header").path(0).asText()).as(found.toString()).isEqualTo("n");
        assertThat(found.path("rows").path(0).path(0).asLong()).isGreaterThan(10);
        for (String sql : List.of(
                "select * from read_csv('/etc/passwd')",
                "copy timecourse to '/tmp/stolen.csv'",
                "attach '/tmp/other.db'",
                "set enable_external_access = true",
                "install httpfs")) {
            HttpResponse<byte[]> answer = ask("POST", path, "{\"sql\": \"" + sql + "\"}");
            assertThat(answer.statusCode()).as(sql).isEqualTo(Refusal.INVALID);
        }
        ObjectNode both = json(ask(
                "POST",
                path,
                "{\"sql\": \"select count(*) from \\\"a.timecourse\\\" a join \\\"b.timecourse\\\" b using (\\\"time [d]\\\")\","
                        + " \"beside\": \"" + RUN + "\"}"));
        assertThat(both.path("rows").path(0).path(0).asLong()).isGreaterThan(10);
    }
}
