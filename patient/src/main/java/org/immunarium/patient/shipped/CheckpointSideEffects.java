package org.immunarium.patient.shipped;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.modules.Body;
import org.immunarium.patient.toxicity.Care;
import org.immunarium.patient.toxicity.CareRules;
import org.immunarium.patient.toxicity.CheckpointRelease;
import org.immunarium.patient.toxicity.Corticosteroid;
import org.immunarium.patient.toxicity.GlandDestruction;
import org.immunarium.patient.toxicity.Inflammation;
import org.immunarium.patient.toxicity.InfusionReaction;
import org.immunarium.patient.toxicity.OrderedDoses;
import org.immunarium.patient.toxicity.Organ;
import org.immunarium.patient.toxicity.Priming;
import org.immunarium.patient.toxicity.ReceptorBlockade;
import org.immunarium.patient.toxicity.SelfReactiveTCells;
import org.immunarium.patient.toxicity.ThyroidHormone;
import org.immunarium.therapy.drug.Drug;

/// What antibodies against checkpoints do to organs, and what care then does: the part that patients with and without a
/// tumour share.
final class CheckpointSideEffects {

    /// Drugs that care may stop apart.
    static final List<String> GROUPS = List.of("PD1", "CTLA4");

    /// Of [org.immunarium.patient.toxicity.OtherEffects].
    static final String LOAD =
            "load_PD1 * release_PD1 + load_CTLA4 * release_CTLA4 + load_both * release_PD1 * release_CTLA4";

    private static final Map<String, String> RECEPTORS = Map.of("PD-1", "PD1", "PD-L1", "PDL1", "CTLA-4", "CTLA4");

    private CheckpointSideEffects() {}

    /// Whether a drug is such an antibody.
    static boolean isOf(Drug drug) {
        return RECEPTORS.containsKey(drug.target());
    }

    /// With which others care withholds such an antibody.
    static String group(Drug drug) {
        return receptor(drug).equals("CTLA4") ? "CTLA4" : "PD1";
    }

    private static String receptor(Drug drug) {
        return Optional.ofNullable(RECEPTORS.get(drug.target())).orElseThrow();
    }

    /// An antibody, whose way through the body is there already.
    ///
    /// @param id what stands for it in names
    static void addDrug(Assembly patient, Body body, Drug drug, String id) {
        String group = group(drug);
        patient.add(
                new OrderedDoses(body.blood(), id, group),
                new InfusionReaction(body.blood(), id, group),
                new ReceptorBlockade(id, "c_" + id, receptor(drug)));
    }

    /// Organs, and care for them.
    static void addOrgans(Assembly patient, Body body) {
        String place = body.blood();
        for (Organ organ : Organ.values()) {
            patient.add(
                    new SelfReactiveTCells(place, organ),
                    organ.isGland() ? new GlandDestruction(place, organ) : new Inflammation(place, organ));
        }
        patient.add(
                new ThyroidHormone(place),
                new CheckpointRelease(),
                new Priming(place),
                new Corticosteroid(place),
                new Care(place, CareRules.shipped()));
    }
}
