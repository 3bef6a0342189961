package org.immunarium.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;

/// Standard output and standard error, UTF-8 whatever the locale.
final class StandardStreams {

    private StandardStreams() {}

    static void use() {
        System.setOut(stream(FileDescriptor.out));
        String inherited = System.getProperty("immunarium.stderr", "");
        System.setErr(stream(inherited.isEmpty() ? FileDescriptor.err : descriptor(Integer.parseInt(inherited))));
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

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
