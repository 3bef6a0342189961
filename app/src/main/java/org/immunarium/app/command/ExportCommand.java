package org.immunarium.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunarium.app.ExitCode;
import org.immunarium.results.RunFolder;
import org.immunarium.study.export.RunExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `immunarium export RUN --as FORMAT`.
@Command(name = "export", description = "Writes a run in another tool's format.")
public final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "the run's folder")
    private Path run = Path.of("");

    @Option(
            names = "--as",
            required = true,
            paramLabel = "FORMAT",
            description =
                    "sbml: the model with the values used, in SBML level 3 version 2; csv: all time courses in one long table")
    private RunExport.Format format = RunExport.Format.CSV;

    @Option(names = "--to", paramLabel = "FILE", description = "where to; beside the run's tables unless given")
    private @Nullable Path to;

    @Override
    public Integer call() {
        RunExport.write(RunFolder.open(run), format, Optional.ofNullable(to)).forEach(System.out::println);
        return ExitCode.DONE.code();
    }
}
