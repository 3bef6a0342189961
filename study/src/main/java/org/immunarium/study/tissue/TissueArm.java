package org.immunarium.study.tissue;

import java.util.List;
import org.immunarium.study.EventsTable;
import org.immunarium.study.StudyVariant;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;

/// One tissue of a study: the only one, or one of those that it compares.
///
/// @param variant its name, title and what sets it apart; all empty for the only one
/// @param doses   what is given, as tables have it, by time
record TissueArm(
        StudyVariant variant,
        TissueModel model,
        Beginning beginning,
        Treatment treatment,
        List<EventsTable.Row> doses) {

    /// In front of what was found; empty for the only one.
    String prefix() {
        return variant.title().isEmpty() ? "" : variant.title() + ": ";
    }
}
