package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.Json;

/// What people write about a run. It is kept in the lab's own folder: a run stays as it was written.
final class NotesApi {

    private static final int LONGEST = 100_000;

    private final LabFolder folder;

    NotesApi(LabFolder folder) {
        this.folder = folder;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/runs/{run}/notes", (_, parts) -> read(file(parts)))
                .add("PUT", "/api/runs/{run}/notes", (request, parts) -> write(request, file(parts)));
    }

    private Path file(Map<String, String> parts) {
        String run = parts.getOrDefault("run", "");
        folder.open(run);
        return folder.notes().resolve(run + ".txt");
    }

    private static Answer read(Path file) throws IOException {
        return Answer.json(Json.object().put("text", Files.isRegularFile(file) ? Files.readString(file) : ""));
    }

    private static Answer write(Request request, Path file) throws IOException {
        ObjectNode body = request.json();
        if (body.size() != 1 || !body.path("text").isTextual()) {
            throw new Refusal(Refusal.BAD_REQUEST, "an object with a \"text\", and nothing else, was expected");
        }
        String text = body.path("text").asText();
        if (text.length() > LONGEST) {
            throw new Refusal(Refusal.TOO_LARGE, "notes of a run have at most " + LONGEST + " letters");
        }
        if (text.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            AtomicFile.write(file, text);
        }
        return read(file);
    }
}
