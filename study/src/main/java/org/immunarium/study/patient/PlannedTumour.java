package org.immunarium.study.patient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.patient.shipped.TumourPlan.Loss;
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

    /// What was asked for, by what it is about.
    Map<String, String> inWords() {
        Map<String, String> words = new LinkedHashMap<>();
        String lesions = sites.stream()
                .filter(site -> !site.name().isEmpty())
                .map(site -> site.name() + (site.seeded() ? " (seeded)" : ""))
                .collect(Collectors.joining(", "));
        if (!lesions.isEmpty()) {
            words.put("lesions", lesions);
        }
        String further = clones.stream()
                .filter(clone -> !clone.lost().isEmpty())
                .map(clone -> clone.name() + " without "
                        + clone.lost().stream().map(Loss::words).sorted().collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        if (!further.isEmpty()) {
            words.put("clones", further);
        }
        words.put("side effects", sideEffects ? "yes" : "no");
        return words;
    }
}
