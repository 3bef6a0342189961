package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A drug that is swallowed.
///
/// *Biology*: part of a dose is taken up by the mouth at once; the rest is released in the gut after a while,
/// and taken up there.
///
/// *Equation*, of amounts by the volume of blood:
///
///     Buccal' = -k_a1 Buccal,   Dose2' = -k_dose2 Dose2,   GI' = k_dose2 Dose2 - k_a2 GI
///     A_C'    = k_a1 Buccal + k_a2 GI
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_a1, k_a2 | 1/h | uptake by the mouth, by the gut |
/// | k_dose2 | 1/h | release in the gut |
///
/// *Reads and writes*: has the depots, which doses go into; gives to the drug of [DrugDistribution] in blood.
///
/// *Source*: Wang et al. 2020, doi 10.3389/fbioe.2020.00141.
///
/// @param body whose blood
/// @param drug its name, `ENT`
public record OralAbsorption(Body body, String drug) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("A", drug))
                .concentration("{blood}.{A}_Buccal", "{A} in the mouth", "mol")
                .concentration("{blood}.{A}_GI", "{A} in the gut", "mol")
                .concentration("{blood}.Dose2", "{A} that the gut has yet to release", "mol")
                .reaction(
                        "Release of {A} in the gut",
                        "{blood}.Dose2 -> {blood}.{A}_GI",
                        "k_dose2 * {blood}.Dose2 * {blood}")
                .reaction(
                        "Uptake of {A} by the mouth",
                        "{blood}.{A}_Buccal -> {blood}.{A}",
                        "k_a1_{A} * {blood}.{A}_Buccal * {blood}")
                .reaction(
                        "Uptake of {A} by the gut",
                        "{blood}.{A}_GI -> {blood}.{A}",
                        "k_a2_{A} * {blood}.{A}_GI * {blood}");
    }
}
