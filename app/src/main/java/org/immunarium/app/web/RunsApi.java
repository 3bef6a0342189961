package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.immunarium.results.Json;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.study.Overrides;
import org.immunarium.study.report.Report;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;

/// Runs: started, watched, stopped, gone on with, and read.
final class RunsApi {

    private static final String RUN = "run";

    /// Browsers that watch a run at one time.
    private static final int MOST_WATCHING = 200;

    private static final int BUFFER = 1 << 16;
    private static final long LOOK_MILLIS = 200;
    private static final long SAY_SOMETHING_MILLIS = 10_000;

    private final LabFolder folder;
    private final RunQueue queue;
    private final GivenFiles given;
    private final RunDescription descriptions;
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger watching = new AtomicInteger();

    RunsApi(LabFolder folder, RunQueue queue, GivenFiles given) {
        this.folder = folder;
        this.queue = queue;
        this.given = given;
        this.descriptions = new RunDescription(folder, queue);
    }

    void addTo(Routes routes) {
        routes.add("POST", "/api/check", (request, _) -> check(request))
                .add("GET", "/api/runs", (_, _) -> all())
                .add("POST", "/api/runs", (request, _) -> start(request))
                .add(
                        "GET",
                        "/api/runs/{run}",
                        (_, parts) -> Answer.json(descriptions.whole(parts.getOrDefault(RUN, ""))))
                .add("POST", "/api/runs/{run}/stop", (_, parts) -> stop(parts.getOrDefault(RUN, "")))
                .add("POST", "/api/runs/{run}/resume", (_, parts) -> resume(parts.getOrDefault(RUN, "")))
                .add(
                        "POST",
                        "/api/runs/{run}/twin",
                        (request, parts) -> twin(request.json(), parts.getOrDefault(RUN, "")))
                .add("GET", "/api/runs/{run}/events", (_, parts) -> events(parts.getOrDefault(RUN, "")))
                .add("GET", "/api/runs/{run}/study", (_, parts) -> file(parts, "study.yaml", "text/plain"))
                .add("GET", "/api/runs/{run}/manifest", (_, parts) -> file(parts, Manifest.FILE, "application/json"))
                .add(
                        "GET",
                        "/api/runs/{run}/report",
                        (_, parts) ->
                                file(parts, Report.FILE, "text/html").with(SafeHeaders.POLICY, SafeHeaders.WRITTEN))
                .add("GET", "/api/runs/{run}/tables/{table…}", (_, parts) -> table(parts))
                .add("GET", "/api/runs/{run}/figures", (_, parts) -> figures(parts.getOrDefault(RUN, "")));
    }

    private Answer all() {
        ObjectNode root = Json.object();
        ArrayNode runs = root.putArray("runs");
        Set<String> names = new LinkedHashSet<>(queue.names().reversed());
        names.addAll(folder.names());
        descriptions.briefs(names).forEach(runs::add);
        return Answer.json(root);
    }

    private Answer check(Request request) throws IOException {
        ObjectNode body = request.json();
        return given.keeping(() -> checked(AskedRun.of(body, folder, folder.newName("checked", clock))));
    }

    private static Answer checked(AskedRun asked) {
        StudyRun run;
        try {
            run = asked.prepared();
        } finally {
            asked.forget();
        }
        ObjectNode root = Json.object();
        root.put("title", run.prepared().title());
        root.put("kind", run.study().kind());
        ArrayNode notices = root.putArray("notices");
        run.prepared().notices().forEach(notices::add);
        return Answer.json(root);
    }

    private Answer start(Request request) throws IOException {
        ObjectNode body = request.json();
        if (body.has("text")) {
            given.room(body.path("text").asText().getBytes(StandardCharsets.UTF_8).length);
        }
        return given.keeping(() -> started(AskedRun.of(body, folder, folder.newName("study", clock))));
    }

    private Answer started(AskedRun asked) {
        try {
            String name = folder.newName(asked.prepared().prepared().title(), clock);
            queue.add(name, asked.arguments(folder.path(name)));
            return Answer.json(descriptions.brief(name)).withStatus(Answer.CREATED);
        } catch (RuntimeException | Error refused) {
            asked.forget();
            throw refused;
        }
    }

    private Answer stop(String run) {
        folder.path(run);
        refuseElsewhere(run);
        queue.stop(run);
        return Answer.json(descriptions.brief(run));
    }

    private void refuseElsewhere(String run) {
        if (descriptions.isElsewhere(run)) {
            throw new Refusal(
                    Refusal.CONFLICT,
                    "this run is run by another process, such as a command line: it is stopped there (Ctrl-C)");
        }
    }

