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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.immunarium.results.Json;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
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
    void aStudyNamesNoFileOutsideOfWhatTheLabWasGiven() throws IOException {
        Files.writeString(runs.resolve("outside.csv"), "TIME [d],AMT [mg]\n0,240\n");
        String text = "format: 1\\nstudy: patient\\nmodel: melanoma\\npatient: {weight: 80 kg}\\ntargets: {}\\n"
                + "therapy: {events: ../../outside.csv}\\n";
        HttpResponse<byte[]> answer = ask("POST", "/api/check", "{\"text\": \"" + text + "\"}");
        assertThat(answer.statusCode()).isBetween(400, 499);
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
