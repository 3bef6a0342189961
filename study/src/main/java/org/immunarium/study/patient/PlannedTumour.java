package org.immunarium.study.patient;

import java.util.List;
import java.util.Optional;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.patient.shipped.TumourPlan.Site;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Quantity;

/// What a study says of what a patient with a solid tumour is made of.
///
/// @param place    where it says so, by which key
/// @param diameter of the primary tumour at diagnosis; empty for the model's own
/// @param sites    the tumours, the primary one first
/// @param clones   of cancer cells, the one from which others come first
/// @param sideEffects whether treatment also harms the rest of the body
public record PlannedTumour(
        Placed<String> place,
        Optional<Placed<Quantity>> diameter,
        List<Site> sites,
        List<Clone> clones,
        boolean sideEffects) {

    public PlannedTumour {
        sites = List.copyOf(sites);
        clones = List.copyOf(clones);
    }
}
