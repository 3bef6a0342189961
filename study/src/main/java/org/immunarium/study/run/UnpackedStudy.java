package org.immunarium.study.run;

import java.io.IOException;
import java.nio.file.Path;
import org.immunarium.results.AtomicFolder;
import org.immunarium.results.StorageException;
import org.immunarium.study.DivisibleStudy;

/// The study of a [StudyCopy], prepared, and the folder that it was unpacked in: a sweep reads its inputs again for
/// each point, so that they must be there while pieces are carried out.
///
/// @param folder is removed at the end
public record UnpackedStudy(DivisibleStudy study, Path folder) implements AutoCloseable {

    /// Removes the folder.
    ///
    /// @throws StorageException if it cannot be removed
    @Override
    public void close() {
        try {
            AtomicFolder.remove(folder);
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
    }
}
