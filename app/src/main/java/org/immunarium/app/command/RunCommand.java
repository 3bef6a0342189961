package org.immunarium.app.command;

import java.util.concurrent.Callable;
import org.immunarium.app.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `immunarium run STUDY`.
@Command(name = "run", description = "Runs a study and writes a run folder with tables and a report.")
public final class RunCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "STUDY",
            description = "a study file, an SBML file, or the name of a shipped study or model")
    private String study = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Override
    public Integer call() {
        return running.run(study, options.overrides(), Terminal.ofProcess());
    }
}
