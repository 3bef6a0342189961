package org.immunarium.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.immunarium.app.ExitCode;
import org.immunarium.app.Terminal;
import org.immunarium.results.Fingerprint;
import org.immunarium.results.Json;
import org.immunarium.results.Manifest;
import org.immunarium.study.report.Report;
import org.immunarium.study.run.StudyRun;

/// Says what a run gave, to people or to a program.
final class OutcomePrinter {

    private OutcomePrinter() {}

    static int print(StudyRun.Outcome outcome, boolean json, Terminal terminal) {
        if (json) {
            System.out.print(Json.text(json(outcome)));
        } else {
            say(outcome, terminal);
        }
        return ExitCode.DONE.code();
    }

    /// Prints one object for several runs.
    static int print(List<StudyRun.Outcome> outcomes) {
        ObjectNode root = Json.object();
        root.put("status", Manifest.Status.DONE.text());
        root.put("exit code", ExitCode.DONE.code());
        ArrayNode runs = root.putArray("runs");
        outcomes.forEach(outcome -> runs.add(json(outcome)));
        System.out.print(Json.text(root));
        return ExitCode.DONE.code();
    }

    static void say(StudyRun.Outcome outcome, Terminal terminal) {
        outcome.findings().forEach(line -> terminal.say("  " + line));
        terminal.say("  report   " + outcome.folder().file(Report.FILE));
        terminal.say("  tables   " + outcome.folder().tables());
    }

    private static ObjectNode json(StudyRun.Outcome outcome) {
        Manifest manifest = outcome.manifest();
        ObjectNode root = Json.object();
        root.put("status", manifest.status().text());
        root.put("exit code", ExitCode.DONE.code());
        root.put("run", outcome.folder().path().toString());
        root.put("report", outcome.folder().file(Report.FILE).toString());
        root.put("title", manifest.title());
        root.put("seed", manifest.seed());
        ObjectNode seconds = root.putObject("seconds");
        manifest.timings().forEach(seconds::put);
        ArrayNode findings = root.putArray("findings");
        outcome.findings().forEach(findings::add);
        ArrayNode notices = root.putArray("notices");
        manifest.notices().forEach(notices::add);
        ArrayNode files = root.putArray("files");
        manifest.outputs().stream().map(Fingerprint::file).forEach(files::add);
        return root;
    }
}
