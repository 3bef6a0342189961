package org.immunarium.study.tissue.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Placed;
import org.immunarium.units.InvalidInputException;

/// Finds the tables that a file names: beside it or in a folder below, and nowhere else.
///
/// @param of the file, as the study has it
public record FilesBeside(InputFiles files, String of) {

    /// Larger than any table of cells or voxels: ten million rows.
    private static final int LARGEST_BYTES = 1 << 29;

    /// A file that was read.
    ///
    /// @param source how it is called in problems
    record Text(String source, String text) {}

    /// The text of a file; what is wrong is noted.
    Optional<Text> text(Placed<String> asked, Notes notes) {
        String name = asked.value();
        try {
            Path path = Path.of(name).normalize();
            if (path.isAbsolute() || path.startsWith("..")) {
                notes.wrong(asked, "\"" + name + "\" is outside of the folder of this file, where nothing is read");
                return Optional.empty();
            }
            String whole = Path.of(of).resolveSibling(path).toString();
            Optional<Path> found = files.find(whole);
            if (found.isEmpty()) {
                notes.wrong(asked, "there is no file \"" + name + "\" beside this one");
                return Optional.empty();
            }
            String source = found.get().toString();
            return files.text(whole, LARGEST_BYTES)
                    .map(text -> new Text(source, text.startsWith("\ufeff") ? text.substring(1) : text));
        } catch (InvalidPathException e) {
            notes.wrong(asked, "\"" + name + "\" is no name of a file");
        } catch (InvalidInputException e) {
            notes.problems().addAll(e.problems());
        }
        return Optional.empty();
    }
}
