package org.immunarium.equations.sbml;

import java.util.List;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.units.Problem;

/// What was read from an SBML file.
///
/// @param model      the model, checked, with its composition flattened
/// @param source     the file, as the user named it
/// @param level      the file's level of SBML, 1 to 3
/// @param version    its version
/// @param simBiology whether SimBiology wrote the file
/// @param numbersAsTheyStand whether the file says that its numbers are used as they stand, so that units must not be
///     converted
/// @param notices    what was passed over and what to know, each once with its count
/// @param origin     finds the place of any part of the model, for messages about it
public record SbmlDocument(
        Model model,
        String source,
        int level,
        int version,
        boolean simBiology,
        boolean numbersAsTheyStand,
        List<Problem> notices,
        ModelCheck.Origin origin) {}
