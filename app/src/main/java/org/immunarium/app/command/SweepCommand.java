package org.immunarium.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `immunarium sweep STUDY`.
@Command(
        name = "sweep",
        description = "Runs a study many times, with other values and other seeds, and writes what each run came to"
                + " into one table.")
public final class SweepCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "STUDY",
            description = "a study file, an SBML file, a project of PhysiCell, or the name of a shipped study or model")
    private String study = "";

    @Option(
            names = "--vary",
            paramLabel = "NAME=VALUES",
            description =
                    "a value that differs between runs, named as in --set: over a range, as in"
                            + " --vary k=0.1:0.5:5 or, in equal ratios, --vary \"k=0.01:100 1/d:5:log\", or over a list, as in"
                            + " --vary \"therapy[1].dose=1,3,10 mg/kg\" of a tissue's study; may be repeated, and each value then runs with each of all others")
    private List<String> vary = new ArrayList<>();

    @Option(
            names = "--replicates",
            paramLabel = "R",
            description = "runs of each combination of values, each with another seed; 1 unless given")
    private int replicates = 1;

    @Mixin
    private RunsOptions runs = new RunsOptions();

    @Override
    public Integer call() {
        return runs.start(study, run -> run.withSweep(vary, replicates));
    }
}
