package org.immunarium.equations.sbml;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.immunarium.units.InvalidInputException;

/// Finds and reads the other files that a composed model names, for a caller who keeps what was in
/// them.
public interface Companions {

    /// A file, where there is one. Its name is relative to the folder of the model's own file, and
    /// never leads out of it; nor may what is found lie elsewhere.
    Optional<Path> find(String name);

    /// What is in a file that was found.
    ///
    /// @throws InvalidInputException if it cannot be read
    byte[] content(String name, Path file);

    /// Those that lie beside a model's file, or below.
    static Companions beside(Path model) {
        return new Companions() {
            @Override
            public Optional<Path> find(String name) {
                return Optional.of(model.resolveSibling(name)).filter(Files::exists);
            }

            @Override
            public byte[] content(String name, Path file) {
                return SbmlReader.content(file);
            }
        };
    }
}
