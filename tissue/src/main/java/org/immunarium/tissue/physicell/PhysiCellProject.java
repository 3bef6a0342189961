package org.immunarium.tissue.physicell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variation;
import org.immunarium.units.InvalidInputException;

/// A project of PhysiCell 1.14, read: what its settings and the files that they name say, with what PhysiCell makes
/// of it. `docs/tissue.md` tells what is read, what is refused and what differs.
///
/// @param model        what the tissue is made of
/// @param placements   its cells at the start: those anywhere, type by type, before those of a file
/// @param variations   how cells differ at the start, to be applied in this order after they
///     are placed
/// @param fields       for each substance its concentration in each voxel at the start, x
///     fastest, then y, then z;
///                     empty where each starts with its
///                     [org.immunarium.tissue.model.Substance#initial] everywhere
/// @param duration     min
/// @param saveInterval min; empty where the project saves nothing
/// @param seed         of chance; empty where PhysiCell takes the clock's
/// @param files        what the settings name and was read, by the name there
/// @param notices      what its author should know though it runs, each with its file and line
public record PhysiCellProject(
        TissueModel model,
        List<Placement> placements,
        List<Variation> variations,
        List<double[]> fields,
        double duration,
        OptionalDouble saveInterval,
        OptionalLong seed,
        Map<String, Path> files,
        List<String> notices) {

    /// Reads a project.
    ///
    /// @param settings a settings file, or a folder with `config/PhysiCell_settings.xml` or
    ///                 `PhysiCell_settings.xml`; files that it names are looked for in its folder
    ///                 (the one above, where that is called `config`) and nowhere else
    /// @throws InvalidInputException with all problems found, each with its file and line: what is
    ///     wrong, and what cannot be done here
    public static PhysiCellProject read(Path settings) {
        return read(settings(settings), _ -> Optional.empty());
    }

    /// As [#read(Path)], of a project whose files were copied elsewhere.
    ///
    /// @param settings the settings file
    /// @param copies   finds the file to read in place of one that it names, by the name there
    public static PhysiCellProject read(Path settings, Function<String, Optional<Path>> copies) {
        return new ProjectReader(settings, copies).read();
    }

    /// The settings file that a path means: itself, or that of a project's folder.
    ///
    /// @throws InvalidInputException where there is none
    public static Path settings(Path named) {
        return ProjectFiles.settings(named);
    }

    /// Whether a path means a folder that is no project.
    public static boolean isMereFolder(Path named) {
        if (!Files.isDirectory(named)) {
            return false;
        }
        try {
            settings(named);
            return false;
        } catch (InvalidInputException none) {
            return true;
        }
    }

    /// What the tissue is like at its start.
    public Beginning beginning() {
        return new Beginning(placements, variations, fields);
    }
}
