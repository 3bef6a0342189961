package org.immunarium.patient.shipped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.Body;
import org.immunarium.patient.modules.DrugKinetics;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.toxicity.FollowUp;
import org.immunarium.patient.toxicity.LaboratoryValues;
import org.immunarium.patient.toxicity.OrderedDoses;
import org.immunarium.patient.toxicity.OtherCauses;
import org.immunarium.patient.toxicity.OtherEffects;
import org.immunarium.patient.toxicity.Withholding;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.Quantity;

/// A patient without a tumour under antibodies against checkpoints, for side effects alone.
///
/// What harms an organ does not depend on the tumour here, so that this patient, which is quickly computed, is
/// what rates of trials are compared with. Patients with a solid tumour have the same mechanisms:
/// [SolidTumourSideEffects].
public final class SideEffects {

    static final String NAME = "side-effects";
    private static final Body BODY = Body.usual();

    private static final List<String> ANTIBODIES =
            List.of("nivolumab", "pembrolizumab", "atezolizumab", "avelumab", "ipilimumab");

    private SideEffects() {}

    /// The typical patient.
    public static PublishedModel patient() {
        ParameterTable values = values();
        Map<String, Target> targets = new LinkedHashMap<>();
        ANTIBODIES.forEach(drug -> targets.put(drug, Target.amount(OrderedDoses.into(BODY.blood(), drug))));
        Map<String, String> given = new LinkedHashMap<>();
        ANTIBODIES.forEach(drug -> given.put(
                OrderedDoses.into(BODY.blood(), drug),
                Withholding.given(CheckpointSideEffects.group(Drugs.find(drug).orElseThrow()))));
        return new PublishedModel(
                        NAME,
                        "Side effects of antibodies against PD-1, PD-L1 and CTLA-4, by organ",
                        "No tumour: antibodies release T cells against eleven organs, each held back by tolerance. In most patients they"
                                + " stay few; where the drive exceeds a threshold they grow, inflame the organ or destroy the gland, and"
                                + " are treated by rules. Patients differ in susceptibility.",
                        "Put together for Immunarium; rules of SITC 2017, doi:10.1186/s40425-017-0300-z",
                        () -> assembled(values).build(),
                        targets,
                        Quantity.parse("730 d"),
                        "nivolumab 1 mg/kg IV q3w x 4 then 3 mg/kg q2w + ipilimumab 3 mg/kg IV q3w x 4",
                        "injuries",
                        () -> Optional.of(used(values)))
                .withSeen(new PublishedModel.Seen(List.of(), given));
    }

    private static ParameterTable values() {
        ParameterTable values = ParameterTable.shipped(NAME);
        for (String drug : ANTIBODIES) {
            values = values.offering(DrugValues.of(Drugs.find(drug).orElseThrow()));
        }
        return values;
    }

    private static ParameterTable used(ParameterTable values) {
        Assembly patient = assembled(values);
        patient.build();
        return patient.used();
    }

    private static Assembly assembled(ParameterTable values) {
        Assembly patient = Assembly.of("side_effects", "Side effects of antibodies against checkpoints", values);
        patient.part()
                .compartment(BODY.blood(), "Blood, in which all is counted", "L")
                .compartment(BODY.periphery(), "Tissue", "L");
        for (String drug : ANTIBODIES) {
            Drug known = Drugs.find(drug).orElseThrow();
            patient.add(DrugKinetics.of(BODY, known, drug));
            CheckpointSideEffects.addDrug(patient, BODY, known, drug);
        }
        CheckpointSideEffects.addOrgans(patient, BODY);
        patient.add(
                new OtherEffects(BODY.blood(), "", CheckpointSideEffects.LOAD),
                new LaboratoryValues(BODY.blood()),
                new OtherCauses(),
                new Withholding(CheckpointSideEffects.GROUPS),
                new FollowUp());
        return patient;
    }
}
