package org.immunarium.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunarium.app.ExitCode;
import org.immunarium.results.RunFolder;
import org.immunarium.study.export.Format;
import org.immunarium.study.run.RunExport;
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
                "csv: of a patient all time courses in one long table (variant, time, column, unit, value), of a tissue a"
                        + " table of cells and one of substances for each frame;",
                "sbml: a patient's model in SBML level 3 version 2, with the values used and the doses given, so that it"
                        + " runs by itself; one file for each variant;",
                "anndata: all frames of a tissue as one AnnData in Zarr, for Python and R;",
                "vtk: all frames for ParaView;",
                "simularium: all frames for the Simularium viewer;",
                "svg, png: a picture of each frame;",
                "adam: data sets of a trial as CDISC's Analysis Data Model names them (ADSL, ADTR, ADRS, ADTTE, ADAE)"
            })
    private Format format = Format.CSV;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description =
                    "only this one of a run's variants (arms), by the name of its folder in tables/; all unless given")
    private @Nullable String variant;

    @Option(
            names = "--background",
            paramLabel = "SUBSTANCE",
            description = "the substance behind the cells in pictures of a tissue; unless given the study's own")
    private @Nullable String background;

    @Option(
            names = "--to",
            paramLabel = "PLACE",
            description = "where to; unless given timecourse-long.csv, model.xml, frames-csv, anndata.zarr, vtk,"
                    + " run.simularium, pictures-svg, pictures-png or adam in the run's folder. Each of several variants has"
                    + " its name before that: chemotherapy-model.xml. A folder takes the place of no other")
    private @Nullable Path to;

    @Override
    public Integer call() {
        RunExport.write(
                        RunFolder.open(run),
                        format,
                        Optional.ofNullable(variant),
                        Optional.ofNullable(background),
                        Optional.ofNullable(to),
                        left -> System.err.println("note: " + left))
                .forEach(System.out::println);
        return ExitCode.DONE.code();
    }
}
