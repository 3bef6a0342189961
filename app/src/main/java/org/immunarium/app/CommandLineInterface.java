package org.immunarium.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.immunarium.app.command.CalibrateCommand;
import org.immunarium.app.command.CheckCommand;
import org.immunarium.app.command.ConformanceCommand;
import org.immunarium.app.command.DemoCommand;
import org.immunarium.app.command.DoctorCommand;
import org.immunarium.app.command.ExplainCommand;
import org.immunarium.app.command.ExportCommand;
import org.immunarium.app.command.FitCommand;
import org.immunarium.app.command.LabCommand;
import org.immunarium.app.command.ListCommand;
import org.immunarium.app.command.RehearseCommand;
import org.immunarium.app.command.ReportCommand;
import org.immunarium.app.command.ResumeCommand;
import org.immunarium.app.command.RunCommand;
import org.immunarium.app.command.SensitivityCommand;
import org.immunarium.app.command.SweepCommand;
import org.immunarium.units.NearMiss;
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
        synopsisSubcommandLabel = "COMMAND")
public final class CommandLineInterface {

    private static final long STACK_BYTES = 512L << 20;

    private static final String DEBUG = "--debug";
    private static final String JSON = "--json";

    /// By name, in the order in which help lists them.
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("resume", ResumeCommand.class);
        COMMANDS.put("sweep", SweepCommand.class);
        COMMANDS.put("sensitivity", SensitivityCommand.class);
        COMMANDS.put("fit", FitCommand.class);
        COMMANDS.put("calibrate", CalibrateCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("list", ListCommand.class);
        COMMANDS.put("explain", ExplainCommand.class);
        COMMANDS.put("report", ReportCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("conformance", ConformanceCommand.class);
        COMMANDS.put("lab", LabCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
        COMMANDS.put("rehearse", RehearseCommand.class);
    }

    /// Commands that are meant to come.
    private static final Set<String> TO_COME = Set.of("verify");

    @Option(names = DEBUG, scope = ScopeType.INHERIT, description = "show where a failure happened")
    @SuppressWarnings("unused") // Read from the arguments themselves: it must work when they cannot be parsed.
    private boolean debug;

    private CommandLineInterface() {}

    /// Runs the command that `arguments` name.
    ///
    /// @return the exit code, see [ExitCode]
    public static int run(String... arguments) {
        List<String> words = withoutHelp(List.of(arguments));
        CommandLine commandLine = commands(words);
        Failures failures = new Failures(System.out, System.err, words.contains(DEBUG), words.contains(JSON));
        commandLine.setExecutionExceptionHandler(failures);
        commandLine.setParameterExceptionHandler((exception, _) -> failures.usage(message(exception), help(exception)));
        if (words.isEmpty()) {
            commandLine.usage(System.out);
            return ExitCode.DONE.code();
        }
        Optional<String> empty = empty(words);
        if (empty.isPresent()) {
            return failures.usage(empty.get(), "an empty word is often a variable of the shell that is not set");
        }
        return withDeepStack(() -> {
            try {
                return commandLine.execute(words.toArray(String[]::new));
            } catch (Throwable failure) {
                return failures.tell(failure);
            }
        });
    }

    /// `help run` is another way to say `run --help`.
    private static List<String> withoutHelp(List<String> words) {
        if (words.isEmpty() || !words.getFirst().equals("help")) {
            return words;
        }
        if (words.size() == 1) {
            return List.of("--help");
        }
        String command = words.get(1);
        return COMMANDS.containsKey(command) ? List.of(command, "--help") : List.of(command);
    }

    /// What to say of the first word that is empty, if one is: nothing has an empty name.
    private static Optional<String> empty(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.isBlank()) {
                String before = i > 0 && words.get(i - 1).startsWith("--") ? words.get(i - 1) + " " : "";
                return Optional.of(before + "\"" + word + "\": a word was expected, found none");
            }
            if (word.matches("--[a-z-]+=\\s*")) {
                return Optional.of(word.strip() + ": a value was expected, found none");
            }
        }
        return Optional.empty();
    }

    /// The command that is named, or all of them where help is asked for or none is known: to
    /// take one command's options apart is half of the work of a start, of all commands it would
    /// be more than the start itself.
    private static CommandLine commands(List<String> words) {
        CommandLine commandLine = new CommandLine(new CommandLineInterface());
        Optional<String> named =
                words.stream().filter(word -> !word.startsWith("-")).findFirst().filter(COMMANDS::containsKey);
        COMMANDS.forEach((name, command) -> {
            if (named.isEmpty() || named.get().equals(name)) {
                commandLine.addSubcommand(name, command);
            }
        });
        return commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    }

    /// The word that stands where a command should and is none.
    private static Optional<String> noCommand(CommandLine.ParameterException exception) {
        return exception.getCommandLine().getParent() == null
                        && exception instanceof CommandLine.UnmatchedArgumentException unmatched
                ? Optional.of(unmatched.getUnmatched().getFirst()).filter(word -> !word.startsWith("-"))
                : Optional.empty();
    }

    private static String message(CommandLine.ParameterException exception) {
        Optional<String> noCommand = noCommand(exception);
        if (noCommand.isPresent()) {
            return "there is no command \"" + noCommand.get() + "\""
                    + (TO_COME.contains(noCommand.get()) ? " yet" : "");
        }
        return String.valueOf(exception.getMessage())
                .replaceFirst(
                        "('[-+]?\\d+') is not a long$", "$1: a whole number up to " + Long.MAX_VALUE + " was expected")
                .replaceFirst(
                        "('[-+]?\\d+') is not an int$",
                        "$1: a whole number up to " + Integer.MAX_VALUE + " was expected")
                .replaceFirst(" is not an? (long|int)$", " is not a whole number");
    }

    private static String help(CommandLine.ParameterException exception) {
        StringWriter help = new StringWriter();
        PrintWriter writer = new PrintWriter(help);
        CommandLine of = exception.getCommandLine();
        noCommand(exception)
                .ifPresentOrElse(
                        word -> NearMiss.of(word, COMMANDS.keySet())
                                .ifPresent(near -> writer.println("did you mean \"" + near + "\"?")),
                        () -> CommandLine.UnmatchedArgumentException.printSuggestions(exception, writer));
        writer.print("`" + Continuation.command() + " " + (of.getParent() == null ? "" : of.getCommandName() + " ")
                + "--help` says what it can do");
        writer.flush();
        return help.toString();
    }

    /// Formulas are trees, and rules that need each other are chains: both are walked by calls
    /// within calls, thousands deep in models that tools write. Only what is used of the stack
    /// takes memory.
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
