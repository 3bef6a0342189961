package org.immunarium.app;

import java.util.Arrays;
import java.util.function.IntSupplier;
import org.immunarium.app.command.CheckCommand;
import org.immunarium.app.command.ConformanceCommand;
import org.immunarium.app.command.DemoCommand;
import org.immunarium.app.command.DoctorCommand;
import org.immunarium.app.command.ExplainCommand;
import org.immunarium.app.command.ExportCommand;
import org.immunarium.app.command.ListCommand;
import org.immunarium.app.command.RehearseCommand;
import org.immunarium.app.command.ReportCommand;
import org.immunarium.app.command.ResumeCommand;
import org.immunarium.app.command.RunCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// All commands, and how they start and end.
@Command(
        name = "immunarium",
        description = "A laboratory for cancer immunotherapy in silico: for research and teaching, not for the"
                + " care of patients.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ResumeCommand.class,
            CheckCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            ConformanceCommand.class,
            DoctorCommand.class,
            RehearseCommand.class
        })
public final class CommandLineInterface {

    private static final long STACK_BYTES = 512L << 20;

    private static final String DEBUG = "--debug";

    @Option(names = DEBUG, scope = ScopeType.INHERIT, description = "show where a failure happened")
    @SuppressWarnings("unused") // Read from the arguments themselves: it must work when they cannot be parsed.
    private boolean debug;

    private CommandLineInterface() {}

    /// Runs the command that `arguments` name.
    ///
    /// @return the exit code, see [ExitCode]
    public static int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new CommandLineInterface()).setCaseInsensitiveEnumValuesAllowed(true);
        Failures failures = new Failures(System.err, Arrays.asList(arguments).contains(DEBUG));
        commandLine.setExecutionExceptionHandler(failures);
        commandLine.setParameterExceptionHandler((exception, _) -> {
            System.err.println(String.valueOf(exception.getMessage())
                    .replaceFirst(" is not an? (long|int)$", " is not a whole number"));
            CommandLine.UnmatchedArgumentException.printSuggestions(
                    exception, new java.io.PrintWriter(System.err, true));
            System.err.println("`immunarium "
                    + (exception.getCommandLine().getParent() == null
                            ? ""
                            : exception.getCommandLine().getCommandName() + " ")
                    + "--help` says what it can do");
            return ExitCode.USAGE.code();
        });
        if (arguments.length == 0) {
            commandLine.usage(System.out);
            return ExitCode.DONE.code();
        }
        return withDeepStack(() -> {
            try {
                return commandLine.execute(arguments);
            } catch (Throwable failure) {
                return failures.tell(failure);
            }
        });
    }

    /// Formulas are trees, and rules that need each other are chains: both are walked by calls within calls, thousands
    /// deep in models that tools write. Only what is used of the stack takes memory.
    private static int withDeepStack(IntSupplier command) {
        int[] code = {ExitCode.FAULT.code()};
        Thread thread = new Thread(null, () -> code[0] = command.getAsInt(), "immunarium", STACK_BYTES);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return code[0];
    }
}
