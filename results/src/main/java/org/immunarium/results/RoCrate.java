package org.immunarium.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The run as a research object that archives and workflow tools understand.
///
/// Source: RO-Crate Metadata Specification 1.1, <https://w3id.org/ro/crate/1.1>.
public final class RoCrate {

    /// The file's name, which the specification fixes.
    public static final String FILE = "ro-crate-metadata.json";

    private static final String PROGRAM = "#immunarium";
    private static final String ACTION = "#run";

    private RoCrate() {}

    static ObjectNode describe(Manifest manifest) {
        ObjectNode root = Json.object();
        root.put("@context", "https://w3id.org/ro/crate/1.1/context");
        ArrayNode graph = root.putArray("@graph");

        ObjectNode descriptor = entity(graph, FILE, "CreativeWork");
        reference(descriptor, "conformsTo", "https://w3id.org/ro/crate/1.1");
        reference(descriptor, "about", "./");

        ObjectNode dataset = entity(graph, "./", "Dataset");
        dataset.put("name", manifest.title());
        dataset.put(
                "description",
                "A simulation run (" + manifest.study() + ", "
                        + manifest.status().text() + "), for research and teaching, not for the care of patients.");
        dataset.put(
                "datePublished", manifest.finished().orElse(manifest.started()).toString());
        dataset.put("license", "No licence is stated by the program: it is for whoever made the run to say.");
        ArrayNode parts = dataset.putArray("hasPart");
        parts.addObject().put("@id", Manifest.FILE);
        manifest.outputs().forEach(file -> parts.addObject().put("@id", file.file()));
        reference(dataset, "mentions", ACTION);

        ObjectNode action = entity(graph, ACTION, "CreateAction");
        action.put("name", "immunarium " + String.join(" ", manifest.command()));
        reference(action, "instrument", PROGRAM);
        action.put("startTime", manifest.started().toString());
        manifest.finished().ifPresent(end -> action.put("endTime", end.toString()));
        ArrayNode objects = action.putArray("object");
        for (int i = 0; i < manifest.inputs().size(); i++) {
            objects.addObject().put("@id", "#input-" + (i + 1));
        }
        ArrayNode results = action.putArray("result");
        manifest.outputs().forEach(file -> results.addObject().put("@id", file.file()));

        ObjectNode program = entity(graph, PROGRAM, "SoftwareApplication");
        program.put("name", "Immunarium");
        program.put("softwareVersion", manifest.build().inWords());
        program.put("identifier", "sha256:" + manifest.build().code());

        entity(graph, Manifest.FILE, "File").put("encodingFormat", "application/json");
        for (Fingerprint file : manifest.outputs()) {
            boolean folder = file.file().endsWith("/");
            describe(entity(graph, file.file(), folder ? "Dataset" : "File"), file);
        }
        for (int i = 0; i < manifest.inputs().size(); i++) {
            Fingerprint file = manifest.inputs().get(i);
            describe(entity(graph, "#input-" + (i + 1), "CreativeWork").put("name", file.file()), file);
        }
        return root;
    }

    private static void describe(ObjectNode entity, Fingerprint file) {
        entity.put("contentSize", Long.toString(file.bytes()));
        entity.put("sha256", file.sha256());
        entity.put("encodingFormat", mediaType(file.file()));
    }

    private static String mediaType(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "csv" -> "text/csv";
            case "html" -> "text/html";
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "yaml", "yml" -> "application/yaml";
            case String folder when folder.endsWith("/") -> "application/vnd.zarr";
            default -> "application/octet-stream";
        };
    }

    private static ObjectNode entity(ArrayNode graph, String id, String type) {
        return graph.addObject().put("@id", id).put("@type", type);
    }

    private static void reference(ObjectNode from, String property, String to) {
        from.putObject(property).put("@id", to);
    }
}
