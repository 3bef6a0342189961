package org.immunarium.app;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The command line: what `./immunarium` starts.
public final class Immunarium {

    private Immunarium() {}

    /// Runs one command and ends the JVM with its exit code, see [ExitCode].
    public static void main(String[] arguments) {
        useOutputStreams();
        int code = CommandLineInterface.run(arguments);
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }

    /// UTF-8 whatever the locale. Standard error is the descriptor that the launcher names: the JVM's own runs through
    /// a filter that waits for whole lines, which would hold a progress bar back. It is opened to append, since it
    /// may be a file that something else has begun.
    private static void useOutputStreams() {
        System.setOut(new PrintStream(new FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8));
        String descriptor = System.getProperty("immunarium.stderr", "");
        if (!descriptor.isEmpty()) {
            try {
                FileOutputStream stream = new FileOutputStream("/dev/fd/" + descriptor, true);
                System.setErr(new PrintStream(stream, true, StandardCharsets.UTF_8));
                return;
            } catch (IOException unavailable) {
                // A socket, or a terminal that another user owns: the filtered stream serves as well.
            }
        }
        System.setErr(new PrintStream(new FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8));
    }
}
