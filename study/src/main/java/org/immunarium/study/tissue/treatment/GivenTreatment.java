package org.immunarium.study.tissue.treatment;

import java.util.List;
import org.immunarium.study.EventsTable;
import org.immunarium.tissue.model.Treatment;

/// What a tissue is given.
///
/// @param events the same as tables have it, by time, up to the end of the run
public record GivenTreatment(Treatment treatment, List<EventsTable.Row> events) {}
