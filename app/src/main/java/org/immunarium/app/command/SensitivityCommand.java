package org.immunarium.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunarium.study.sensitivity.plan.SensitivityPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `immunarium sensitivity STUDY`.
@Command(
        name = "sensitivity",
        description = "Tells which parameters of a patient's study what is measured depends on, and how strongly.")
public final class SensitivityCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "STUDY",
            description = "a study file of a patient, an SBML file, or the name of a shipped study or model")
    private String study = "";

    @Option(
            names = "--vary",
            paramLabel = "NAME=RANGE",
            description =
                    "a value that differs, named as in --set: between two ends, as in --vary \"k=0.1:0.5 1/d\" or, in"
                            + " equal ratios, --vary k=0.01:100:log, or around its own value, as in --vary k=log-normal:0.5 or"
                            + " --vary \"k=normal:0.1 1/d\"; may be repeated, and comes on top of what the study's population"
                            + " varies")
    private List<String> vary = new ArrayList<>();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "prcc (partial rank correlation; unless given), morris (elementary effects) or sobol (shares"
                    + " of the variance)")
    private String method = "prcc";

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "prcc: runs, 500 unless given; morris: trajectories of k + 1 runs for k parameters, 20;"
                    + " sobol: rows of k + 2 runs, 512")
    private @Nullable Integer samples;

    @Option(
            names = "--of",
            paramLabel = "QUANTITY",
            description = "what is measured: the final value of NAME, or \"max NAME\", min, initial, change, or"
                    + " \"NAME at 180 d\"; may be repeated; the tumour at the end unless given")
    private List<String> of = new ArrayList<>();

    @Option(names = "--variant", paramLabel = "ID", description = "which variant of a study that compares several")
    private @Nullable String variant;

    @Mixin
    private RunsOptions runs = new RunsOptions();

    @Override
    public Integer call() {
        return runs.start(
                study,
                run -> run.withSensitivity(new SensitivityPlan.Asked(
                        vary, method, Optional.ofNullable(samples), of, Optional.ofNullable(variant))));
    }
}
