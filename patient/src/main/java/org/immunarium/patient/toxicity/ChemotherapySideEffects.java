package org.immunarium.patient.toxicity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.Neutropenia;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;

/// A patient without a tumour under chemotherapy, for side effects alone.
public final class ChemotherapySideEffects {

    private static final String NAME = "side-effects-chemotherapy";
    private static final String PLACE = SideEffects.PLACE;
    private static final String RULES = "chemotherapy";
    private static final List<String> DRUGS = List.of("docetaxel", "dacarbazine", "cisplatin", "pemetrexed");

    private ChemotherapySideEffects() {}

    /// The typical patient.
    public static PublishedModel patient() {
        ParameterTable values = ParameterTable.shipped(NAME);
        Map<String, Target> targets = new LinkedHashMap<>();
        DRUGS.forEach(drug -> targets.put(drug, Target.amount(PLACE + "_" + drug + "_ordered")));
        return new PublishedModel(
                NAME,
                "Side effects of chemotherapy: neutropenia, fever, and others",
                "No tumour: docetaxel, dacarbazine, or cisplatin with pemetrexed kill what divides in the marrow, so that"
                        + " neutrophils are few a week later. Fever follows from how few, and for how long. All else,"
                        + " fatigue and nausea first, is one burden that follows exposure.",
                "Put together for Immunarium; neutrophils of Friberg 2002, doi:10.1200/JCO.2002.02.140",
                () -> model(values),
                targets,
                Quantity.parse("180 d"),
                "docetaxel 75 mg/m2 IV q3w",
                "other_harm",
                () -> Optional.of(values));
    }

    private static Model model(ParameterTable values) {
        Assembly patient = Assembly.of("side_effects_chemotherapy", "Side effects of chemotherapy", values);
        patient.part().compartment(PLACE, "Blood, in which all is counted", "L");
        DRUGS.forEach(drug -> patient.add(new TwoCompartments(PLACE, drug, RULES)));
        patient.part().sum("reactions", "Worst reactions to infusions", "1");
        patient.add(
                new Neutropenia(PLACE, times("slope_")),
                new FebrileNeutropenia(PLACE),
                new OtherEffects(PLACE, times("load_")),
                new Withholding(List.of(RULES)));
        return patient.build();
    }

    /// Concentrations of all drugs, each times its parameter.
    private static String times(String parameter) {
        return String.join(
                " + ",
                DRUGS.stream().map(drug -> parameter + drug + " * C_" + drug).toList());
    }
}
