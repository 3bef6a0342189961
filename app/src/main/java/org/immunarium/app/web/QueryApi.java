package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.immunarium.results.Json;
import org.immunarium.results.RunFolder;
import org.immunarium.results.TableQuery;

/// Questions in SQL to the tables of one run, or of two that are compared: they see these tables and nothing else.
final class QueryApi {

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_SECONDS = 10;
    private static final int MOST_LETTERS = 20_000;

    /// Questions at one time: each has its tables in memory.
    private final Semaphore places = new Semaphore(2);

    private final LabFolder folder;

    QueryApi(LabFolder folder) {
        this.folder = folder;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/api/runs/{run}/query", (request, parts) -> ask(request, parts.getOrDefault("run", "")));
    }

    private Answer ask(Request request, String run) throws IOException {
        ObjectNode body = request.json();
        Set<String> known = Set.of("sql", "beside");
        body.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new Refusal(Refusal.BAD_REQUEST, "\"" + key + "\" means nothing here; known are " + known);
            }
        });
        String sql = body.path("sql").asText();
        if (!body.path("sql").isTextual() || sql.isBlank() || sql.length() > MOST_LETTERS) {
            throw new Refusal(Refusal.BAD_REQUEST, "\"sql\", at most " + MOST_LETTERS + " letters, was expected");
        }
        Map<String, RunFolder> runs = new LinkedHashMap<>();
        if (body.has("beside")) {
            runs.put("a", folder.open(run));
            runs.put("b", folder.open(body.path("beside").asText()));
        } else {
            runs.put("", folder.open(run));
        }
        if (!places.tryAcquire()) {
            throw new Refusal(Refusal.BUSY, "other questions are being answered; ask again in a moment");
        }
        try (TableQuery query = TableQuery.of(runs)) {
            return Answer.json(tree(query, query.ask(sql, MOST_ROWS, MOST_SECONDS)));
        } finally {
            places.release();
        }
    }

    private static ObjectNode tree(TableQuery query, TableQuery.Answer answer) {
        ObjectNode root = Json.object();
        ArrayNode tables = root.putArray("tables");
        query.names().forEach(tables::add);
        ArrayNode header = root.putArray("header");
        answer.header().forEach(header::add);
        ArrayNode rows = root.putArray("rows");
        answer.rows().forEach(row -> {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> {
                switch (cell) {
                    case Long whole -> cells.add(whole);
                    case Double number when Double.isFinite(number) -> cells.add(number);
                    default -> cells.add(cell.toString());
                }
            });
        });
        root.put("more", answer.more());
        return root;
    }
}
