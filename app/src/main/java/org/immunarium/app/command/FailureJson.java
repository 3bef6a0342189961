package org.immunarium.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.app.ExitCode;
import org.immunarium.results.Json;
import org.immunarium.units.Problem;

/// What a program that asked for JSON is told of a command that did not end well.
public final class FailureJson {

    private FailureJson() {}

    /// One object with `status`, `exit code`, `run` (where one has begun) and `problems`; each of
    /// these has a `message` of what was found and what was expected, and `file` (or the `option` of
    /// the command line), `line` and `element` where they are known.
    public static String text(ExitCode code, List<Problem> problems, Optional<Path> run) {
        ObjectNode root = Json.object();
        root.put("status", code.status());
        root.put("exit code", code.code());
        run.ifPresent(folder -> root.put("run", folder.toString()));
        ArrayNode array = root.putArray("problems");
        for (Problem problem : problems) {
            ObjectNode each = array.addObject();
            if (!problem.source().isEmpty()) {
                each.put(problem.source().startsWith("--") ? "option" : "file", problem.source());
            }
            problem.line().ifPresent(line -> each.put("line", line));
            problem.element().ifPresent(element -> each.put("element", element));
            each.put("message", problem.message());
        }
        return Json.text(root);
    }
}
