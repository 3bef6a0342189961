package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// A proxy of cytokine release syndrome and of neurologic events, from IL-6 in blood, and tocilizumab.
///
/// *Biology*: T cells that meet many targets stir macrophages, whose IL-6 brings fever, low blood pressure and
/// want of oxygen within hours. Events in the brain follow days later. Tocilizumab blocks the receptor of IL-6,
/// which helps against the first and not the second.
///
/// *Equation*, of the IL-6 that acts on the body, S, and on the brain, N:
///
///     S' = k_crs ((1 - blocked) IL6 - S),  N' = k_neuro (IL6 - N)
///
/// When S reaches level_tocilizumab, `blocked` becomes share_blocked.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_crs, k_neuro | 1/d | how soon effects follow |
/// | level_tocilizumab | ng/L | S at which tocilizumab is given |
/// | share_blocked | 1 | what it takes away |
/// | blocked | 1 | what is so at the start |
///
/// *Reads and writes*: has both; reads IL-6 of [org.immunarium.patient.modules.CytokineRelease].
///
/// *Source*: a proxy. Grades after ASTCT (Lee 2019, doi 10.1016/j.bbmt.2018.12.758) are of temperature, blood
/// pressure, oxygen and behaviour, none of which is here.
///
/// @param blood the compartment of blood, `V_C`
public record CytokineSyndrome(String blood) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood))
                .concentration(
                        "{C}.syndrome", "IL-6 that acts on the body, a proxy of the cytokine release syndrome", "ng")
                .initially("{C}.syndrome", "IL6_0")
                .concentration("{C}.brain", "IL-6 that acts on the brain, a proxy of neurologic events", "ng")
                .initially("{C}.brain", "IL6_0")
                .reaction("IL-6 begins to act", "-> {C}.syndrome", "k_crs * (1 - blocked) * {C}.IL6 * {C}")
                .reaction("IL-6 ceases to act", "{C}.syndrome ->", "k_crs * {C}.syndrome * {C}")
                .reaction("IL-6 begins to act on the brain", "-> {C}.brain", "k_neuro * {C}.IL6 * {C}")
                .reaction("IL-6 ceases to act on the brain", "{C}.brain ->", "k_neuro * {C}.brain * {C}")
                .event("Tocilizumab", "{C}.syndrome >= level_tocilizumab", "blocked", "share_blocked");
    }
}
