package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.results.Json;
import org.immunarium.results.Manifest;
import org.immunarium.study.Overrides;
import org.immunarium.study.patient.ModelValue;
import org.immunarium.study.patient.ModelValues;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Quantity;

/// The values of what comes along, in rows: each with its unit, how sure it is, who says so and what depends on it.
final class ValuesApi {

    /// What comes along does not change: each answer is made once.
    private static final Map<String, Answer> MADE = new ConcurrentHashMap<>();

    private ValuesApi() {}

    static void addTo(Routes routes) {
        routes.add("GET", "/api/values/{name…}", (_, parts) -> values(parts));
    }

    private static Answer values(Map<String, String> parts) {
        return MADE.computeIfAbsent(Catalog.checked(parts.getOrDefault("name", "")), ValuesApi::made);
    }

    private static Answer made(String name) {
        ObjectNode root = Json.object();
        root.put("name", name);
        ArrayNode rows = root.putArray("values");
        Optional<PublishedModel> model = ShippedModels.find(name);
        if (model.isPresent()) {
            root.put("title", model.get().title());
            root.put("citation", model.get().citation());
            ModelValues.of(model.get()).forEach(each -> add(rows, each));
        } else {
            prepared(root, rows, name);
        }
        return Answer.json(root);
    }

    private static void add(ArrayNode rows, ModelValue value) {
        ObjectNode row = rows.addObject()
                .put("name", value.name())
                .put("value", value.value())
                .put("unit", value.unit())
                .put("meaning", value.meaning())
                .put("certainty", value.certainty())
                .put("source", value.source())
                .put("note", value.note());
        ArrayNode uses = row.putArray("used");
        value.usedIn().forEach(uses::add);
    }

    /// Of a study, or a model of a tissue: what a run would write into its manifest.
    private static void prepared(ObjectNode root, ArrayNode rows, String name) {
        try {
            StudyRun run = StudyRun.prepare(name, Overrides.NONE);
            root.put("title", run.prepared().title());
            root.put("citation", "");
            for (Manifest.Setting each : run.prepared().parameters()) {
                ObjectNode row = rows.addObject()
                        .put("name", each.name())
                        .put("value", Quantity.number(each.value()))
                        .put("unit", each.unit())
                        .put("meaning", "")
                        .put("certainty", each.origin())
                        .put("source", each.source())
                        .put("note", "");
                row.putArray("used");
            }
        } catch (InvalidInputException e) {
            throw new Refusal(Refusal.INVALID, e.problems());
        }
    }
}