    /// Goes on with a run where it stopped; one that was stopped before it began begins.
    private Answer resume(String run) {
        if (!folder.isBegun(run)) {
            queue.again(run);
            return Answer.json(descriptions.brief(run));
        }
        refuseElsewhere(run);
        RunFolder opened = folder.open(run);
        if (Manifest.read(opened).status() == Manifest.Status.DONE) {
            throw new Refusal(Refusal.CONFLICT, "this run is done; nothing is left to go on with");
        }
        queue.add(run, List.of("resume", opened.path().toString(), "--json"));
        return Answer.json(descriptions.brief(run));
    }

    /// Starts the same once more, from what the run kept, with something given besides: until then the two have the
    /// same cells and the same luck.
    private Answer twin(ObjectNode body, String run) {
        String before = folder.open(run).path().toString();
        List<String> given = new ArrayList<>();
        body.path("give").forEach(each -> given.add(each.asText()));
        if (given.isEmpty() || body.size() != 1) {
            throw new Refusal(Refusal.BAD_REQUEST, "regimens to \"give\" were expected, and nothing else");
        }
        String title;
        try {
            title = StudyRun.prepare(before, Overrides.NONE.withGiven(given))
                    .prepared()
                    .title();
        } catch (InvalidInputException e) {
            throw new Refusal(Refusal.INVALID, e.problems());
        }
        String name = folder.newName(title, clock);
        List<String> arguments = new ArrayList<>(
                List.of("run", before, "--json", "--out", folder.path(name).toString()));
        given.forEach(each -> arguments.add("--give=" + each));
        queue.add(name, arguments);
        return Answer.json(descriptions.brief(name)).withStatus(Answer.CREATED);
    }

    /// Says what the run has come to whenever that changes, until it has ended. Whoever listens slowly is told less
    /// often: what nobody read is not kept.
    private Answer events(String run) {
        descriptions.whole(run);
        if (watching.get() >= MOST_WATCHING) {
            throw new Refusal(Refusal.BUSY, "too many watch already");
        }
        return Answer.stream("text/event-stream", out -> {
            watching.incrementAndGet();
            try {
                tell(run, out);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                watching.decrementAndGet();
            }
        });
    }

    private void tell(String run, OutputStream out) throws IOException, InterruptedException {
        String before = "";
        long said = System.currentTimeMillis();
        while (true) {
            ObjectNode now = descriptions.whole(run);
            String text = Json.line(now);
            long time = System.currentTimeMillis();
            if (!text.equals(before)) {
                say(out, "data: " + text);
                before = text;
                said = time;
            } else if (time - said > SAY_SOMETHING_MILLIS) {
                say(out, ": ");
                said = time;
            }
            if (!RunDescription.UNDER_WAY.contains(now.path("status").asText())) {
                say(out, "event: end\ndata: {}");
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static void say(OutputStream out, String event) throws IOException {
        out.write((event + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private Answer file(Map<String, String> parts, String name, String type) throws IOException {
        Path run = folder.open(parts.getOrDefault(RUN, "")).path();
        return Answer.bytes(type + "; charset=utf-8", Files.readAllBytes(LabFolder.within(run, name)));
    }

    private Answer table(Map<String, String> parts) throws IOException {
        Path tables = folder.open(parts.getOrDefault(RUN, "")).path().resolve(RunFolder.TABLES);
        Path file = LabFolder.within(tables, parts.getOrDefault("table", ""));
        // A run that goes on writes more of it meanwhile: what is there now is answered.
        long size = Files.size(file);
        return new Answer(
                Answer.OK, Map.of("Content-Type", "text/csv; charset=utf-8"), size, out -> copy(file, size, out));
    }

    /// The first bytes of a file.
    static void copy(Path file, long bytes, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long left = bytes;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
                if (read < 0) {
                    throw new EOFException(file + ": it has become shorter while it was read");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    /// The figures of a run's report, each with its words and its numbers.
    private Answer figures(String run) {
        RunFolder opened = folder.open(run);
        ObjectNode root = Json.object();
        ArrayNode all = root.putArray("figures");
        try {
            for (Figure figure : StudyRun.figures(opened, Manifest.read(opened))) {
                ObjectNode node = all.addObject();
                node.put("title", figure.title());
                node.put("wide", figure.isWide());
                node.put("legend", figure.legend());
                ArrayNode pictures = node.putArray("pictures");
                figure.pictures()
                        .forEach(picture -> pictures.addObject()
                                .put("scale", picture.scale())
                                .put("svg", picture.svg()));
                ArrayNode words = node.putArray("words");
                figure.inWords().forEach(words::add);
                Figure.Numbers numbers = figure.numbers();
                ArrayNode header = node.putArray("header");
                numbers.header().forEach(header::add);
                ArrayNode rows = node.putArray("rows");
                numbers.rows().forEach(row -> {
                    ArrayNode cells = rows.addArray();
                    row.forEach(cells::add);
                });
                node.put("note", numbers.note());
            }
        } catch (InvalidInputException e) {
            throw new Refusal(Refusal.CONFLICT, e.problems());
        }
        return Answer.json(root);
    }
}
