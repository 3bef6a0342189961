package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// The patient's own antibodies against the tumour.
///
/// *Biology*: B cells of the lymph node that see an antigen, with help, become plasma cells, which secrete
/// antibody into blood for months.
///
/// *Equation*, of naive B cells nB of one kind:
///
///     plasma' = k_B_act H_help P / (P + P_50_B) nB 2^N_B - k_plasma_death plasma
///     IgG'    = k_IgG plasma / V_C - k_IgG_deg IgG
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | nB | cells | naive B cells that see it |
/// | k_B_act | 1/d | largest rate of activation |
/// | P_50_B | M | antigen at half of it |
/// | N_B | 1 | divisions |
/// | k_plasma_death | 1/d | death of plasma cells |
/// | k_IgG, k_IgG_deg | mol/(cell·d), 1/d | secretion, loss |
///
/// *Reads and writes*: has plasma cells, and antibody in blood; how it comes to tumours is left out. Reads
/// `H_help` of [Help] and the [Antigen] of the lymph node.
///
/// *Source*: life of plasma cells and secretion: Slifka et al. 1998, doi 10.1016/S1074-7613(00)80541-5; Hibi
/// and Dosch 1986.
///
/// @param body    where
/// @param antigen its name, `P1`
public record TumourAntibodies(Body body, String antigen) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("P", antigen))
                .cells("{node}.plasma_{P}", "Plasma cells against {P}")
                .concentration("{blood}.IgG_{P}", "Antibody against {P}", "mol")
                .reaction(
                        "Activation of B cells by {P}",
                        "-> {node}.plasma_{P}",
                        "k_B_act * H_help * {node}.{P} / ({node}.{P} + P_50_B) * nB * 2^N_B")
                .reaction(
                        "Death of plasma cells against {P}",
                        "{node}.plasma_{P} ->",
                        "k_plasma_death * {node}.plasma_{P}")
                .reaction("Secretion of antibody against {P}", "-> {blood}.IgG_{P}", "k_IgG * {node}.plasma_{P}")
                .reaction(
                        "Loss of antibody against {P}", "{blood}.IgG_{P} ->", "k_IgG_deg * {blood}.IgG_{P} * {blood}");
    }
}
