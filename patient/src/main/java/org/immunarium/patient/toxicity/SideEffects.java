package org.immunarium.patient.toxicity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;

/// A patient without a tumour under antibodies against checkpoints, for side effects alone.
///
/// Mechanisms of this package and nothing else: what harms an organ does not depend on the tumour here.
public final class SideEffects {

    /// The compartment that all is counted in.
    public static final String PLACE = "V_C";

    private static final String NAME = "side-effects";
    private static final String PD1 = "PD1";
    private static final String CTLA4 = "CTLA4";

    /// Antibodies by name, and what they bind.
    private static final Map<String, String> ANTIBODIES = antibodies();

    private SideEffects() {}

    private static Map<String, String> antibodies() {
        Map<String, String> antibodies = new LinkedHashMap<>();
        antibodies.put("nivolumab", PD1);
        antibodies.put("pembrolizumab", PD1);
        antibodies.put("atezolizumab", "PDL1");
        antibodies.put("avelumab", "PDL1");
        antibodies.put("ipilimumab", CTLA4);
        return antibodies;
    }

    /// The typical patient.
    public static PublishedModel patient() {
        ParameterTable values = ParameterTable.shipped(NAME);
        Map<String, Target> targets = new LinkedHashMap<>();
        ANTIBODIES.keySet().forEach(drug -> targets.put(drug, Target.amount(PLACE + "_" + drug + "_ordered")));
        return new PublishedModel(
                NAME,
                "Side effects of antibodies against PD-1, PD-L1 and CTLA-4, by organ",
                "No tumour: antibodies release T cells against eleven organs, each held back by tolerance. In most patients they"
                        + " stay few; where the drive exceeds a threshold they grow, inflame the organ or destroy the gland, and"
                        + " are treated by rules. Patients differ in susceptibility.",
                "Put together for Immunarium; rules of SITC 2017, doi:10.1186/s40425-017-0300-z",
                () -> model(values),
                targets,
                Quantity.parse("730 d"),
                "nivolumab 1 mg/kg IV q3w x 4 then 3 mg/kg q2w + ipilimumab 3 mg/kg IV q3w x 4",
                "injuries",
                () -> Optional.of(values));
    }

    private static Model model(ParameterTable values) {
        Assembly patient = Assembly.of("side_effects", "Side effects of antibodies against checkpoints", values);
        patient.part().compartment(PLACE, "Plasma, in which all is counted", "L");
        drugs(patient);
        organs(patient);
        patient.add(
                new CheckpointRelease(),
                new OtherEffects(
                        PLACE,
                        "load_PD1 * release_PD1 + load_CTLA4 * release_CTLA4"
                                + " + load_both * release_PD1 * release_CTLA4"),
                new Corticosteroid(PLACE),
                new Care(PLACE, CareRules.shipped()),
                new Withholding(List.of(PD1, CTLA4)));
        return patient.build();
    }

    private static void drugs(Assembly patient) {
        ANTIBODIES.forEach((drug, receptor) -> {
            String rules = receptor.equals(CTLA4) ? CTLA4 : PD1;
            patient.add(
                    new TwoCompartments(PLACE, drug, rules),
                    new InfusionReaction(PLACE, drug, rules),
                    new ReceptorBlockade(drug, "C_" + drug, receptor));
        });
    }

    private static void organs(Assembly patient) {
        for (Organ organ : Organ.values()) {
            patient.add(new SelfReactiveTCells(PLACE, organ));
            patient.add(organ.isGland() ? new GlandDestruction(PLACE, organ) : new Inflammation(PLACE, organ));
        }
        patient.add(new ThyroidHormone(PLACE));
    }
}
