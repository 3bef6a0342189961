package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Lipase and amylase in blood, which rise under antibodies against checkpoints and seldom make anyone ill.
///
/// *Biology*: most patients with high values have no inflamed pancreas. They are events only in trials that measure
/// and report them.
///
/// *Equation*: the disturbance L follows both releases,
/// `L' = k_burden (lab_PD1 release_PD1 + lab_CTLA4 release_CTLA4 - L)`.
///
/// *Parameters*: lab_PD1, lab_CTLA4 [1]; k_burden [1/d]; s_laboratory [1], how easily the patient's values change.
///
/// *Reads and writes*: has `laboratory` and `laboratory_harm`, which is L times s_laboratory while it is observed;
/// reads [CheckpointRelease].
///
/// *Source*: probit of exposure, as [OtherEffects].
///
/// @param place the compartment that all is counted in, `V_C`
public record LaboratoryValues(String place) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", place))
                .amount("{C}.laboratory", "Disturbance of laboratory values", "1")
                .assigned(
                        "laboratory_harm",
                        "Disturbance of laboratory values, times how easily the patient's change",
                        "1",
                        "observed * s_laboratory * {C}.laboratory")
                .reaction(
                        "Laboratory values change",
                        "-> {C}.laboratory",
                        "k_burden * (lab_PD1 * release_PD1 + lab_CTLA4 * release_CTLA4)")
                .reaction("Laboratory values return", "{C}.laboratory ->", "k_burden * {C}.laboratory");
    }
}
