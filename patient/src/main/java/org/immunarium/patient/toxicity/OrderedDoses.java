package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Doses that are due, and are given or not.
///
/// *Biology*: a dose that is due is infused, unless treatment is withheld, was stopped, or has ended.
///
/// *Equation*, of what is in the line, A_o, and the amount in blood, A:
///
///     A_o' = -k_line A_o
///     A'   = given k_line A_o / M + ...
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_line | 1/h | how fast an infusion runs in |
/// | M_A | g/mol | molar mass |
///
/// *Reads and writes*: has `A_ordered`, to which doses go; adds to the drug in blood of [DrugKinetics]; reads
/// `given_{rules}` of [Withholding].
///
/// *Source*: an infusion of an hour, near enough for what takes days.
///
/// @param blood the compartment of blood, `V_C`
/// @param drug  its name, `nivolumab`
/// @param rules by which it is withheld, `PD1`
public record OrderedDoses(String blood, String drug, String rules) implements Mechanism {

    /// Where doses go.
    public static String into(String blood, String drug) {
        return blood + "_" + drug + "_ordered";
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood).and("A", drug).and("R", rules))
                .amount("{C}.{A}_ordered", "{A} that is due", "mg")
                .reaction("{A} that was due", "{C}.{A}_ordered ->", "k_line * {C}.{A}_ordered")
                .reaction("Infusion of {A}", "-> {C}.{A}", "given_{R} * k_line * {C}.{A}_ordered / M_{A}");
    }
}
