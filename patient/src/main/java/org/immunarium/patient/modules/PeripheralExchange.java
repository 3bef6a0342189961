package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// A second compartment of a drug whose amount in blood another mechanism has.
///
/// *Biology*: an antibody leaves blood for the space between cells and comes back, over days.
///
/// *Equation*, of amounts D in blood and P elsewhere:
///
///     P' = Q (D / V - P / V2)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | Q_D | L/d | exchange |
/// | V_D, V2_D | L | central and peripheral volumes |
///
/// *Reads and writes*: has the drug elsewhere; takes it from blood and gives it back, where [TCellEngager] has it.
///
/// *Source*: Gibaldi and Perrier 1982, *Pharmacokinetics*.
///
/// @param blood  the compartment of blood, `V_C`
/// @param tissue the compartment of the rest, `V_P`
/// @param drug   its name, `mosunetuzumab`
public record PeripheralExchange(String blood, String tissue, String drug) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood).and("P", tissue).and("D", drug))
                .amount("{P}.{D}", "{D} elsewhere than in blood", "µg")
                .reaction(
                        "{D} from blood to elsewhere",
                        "{C}.{D} -> {P}.{D}",
                        "Q_{D} * ({C}.{D} / V_{D} - {P}.{D} / V2_{D})");
    }
}
