package org.immunarium.study.patient;

import java.util.List;
import java.util.Optional;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.patient.shipped.TumourPlan.Site;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Quantity;

/// What a study says of a patient's tumours.
///
/// @param place    where it says so
/// @param diameter of the primary tumour at diagnosis; empty for the model's own
/// @param sites    the tumours, the primary one first
/// @param clones   of cancer cells, the one from which others come first
public record PlannedTumour(
        Placed<String> place, Optional<Placed<Quantity>> diameter, List<Site> sites, List<Clone> clones) {

    public PlannedTumour {
        sites = List.copyOf(sites);
        clones = List.copyOf(clones);
    }
}
