package org.immunarium.patient.shipped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.Body;
import org.immunarium.patient.modules.DrugKinetics;
import org.immunarium.patient.modules.Neutropenia;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.toxicity.FebrileNeutropenia;
import org.immunarium.patient.toxicity.FollowUp;
import org.immunarium.patient.toxicity.MarrowCare;
import org.immunarium.patient.toxicity.OrderedDoses;
import org.immunarium.patient.toxicity.OtherCauses;
import org.immunarium.patient.toxicity.OtherEffects;
import org.immunarium.patient.toxicity.Withholding;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.Quantity;

/// A patient without a tumour under chemotherapy, for side effects alone.
public final class ChemotherapySideEffects {

    static final String NAME = "side-effects-chemotherapy";

    /// Drugs with a known effect on the marrow.
    static final List<String> DRUGS = List.of("docetaxel", "dacarbazine", "cisplatin", "carboplatin", "pemetrexed");

    private static final Body BODY = Body.usual();

    private ChemotherapySideEffects() {}

    /// The typical patient.
    public static PublishedModel patient() {
        ParameterTable values = values();
        Map<String, Target> targets = new LinkedHashMap<>();
        DRUGS.forEach(drug -> targets.put(drug, Target.amount(OrderedDoses.into(BODY.blood(), drug))));
        Map<String, String> given = new LinkedHashMap<>();
        DRUGS.forEach(drug -> given.put(OrderedDoses.into(BODY.blood(), drug), Withholding.given(MarrowCare.GROUP)));
        return new PublishedModel(
                        NAME,
                        "Side effects of chemotherapy: neutropenia, fever, and others",
                        "No tumour: docetaxel, dacarbazine, or a platinum with pemetrexed kill what divides in the marrow, so that"
                                + " neutrophils are few a week later. Fever follows from how few, and for how long. All else,"
                                + " fatigue and nausea first, is one burden that follows exposure.",
                        "Put together for Immunarium; neutrophils of Friberg 2002, doi:10.1200/JCO.2002.02.140",
                        () -> assembled(values).build(),
                        targets,
                        Quantity.parse("180 d"),
                        "docetaxel 75 mg/m2 IV q3w",
                        "other_harm",
                        () -> Optional.of(used(values)))
                .withSeen(new PublishedModel.Seen(List.of(), given));
    }

    private static ParameterTable values() {
        ParameterTable values = ParameterTable.shipped(NAME);
        for (String drug : DRUGS) {
            values = Drugs.find(drug).map(DrugValues::of).map(values::offering).orElse(values);
        }
        return values;
    }

    private static ParameterTable used(ParameterTable values) {
        Assembly patient = assembled(values);
        patient.build();
        return patient.used();
    }

    private static Assembly assembled(ParameterTable values) {
        Assembly patient = Assembly.of("side_effects_chemotherapy", "Side effects of chemotherapy", values);
        patient.part()
                .compartment(BODY.blood(), "Blood, in which all is counted", "L")
                .compartment(BODY.periphery(), "Tissue", "L");
        for (String drug : DRUGS) {
            patient.add(
                    Drugs.find(drug)
                            .map(known -> DrugKinetics.of(BODY, known, drug))
                            .orElse(new DrugKinetics(BODY, drug, Set.of())),
                    new OrderedDoses(BODY.blood(), drug, MarrowCare.GROUP));
        }
        addMarrow(patient, BODY, DRUGS);
        patient.add(
                new OtherEffects(BODY.blood(), OtherEffects.CHEMOTHERAPY, load(DRUGS)),
                new OtherCauses(),
                new FollowUp());
        return patient;
    }

    /// Neutrophils, and care for them.
    ///
    /// @param drugs that kill what divides
    static void addMarrow(Assembly patient, Body body, List<String> drugs) {
        patient.add(
                new Neutropenia(body.blood(), times("slope_", drugs)),
                new FebrileNeutropenia(body.blood()),
                new MarrowCare(body.blood()));
    }

    /// Of [OtherEffects].
    static String load(List<String> drugs) {
        return times("load_", drugs);
    }

    /// Concentrations of all drugs, each times its parameter.
    private static String times(String parameter, List<String> drugs) {
        return String.join(
                " + ",
                drugs.stream().map(drug -> parameter + drug + " * c_" + drug).toList());
    }
}
