package org.immunarium.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// One process writes a run, no other: two that resume one run would mix their rows.
///
/// The operating system lets go of the lock when the process ends, however it ends, so a killed run
/// is never locked. The file itself stays: removing it could give two processes a lock on two files
/// of one name.
public final class RunLock implements AutoCloseable {

    /// The file's name within a run folder.
    public static final String FILE = ".lock";

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the run for this process until closed.
    ///
    /// @throws InvalidInputException if another holds it, or the folder cannot be written to
    /// @throws StorageException if the disk is full
    public static RunLock take(RunFolder run) {
        return takeIfFree(run)
                .orElseThrow(() -> new InvalidInputException(Problem.of(
                        run.path().toString(), "is being run by another process; wait for it, or stop it first")));
    }

    /// As [#take(RunFolder)]; empty if another holds it.
    ///
    /// @throws InvalidInputException if the folder cannot be written to
    /// @throws StorageException if the disk is full
    public static Optional<RunLock> takeIfFree(RunFolder run) {
        Path file = run.file(FILE);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!takes(channel)) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new RunLock(file, channel));
        } catch (IOException e) {
            throw RunFolder.notWritable(run.path(), e);
        }
    }

    /// Whether a process has the run now. Asking takes the lock for a moment where nobody has it.
    public static boolean isHeld(RunFolder run) {
        try (FileChannel channel = FileChannel.open(run.file(FILE), StandardOpenOption.WRITE)) {
            return !takes(channel);
        } catch (IOException nothingThere) {
            return false;
        }
    }

    /// Whether the lock is this run's from now on.
    private static boolean takes(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        } catch (IOException unsupported) {
            // Some network disks know no locks; a run there is as safe as it was without.
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }
}
