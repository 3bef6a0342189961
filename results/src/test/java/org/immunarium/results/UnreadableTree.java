package org.immunarium.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder below a place whose name is longer than the system takes, so that nobody, root neither, can walk it.
/// Closed, the place can be removed again.
final class UnreadableTree implements AutoCloseable {

    private static final int NAME = 200;
    private static final int LEVELS = 17;

    private final Path below;
    private final Path moved;

    private UnreadableTree(Path below, Path moved) {
        this.below = below;
        this.moved = moved;
    }

    /// @param place an existing folder
    /// @param aside where folders can be made on the same disk
    static UnreadableTree in(Path place, Path aside) throws IOException {
        Path upper = nested(place);
        Path lower = Files.createDirectory(aside.resolve("lower"));
        nested(lower);
        return new UnreadableTree(lower, Files.move(lower, upper.resolve("lower")));
    }

    /// Each half is short enough to be made by name.
    private static Path nested(Path place) throws IOException {
        Path path = place;
        for (int i = 0; i < LEVELS; i++) {
            path = path.resolve("d".repeat(NAME));
        }
        return Files.createDirectories(path);
    }

    @Override
    public void close() throws IOException {
        Files.move(moved, below);
    }
}
