package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// A cytokine in blood: a constant background, and what active T cells release.
///
/// *Biology*: T cells that see their antigen, and the macrophages that they stir, release cytokines, which the
/// body takes away within hours.
///
/// *Equation*: `X' = d_X (X_0 - X) + P_X activity`.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | d_X | 1/d | loss |
/// | X_0 | ng/L, which is pg/mL | background |
/// | P_X | ng/(L·d) over the unit of the activity | release |
///
/// *Reads and writes*: has the cytokine, which starts at its background; reads the activity.
///
/// *Source*: Hardiansyah and Ng 2019, doi 10.1111/cts.12636, equations 2 to 4.
///
/// @param blood    the compartment of blood, `V_C`
/// @param cytokine its name, `IL6`
/// @param activity a formula, `V_P.CARTE * H_CD19`
public record CytokineRelease(String blood, String cytokine, String activity) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood).and("X", cytokine).and("activity", activity))
                .concentration("{C}.{X}", "{X}", "ng")
                .initially("{C}.{X}", "{X}_0")
                .reaction("Background of {X}", "-> {C}.{X}", "d_{X} * {X}_0 * {C}")
                .reaction("Release of {X}", "-> {C}.{X}", "P_{X} * {activity} * {C}")
                .reaction("Loss of {X}", "{C}.{X} ->", "d_{X} * {C}.{X} * {C}");
    }
}
