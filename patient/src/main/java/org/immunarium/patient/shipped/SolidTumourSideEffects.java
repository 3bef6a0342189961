package org.immunarium.patient.shipped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Certainty;
import org.immunarium.patient.assembly.KnownValue;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.Body;
import org.immunarium.patient.toxicity.Corticosteroid;
import org.immunarium.patient.toxicity.MarrowCare;
import org.immunarium.patient.toxicity.OrderedDoses;
import org.immunarium.patient.toxicity.OtherEffects;
import org.immunarium.patient.toxicity.Withholding;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.Unit;

/// What the treatments of a patient with a solid tumour do to the rest of the body, and what care then does:
/// doses are withheld, reduced or stopped, and steroids hold back T cells in tumours, too.
///
/// Antibodies against checkpoints and chemotherapy have such equations; other treatments have none.
final class SolidTumourSideEffects {

    private static final Body BODY = SolidTumour.BODY;

    private final Assembly patient;
    private final List<String> antibodies = new ArrayList<>();
    private final List<String> chemotherapy = new ArrayList<>();

    SolidTumourSideEffects(Assembly patient, TumourPlan plan) {
        this.patient = patient;
        if (plan.sideEffects()) {
            for (String drug : plan.drugs()) {
                if (isAntibody(drug)) {
                    antibodies.add(drug);
                } else if (isChemotherapy(drug)) {
                    chemotherapy.add(drug);
                }
            }
        }
    }

    /// Whether a treatment has side effects here.
    static boolean areOf(String drug) {
        return isAntibody(drug) || isChemotherapy(drug);
    }

    private static boolean isAntibody(String drug) {
        return Drugs.find(drug).filter(CheckpointSideEffects::isOf).isPresent();
    }

    private static boolean isChemotherapy(String drug) {
        return ChemotherapySideEffects.DRUGS.contains(drug);
    }

    /// Which quantity says, of where doses go that care may withhold, what share of a dose is given.
    static Map<String, String> given(TumourPlan plan) {
        Map<String, String> given = new LinkedHashMap<>();
        if (plan.sideEffects()) {
            for (String drug : plan.drugs()) {
                if (isAntibody(drug)) {
                    given.put(into(drug), Withholding.given(CheckpointSideEffects.group(drug(drug))));
                } else if (isChemotherapy(drug)) {
                    given.put(into(drug), Withholding.given(MarrowCare.GROUP));
                }
            }
        }
        return given;
    }

    /// Where doses of a drug go.
    static String into(String drug) {
        return OrderedDoses.into(BODY.blood(), DrugValues.idOf(drug));
    }

    /// Adds what the plan's drugs do.
    void add() {
        if (antibodies.isEmpty() && chemotherapy.isEmpty()) {
            return;
        }
        if (!antibodies.isEmpty()) {
            antibodies.forEach(name -> CheckpointSideEffects.addDrug(patient, BODY, drug(name), name));
            CheckpointSideEffects.addOrgans(patient, BODY);
            patient.add(new Withholding(CheckpointSideEffects.GROUPS));
            patient.add(new OtherEffects(BODY.blood(), "", CheckpointSideEffects.LOAD));
        }
        if (!chemotherapy.isEmpty()) {
            chemotherapy.forEach(name -> patient.add(new OrderedDoses(BODY.blood(), name, MarrowCare.GROUP)));
            ChemotherapySideEffects.addMarrow(patient, BODY, chemotherapy);
            patient.add(new OtherEffects(
                    BODY.blood(), OtherEffects.CHEMOTHERAPY, ChemotherapySideEffects.load(chemotherapy)));
        }
    }

    /// What of steroids holds back T cells that kill; empty where none are given.
    Optional<String> brake() {
        return antibodies.isEmpty() ? Optional.empty() : Optional.of(Corticosteroid.brake(BODY.blood()));
    }

    /// Values of the typical patient. An antibody that nothing else is known of causes reactions as nivolumab does.
    static ParameterTable values(TumourPlan plan) {
        ParameterTable values =
                ParameterTable.shipped(SideEffects.NAME).offering(ParameterTable.shipped(ChemotherapySideEffects.NAME));
        List<KnownValue> more = new ArrayList<>();
        for (String drug : plan.drugs()) {
            if (isAntibody(drug) && values.find("reactive_" + drug).isEmpty()) {
                more.add(new KnownValue(
                        "reactive_" + drug,
                        "reactive_nivolumab",
                        Unit.ONE,
                        "worst reaction to an infusion of " + drug,
                        Certainty.ASSUMED,
                        "",
                        "the same"));
            }
        }
        return values.offering(ParameterTable.of(more));
    }

    private static Drug drug(String name) {
        return Drugs.find(name).orElseThrow();
    }
}
