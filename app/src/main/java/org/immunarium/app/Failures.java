package org.immunarium.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunarium.equations.simulation.NumericalFailure;
import org.immunarium.results.StorageException;
import org.immunarium.study.RunStopped;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import picocli.CommandLine;

/// How a command that cannot go on says so: a message that helps, an exit code, and no stack
/// trace unless asked for.
final class Failures implements CommandLine.IExecutionExceptionHandler {

    /// Problems that are shown, and letters of each: a file of nothing but mistakes must not fill the screen.
    private static final int MOST_PROBLEMS = 200;

    private static final int MOST_LETTERS = 1000;

    private final PrintStream err;
    private final boolean debug;

    Failures(PrintStream err, boolean debug) {
        this.err = err;
        this.debug = debug;
    }

    @Override
    public int handleExecutionException(
            Exception exception, CommandLine commandLine, CommandLine.ParseResult parseResult) {
        return tell(exception);
    }

    /// @return the exit code
    int tell(Throwable failure) {
        if (debug) {
            failure.printStackTrace(err);
        }
        ExitCode code = switch (failure) {
            case InvalidInputException invalid -> {
                problems(invalid.problems());
                yield ExitCode.INVALID_INPUT;
            }
            case NumericalFailure numbers -> {
                err.println("the numbers failed " + numbers.getMessage());
                yield ExitCode.NUMBERS_FAILED;
            }
            case RunStopped stopped -> {
                err.println(stopped.getMessage());
                stopped.folder()
                        .ifPresent(run -> err.println(
                                "what was done is kept; go on with: immunarium resume " + asWord(run.toString())));
                yield ExitCode.STOPPED;
            }
            case StorageException storage -> {
                err.println(storage.getMessage());
                yield ExitCode.STOPPED;
            }
            default -> {
                fault(failure);
                yield ExitCode.FAULT;
            }
        };
        err.flush();
        return code.code();
    }

    /// A path as one word of a shell's command line.
    private static String asWord(String path) {
        return path.matches("[\\w./:\\\\+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private void problems(List<Problem> problems) {
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> err.println(shortened(problem.toString())));
        if (problems.size() > MOST_PROBLEMS) {
            err.println("and " + (problems.size() - MOST_PROBLEMS) + " problems more");
        }
    }

    /// A message that repeats something very long, without the middle of it.
    private static String shortened(String text) {
        int half = MOST_LETTERS / 2;
        return text.length() <= MOST_LETTERS
                ? text
                : text.substring(0, half) + " … " + text.substring(text.length() - half);
    }

    private void fault(Throwable failure) {
        err.println("something is wrong with Immunarium itself, not with what you asked: "
                + failure.getClass().getSimpleName()
                + (failure.getMessage() == null ? "" : ", " + failure.getMessage()));
        if (failure instanceof OutOfMemoryError) {
            err.println("it needs more memory than it may take; give it more with IMMUNARIUM_JAVA_OPTIONS=-Xmx8g");
            return;
        }
        try {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            Path file = Files.createTempFile("immunarium-fault-", ".log");
            Files.writeString(file, trace.toString(), StandardCharsets.UTF_8);
            err.println("where it happened is in " + file + "; please send that file with what you did");
        } catch (IOException unwritable) {
            err.println("run it again with --debug to see where it happened");
        }
    }
}
