package org.immunarium.app;

/// The command line: what `./immunarium` starts.
public final class Immunarium {

    private Immunarium() {}

    /// Runs one command and ends the JVM with its exit code, see [ExitCode].
    public static void main(String[] arguments) {
        StandardStreams.use();
        int code = CommandLineInterface.run(arguments);
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }
}
