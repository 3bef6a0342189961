package org.immunarium.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunarium.study.fit.plan.FitPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `immunarium fit STUDY --data FILE`.
@Command(
        name = "fit",
        description = "Finds the parameters with which a patient's study agrees with that patient's data.")
public final class FitCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "STUDY",
            description = "a study file of a patient, an SBML file, or the name of a shipped study or model")
    private String study = "";

    @Option(
            names = "--data",
            paramLabel = "FILE",
            required = true,
            description =
                    "what was measured: CSV whose header is \"time [d],NAME [unit]\", with more columns if need be,"
                            + " and one that is called patient where there are several")
    private String data = "";

    @Option(
            names = "--vary",
            paramLabel = "NAME=LOW:HIGH",
            description = "a parameter that is searched for, named as in --set, and its bounds, as in --vary"
                    + " \"k=0.1:0.5 1/d\" or, in equal ratios, --vary k=0.01:100:log; or, with --samples, what was"
                    + " known before, around the model's value: k=log-normal:0.5 or \"k=normal:0.1 1/d\"; once for"
                    + " each")
    private List<String> vary = new ArrayList<>();

    @Option(
            names = "--error",
            paramLabel = "MODEL",
            description = "how measurements scatter: proportional (log-normal; unless given), additive or combined; its"
                    + " size is estimated")
    private String error = "proportional";

    @Option(
            names = "--error-size",
            paramLabel = "PART",
            description = "how large proportional errors are, as in 8 %, where that is known; only with --samples")
    private @Nullable String errorSize;

    @Option(names = "--starts", paramLabel = "N", description = "searches from different points, 20 unless given")
    private int starts = 20;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "samples of the posterior, which then give the intervals; 0, none, unless given")
    private int samples;

    @Option(
            names = "--candidates",
            paramLabel = "TIME",
            description = "judge each variant of the study for this patient: how probable response and progression are"
                    + " until then; only with --samples")
    private @Nullable String candidates;

    @Option(
            names = "--baseline",
            paramLabel = "TIME",
            description = "with the size at which time sizes of candidates are compared, 0 unless given")
    private @Nullable String baseline;

    @Option(names = "--variant", paramLabel = "ID", description = "which variant of a study that compares several")
    private @Nullable String variant;

    @Mixin
    private RunsOptions runs = new RunsOptions();

    @Override
    public Integer call() {
        return runs.start(
                study,
                run -> run.withFit(new FitPlan.Asked(vary, data, error, starts, samples, Optional.ofNullable(variant))
                        .withErrorSize(Optional.ofNullable(errorSize))
                        .withCandidates(Optional.ofNullable(candidates), Optional.ofNullable(baseline))));
    }
}
