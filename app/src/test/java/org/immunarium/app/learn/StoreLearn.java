package org.immunarium.app.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunarium.results.Json;

/// Runs experiments of the page Learn twenty times each, the trial of its last one 200 times, and writes what they
/// came to beside the page, by the names of [LearnRuns#STORED]:
///
///     java … org.immunarium.app.learn.StoreLearn FOLDER VERSION patrol …
///
/// With `-Dimmunarium.learn.threads=1` on one thread instead of two.
///
/// It is to be run whenever a study of theirs, its model or the engine changes; `StoredLearnTest` says when.
public final class StoreLearn {

    /// What the page reads of tissues, of patients and of trials.
    static final List<String> KEPT = List.of(
            "final live",
            "initial live",
            "min live",
            "killed",
            "departed tumour",
            "lost to chemotherapy tumour",
            "final without neoantigen tumour",
            "patients",
            "hazard ratio OS",
            "p OS",
            "alive",
            "complete",
            "responses",
            "relapses",
            "severe",
            "cost");

    private StoreLearn() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String id : List.of(arguments).subList(2, arguments.length)) {
            LearnRuns runs = LearnRuns.anew(id, Integer.getInteger("immunarium.learn.threads", 2));
            Files.writeString(
                    folder.resolve(id + ".json"),
                    Json.line(runs.stored(id, arguments[1], KEPT)).replace("{\"seed\"", "\n{\"seed\"") + "\n");
        }
    }
}
