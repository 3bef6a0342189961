package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Corticosteroids: full doses within a day, and a taper over weeks.
///
/// *Equation*, of the dose relative to 1 mg/kg of prednisone a day, and whether it is needed:
/// `steroid' = k_steroid needed (1 - steroid) - k_taper (1 - needed) steroid`.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_steroid | 1/d | how soon doses act |
/// | k_taper | 1/d | how fast they are tapered |
/// | block_killing | 1 | share of T cells' killing in tumours that full doses take away, where [#brake] is used |
/// | steroid_needed | 1 | 0 or 1, what is so at the start |
///
/// *Reads and writes*: has `steroid`, for [SelfReactiveTCells]; [Care] says when it is needed.
///
/// *Source*: SITC's guideline, doi 10.1186/s40425-017-0300-z: taper over 4 to 6 weeks.
///
/// @param place the compartment that all is counted in, `V_C`
public record Corticosteroid(String place) implements Mechanism {

    /// What holds back T cells in tumours: a brake of [org.immunarium.patient.modules.CytotoxicKilling].
    public static String brake(String place) {
        return "block_killing * " + place + ".steroid";
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", place))
                .amount("{C}.steroid", "Corticosteroid, relative to full doses", "1")
                .reaction("Steroid is given", "-> {C}.steroid", "k_steroid * steroid_needed * (1 - {C}.steroid)")
                .reaction("Steroid is tapered", "{C}.steroid ->", "k_taper * (1 - steroid_needed) * {C}.steroid");
    }
}
