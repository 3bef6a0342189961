package org.immunarium.app.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunarium.results.Json;

/// Runs experiments of the page Learn twenty times each, and writes what they came to beside the page:
///
///     java … org.immunarium.app.learn.StoreLearn FOLDER VERSION patrol …
///
/// It is to be run whenever a study of theirs, its model or the engine changes; `StoredLearnTest` says when.
public final class StoreLearn {

    /// What the page reads of tissues, of patients and of trials.
    static final List<String> KEPT = List.of(
            "final live",
            "initial live",
            "min live",
            "killed",
            "lost to chemotherapy tumour",
            "final without neoantigen tumour",
            "patients",
            "median OS",
            "mean OS",
            "hazard ratio",
            "p OS",
            "alive",
            "complete",
            "responses",
            "severe",
            "cost");

    private StoreLearn() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String id : List.of(arguments).subList(2, arguments.length)) {
            LearnRuns runs = LearnRuns.of("learn/" + id, 1, LearnRuns.ALL, List.of());
            Files.writeString(
                    folder.resolve(id + ".json"),
                    Json.line(runs.stored(arguments[1], KEPT)).replace("{\"seed\"", "\n{\"seed\"") + "\n");
        }
    }
}
