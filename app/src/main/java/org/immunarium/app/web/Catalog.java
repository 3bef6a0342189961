package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.util.Map;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.results.Json;
import org.immunarium.study.Overrides;
import org.immunarium.study.explain.Explanation;
import org.immunarium.study.run.ShippedStudy;
import org.immunarium.study.tissue.model.ShippedTissueModel;
import org.immunarium.therapy.drug.DrugInWords;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.InvalidInputException;

/// What comes along: studies, models and drugs, and what is in them.
final class Catalog {

    private static final int LONGEST_QUESTION = 500;

    private Catalog() {}

    static void addTo(Routes routes) {
        routes.add("GET", "/api/catalog", (_, _) -> all())
                .add("GET", "/api/studies/{name…}", (_, parts) -> study(parts))
                .add("GET", "/api/explain", (request, _) -> explain(request));
    }

    private static Answer all() {
        ObjectNode root = Json.object();
        ArrayNode studies = root.putArray("studies");
        for (ShippedStudy each : ShippedStudy.ALL) {
            studies.addObject()
                    .put("name", each.name())
                    .put("title", each.title())
                    .put("expected", each.expected());
        }
        ArrayNode models = root.putArray("models");
        ShippedModels.all()
                .forEach(each -> models.addObject()
                        .put("name", each.name())
                        .put("title", each.title())
                        .put("scale", "patient")
                        .put("cancer", SolidCancer.find(each.name()).isPresent()));
        ShippedTissueModel.ALL.forEach(each -> models.addObject()
                .put("name", each.name())
                .put("title", each.title())
                .put("scale", "tissue"));
        ArrayNode drugs = root.putArray("drugs");
        Drugs.all().forEach(each -> drugs.addObject().put("name", each.name()).put("title", DrugInWords.line(each)));
        return Answer.json(root);
    }

    private static Answer study(Map<String, String> parts) {
        return ShippedStudy.find(parts.getOrDefault("name", ""))
                .map(each -> Answer.text("text/plain", each.text()))
                .orElseThrow(() -> new Refusal(Refusal.NOT_FOUND, "no study of this name comes along"));
    }

    private static Answer explain(Request request) {
        String what = request.query("what").orElse("");
        if (what.isBlank() || what.length() > LONGEST_QUESTION || isFile(what)) {
            throw new Refusal(Refusal.BAD_REQUEST, "a model, study, drug or therapy was expected after ?what=");
        }
        try {
            return Answer.text("text/plain", Explanation.of(what, Overrides.NONE));
        } catch (InvalidInputException e) {
            throw new Refusal(Refusal.INVALID, e.problems());
        }
    }

    /// A study or a model that comes along, by its name: a browser names no file of this machine.
    ///
    /// @throws Refusal if it is none
    static String checked(String name) {
        boolean known = ShippedStudy.find(name).isPresent()
                || ShippedModels.find(name).isPresent()
                || ShippedTissueModel.find(name).isPresent();
        if (!known || isFile(name)) {
            throw new Refusal(Refusal.INVALID, "no study or model named \"" + name + "\" comes along");
        }
        return name;
    }

    /// Whether there is a file of this name, which the command line would take.
    private static boolean isFile(String name) {
        boolean shipped = ShippedStudy.find(name).isPresent();
        return !shipped && (new File(name).exists() || name.startsWith("/") || name.contains(".."));
    }
}
