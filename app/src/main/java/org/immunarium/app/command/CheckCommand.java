package org.immunarium.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.immunarium.app.ExitCode;
import org.immunarium.app.Terminal;
import org.immunarium.results.Json;
import org.immunarium.study.Overrides;
import org.immunarium.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `immunarium check STUDY`.
@Command(name = "check", description = "Reads and checks everything that a study needs, and runs nothing.")
public final class CheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "STUDY",
            description = "a study file, an SBML file, or the name of a shipped study or model")
    private String study = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @Override
    public Integer call() {
        return check(study, options.overrides(), json, Terminal.ofProcess());
    }

    /// Checks a study and says what would run.
    ///
    /// @param study as on the command line
    /// @return the exit code
    static int check(String study, Overrides overrides, boolean json, Terminal terminal) {
        StudyRun run = StudyRun.prepare(study, overrides);
        run.prepared().notices().forEach(terminal::note);
        if (json) {
            ObjectNode root = Json.object();
            root.put("status", "valid");
            root.put("exit code", ExitCode.DONE.code());
            root.put("title", run.prepared().title());
            run.prepared().method().forEach(root::put);
            System.out.print(Json.text(root));
            return ExitCode.DONE.code();
        }
        terminal.say(study + " can run:");
        run.prepared().method().forEach((what, how) -> terminal.say("  " + what + ": " + how));
        run.prepared()
                .variants()
                .forEach(variant -> terminal.say("  variant " + variant.id() + ": " + variant.given()));
        return ExitCode.DONE.code();
    }
}
