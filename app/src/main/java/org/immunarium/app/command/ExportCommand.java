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
            description = {
                "csv: all time courses in one long table (variant, time, column, unit, value);",
                "sbml: the model in SBML level 3 version 2, with the values used and the doses given, so that it runs by"
                        + " itself; one file for each variant"
            })
    private RunExport.Format format = RunExport.Format.CSV;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description =
                    "only this one of a run's variants (arms), by the name of its folder in tables/; all unless given")
    private @Nullable String variant;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "where to; unless given timecourse-long.csv or model.xml in the run's folder. The model of a"
                    + " variant has its name before that: chemotherapy-model.xml")
    private @Nullable Path to;

    @Override
    public Integer call() {
        RunExport.write(RunFolder.open(run), format, Optional.ofNullable(variant), Optional.ofNullable(to))
                .forEach(System.out::println);
        return ExitCode.DONE.code();
    }
}
