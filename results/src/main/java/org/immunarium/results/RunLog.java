package org.immunarium.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// `log.txt`: what happened, one line each with the time of day in UTC.
public final class RunLog {

    /// The file's name within a run folder.
    public static final String FILE = "log.txt";

    private final Path file;
    private final Clock clock;

    public RunLog(RunFolder run, Clock clock) {
        this.file = run.file(FILE);
        this.clock = clock;
    }

    /// Adds a line.
    ///
    /// @throws StorageException if it cannot be written
    public void line(String text) {
        String stamp = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS).toString();
        try {
            Files.writeString(file, stamp + "  " + text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }
}
