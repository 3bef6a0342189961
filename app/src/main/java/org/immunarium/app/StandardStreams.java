package org.immunarium.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Standard output and standard error, UTF-8 whatever the locale.
final class StandardStreams {

    private StandardStreams() {}

    /// @return standard output, to ask afterwards whether everything got there
    static Output use() {
        Output output = new Output(new FileOutputStream(FileDescriptor.out));
        System.setOut(stream(output));
        String inherited = System.getProperty("immunarium.stderr", "");
        System.setErr(stream(new FileOutputStream(
                inherited.isEmpty() ? FileDescriptor.err : descriptor(Integer.parseInt(inherited)))));
        return output;
    }

    /// Remembers why something could not be written, which a [PrintStream] keeps to itself.
    static final class Output extends OutputStream {

        private final OutputStream to;
        private Optional<String> failure = Optional.empty();

        Output(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                to.write(bytes, from, length);
            } catch (IOException e) {
                failure = Optional.of(String.valueOf(e.getMessage()));
                throw e;
            }
        }

        /// Why not everything got there; empty too where nobody wanted it: the reader had enough
        /// (`| head -1`), or the stream was closed before the start (`>&-`).
        Optional<String> failure() {
            return failure.filter(reason -> {
                String lower = reason.toLowerCase(Locale.ROOT);
                return !lower.contains("pipe") && !lower.contains("bad file descriptor");
            });
        }
    }

    /// The launcher's standard error, which it leaves at a descriptor of this number: the JVM's
    /// own is a filter that waits for whole lines, and would hold a progress bar back.
    ///
    /// It must be that very descriptor. To open `/dev/fd/3` is to open the file a second time, at
    /// a position of its own: where both streams go to one file (`> log 2>&1`), each would
    /// overwrite the other. Java opens descriptors by number only for itself, hence the
    /// launcher's `--add-opens`.
    private static FileDescriptor descriptor(int number) {
        try {
            Constructor<FileDescriptor> byNumber = FileDescriptor.class.getDeclaredConstructor(int.class);
            byNumber.setAccessible(true);
            return byNumber.newInstance(number);
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            // The filter passes everything on, if late.
            return FileDescriptor.err;
        }
    }

    private static PrintStream stream(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
