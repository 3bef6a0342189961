package org.immunarium.benchmarks;

import java.io.FileNotFoundException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.benchmarks.check.ModelsBenchmark;
import org.immunarium.benchmarks.fields.FieldAccuracyBenchmark;
import org.immunarium.benchmarks.fields.FieldsBenchmark;
import org.immunarium.benchmarks.forecasts.ForecastsBenchmark;
import org.immunarium.benchmarks.kernels.KernelBenchmark;
import org.immunarium.benchmarks.linear.LinearSolveBenchmark;
import org.immunarium.benchmarks.patients.PatientsBenchmark;
import org.immunarium.benchmarks.patients.PopulationBenchmark;
import org.immunarium.benchmarks.patients.ToxicityBenchmark;
import org.immunarium.benchmarks.tissue.AgreementBenchmark;
import org.immunarium.benchmarks.tissue.OrganoidBenchmark;
import org.immunarium.benchmarks.tissue.SoakBenchmark;
import org.immunarium.benchmarks.tissue.TissueBenchmark;
import org.immunarium.benchmarks.trials.PredictionsBenchmark;
import org.immunarium.benchmarks.trials.TrialsBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What `./bench NAME` starts.
public final class Benchmarks {

    /// Each has one method with picocli's `@Command`; a new one is one entry here.
    private static final List<Class<?>> ALL = List.of(
            AgreementBenchmark.class,
            FieldAccuracyBenchmark.class,
            FieldsBenchmark.class,
            ForecastsBenchmark.class,
            KernelBenchmark.class,
            LinearSolveBenchmark.class,
            ModelsBenchmark.class,
            OrganoidBenchmark.class,
            PatientsBenchmark.class,
            PopulationBenchmark.class,
            PredictionsBenchmark.class,
            SoakBenchmark.class,
            TissueBenchmark.class,
            ToxicityBenchmark.class,
            TrialsBenchmark.class);

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// All benchmarks. Executed, it returns 2 where what was typed makes no sense, or what it needs is not there.
    ///
    /// Where an option names no converter of its own, a whole number is 1 at least, any other above 0.
    static CommandLine commandLine() {
        CommandLine all = new CommandLine(CommandSpec.create().name("./bench"));
        ALL.forEach(each -> CommandLine.getCommandMethods(each, null).forEach(all::addSubcommand));
        all.getCommandSpec().usageMessage().footer("  lab    the lab in a browser (docs/benchmarks.md)");
        all.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("say this and measure nothing")
                        .build());
        for (CommandLine each : all.getSubcommands().values()) {
            each.getCommandSpec().usageMessage().synopsisHeading("").showDefaultValues(true);
        }
        return all.setUsageHelpWidth(120)
                .registerConverter(int.class, new Numbers.Whole(1))
                .registerConverter(double.class, new Numbers.AboveZero())
                .setParameterExceptionHandler((exception, _) -> refuse(exception.getCommandLine(), message(exception)))
                .setExecutionExceptionHandler((exception, of, _) -> {
                    if (exception instanceof FileNotFoundException) {
                        return refuse(of, String.valueOf(exception.getMessage()));
                    }
                    throw exception;
                });
    }

    private static int refuse(CommandLine of, String message) {
        if (of.getParent() == null) {
            of.getErr().println("bench: " + message);
            of.usage(of.getErr());
        } else {
            of.getErr().println("bench " + of.getCommandName() + ": " + message);
        }
        return CommandLine.ExitCode.USAGE;
    }

    private static String message(ParameterException exception) {
        CommandSpec of = exception.getCommandLine().getCommandSpec();
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            if (of.parent() == null) {
                return "no benchmark is called \"" + word + "\"";
            }
            if (!word.startsWith("-") && !of.positionalParameters().isEmpty()) {
                ArgSpec taken = of.positionalParameters().getFirst();
                return name(taken) + " is there twice: \""
                        + taken.originalStringValues().getFirst() + "\" and \"" + word + "\"";
            }
            String known = options(of).map(Benchmarks::name).collect(Collectors.joining(", "));
            return "\"" + word + "\" is no option; there are " + (known.isEmpty() ? "none" : known);
        }
        return exception.getCause() instanceof TypeConversionException expected
                ? name(exception.getArgSpec()) + ": " + expected.getMessage() + "; found \"" + exception.getValue()
                        + "\""
                : String.valueOf(exception.getMessage());
    }

    /// What it takes, beside what all do.
    static Stream<ArgSpec> options(CommandSpec benchmark) {
        return benchmark.args().stream().filter(each -> !each.inherited());
    }

    static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
