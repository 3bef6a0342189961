package org.immunarium.study;

import java.nio.file.Path;
import java.util.Optional;
import org.immunarium.results.RunFolder;
import org.immunarium.results.StorageException;
import org.jspecify.annotations.Nullable;

/// A run stopped at a safe point, because it was asked to or because the disk failed, and can be resumed.
public final class RunStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// A path as text: exceptions are serializable, paths are not.
    private final @Nullable String folder;

    /// Asked to, by work that does not know its folder.
    ///
    /// @param where how far it came, such as `after 400 of 1000 patients`
    public RunStopped(String where) {
        super("stopped " + where);
        folder = null;
    }

    /// As [#RunStopped(String)], for something that went wrong elsewhere.
    public RunStopped(String where, Throwable cause) {
        super("stopped " + where, cause);
        folder = null;
    }

    private RunStopped(RunFolder folder, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.folder = folder.path().toString();
    }

    /// The same, of a run in this folder.
    public static RunStopped in(RunFolder folder, RunStopped asked) {
        return new RunStopped(folder, asked);
    }

    /// The run in this folder stopped for want of a disk that works.
    public static RunStopped in(RunFolder folder, StorageException failure) {
        return new RunStopped(folder, failure);
    }

    /// Of the run that can be resumed, where it has one.
    public Optional<Path> folder() {
        return Optional.ofNullable(folder).map(Path::of);
    }
}
