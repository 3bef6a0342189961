package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What a command printed, and how it ended.
///
/// @param code its exit code
/// @param out  what it said on standard output
/// @param err  what it said on standard error
record Said(int code, String out, String err) {

    /// Runs a command in this JVM.
    static Said by(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = CommandLineInterface.run(arguments);
            return new Said(code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /// What went wrong was said in words, not too many, and without a stack trace.
    void assertHelps() {
        assertThat(err).doesNotContain("\tat ", "Exception").isNotBlank();
        assertThat(err.getBytes(StandardCharsets.UTF_8).length).isLessThan(20_000);
    }
}
