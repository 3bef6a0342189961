package org.immunarium.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.app.command.FailureJson;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.results.StorageException;
import org.immunarium.study.RunStopped;
import org.immunarium.study.run.RunFailed;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import picocli.CommandLine;

/// How a command that cannot go on says so: a message that helps, an exit code, and no stack
/// trace unless asked for; to a program that asked for JSON, one object besides.
final class Failures implements CommandLine.IExecutionExceptionHandler {

    /// Problems that are shown, and letters of each: a file of nothing but mistakes must not fill
    /// the screen.
    private static final int MOST_PROBLEMS = 200;

    private static final int MOST_LETTERS = 1000;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean debug;
    private final boolean json;

    /// @param json whether an object on `out` is asked for
    Failures(PrintStream out, PrintStream err, boolean debug, boolean json) {
        this.out = out;
        this.err = err;
        this.debug = debug;
        this.json = json;
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
                yield told(ExitCode.INVALID_INPUT, invalid.problems(), Optional.empty());
            }
            case RunFailed failed -> {
                numbersFailed(failed.numbers());
                err.println("what came before is in " + failed.folder());
                yield told(failed.numbers(), Optional.of(failed.folder()));
            }
            case NumericalFailure numbers -> {
                numbersFailed(numbers);
                yield told(numbers, Optional.empty());
            }
            case RunStopped stopped -> {
                err.println(stopped.getMessage());
                stopped.folder().ifPresent(run -> err.println(Continuation.of(run)));
                yield told(ExitCode.STOPPED, message(stopped), stopped.folder());
            }
            case StorageException storage -> {
                err.println(storage.getMessage());
                yield told(ExitCode.STOPPED, message(storage), Optional.empty());
            }
            default -> {
                fault(failure);
                yield told(ExitCode.FAULT, message(failure), Optional.empty());
            }
        };
        err.flush();
        return code.code();
    }

    /// The command line makes no sense.
    ///
    /// @param help what can be done about it, in lines
    /// @return the exit code
    int usage(String message, String help) {
        err.println(message);
        err.println(help);
        return told(ExitCode.USAGE, List.of(Problem.of("", message)), Optional.empty())
                .code();
    }

    private void numbersFailed(NumericalFailure numbers) {
        err.println("the numbers failed " + numbers.getMessage());
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

    private static Problem message(Throwable failure) {
        String message = failure.getMessage();
        return Problem.of("", message == null ? failure.getClass().getSimpleName() : message);
    }

    private ExitCode told(ExitCode code, Problem problem, Optional<Path> run) {
        return told(code, List.of(problem), run);
    }

    private ExitCode told(NumericalFailure numbers, Optional<Path> run) {
        Optional<String> quantity = Optional.of(numbers.quantity()).filter(id -> !id.isEmpty());
        Problem problem =
                new Problem("", OptionalInt.empty(), quantity, message(numbers).message());
        return told(ExitCode.NUMBERS_FAILED, List.of(problem), run);
    }

    private ExitCode told(ExitCode code, List<Problem> problems, Optional<Path> run) {
        if (json) {
            out.print(FailureJson.text(code, problems, run));
            out.flush();
        }
        return code;
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
