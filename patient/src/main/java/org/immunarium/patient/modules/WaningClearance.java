package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// A part of a drug's clearance that wanes as treatment goes on.
///
/// *Biology*: antibodies against B cells leave sooner while there are many of these to bind them, and while
/// disease makes protein turn over faster.
///
/// *Equation*, of the amount D in blood, beside the clearance that lasts:
///
///     D' = -CL_waning w D / V,  w' = -k_waning w
///
/// with w the share that is left, 1 at time zero, whenever the first dose is: the analysis is by time, and not by
/// B cells.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | CL_waning_D | L/d | at time zero |
/// | k_waning_D | 1/d | how fast it wanes |
/// | V_D | L | central volume |
///
/// *Reads and writes*: has the share, which starts at 1; takes the drug from blood, where [TCellEngager] has it.
///
/// *Source*: the form of Bender et al. 2024, doi 10.1111/cts.13825.
///
/// @param blood the compartment of blood, `V_C`
/// @param drug  its name, `mosunetuzumab`
public record WaningClearance(String blood, String drug) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood).and("D", drug))
                .amount("{C}.waning_{D}", "Share that is left of the waning clearance of {D}", "1")
                .initially("{C}.waning_{D}", "1")
                .reaction("Waning of clearance of {D}", "{C}.waning_{D} ->", "k_waning_{D} * {C}.waning_{D}")
                .reaction(
                        "Clearance of {D} that wanes",
                        "{C}.{D} ->",
                        "CL_waning_{D} * {C}.waning_{D} * {C}.{D} / V_{D}");
    }
}
