package org.immunarium.app;

/// The command line: what `./immunarium` starts.
public final class Immunarium {

    private Immunarium() {}

    /// Runs one command and ends the JVM with its exit code, see [ExitCode].
    public static void main(String[] arguments) {
        StandardStreams.Output output = StandardStreams.use();
        int code = CommandLineInterface.run(arguments);
        System.out.flush();
        if (output.failure().isPresent()) {
            System.err.println(
                    "standard output cannot be written: " + output.failure().get());
            code = code == ExitCode.DONE.code() ? ExitCode.STOPPED.code() : code;
        }
        System.err.flush();
        System.exit(code);
    }
}
