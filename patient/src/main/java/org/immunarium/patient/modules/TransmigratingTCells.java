package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Effector T cells that enter a tissue by its sites of adhesion.
///
/// *Biology*: effectors leave the lymph node for the blood. There they hold on to vessels' walls
/// and pass through them, the more often the more sites of adhesion and the more vessels there
/// are. They come back from tissue, not from the tumour.
///
/// *Equation*:
///
///     T_LN' = -k_egress T_LN - k_death T_LN
///     T_C'  = k_egress T_LN - k_transmig f_BV T_C / V_C (S_adhesion V_T C_total / C_max + S_adhesion_peri V_P)
///             + k_exit T_P - k_death T_C
///     T_P'  = k_transmig f_BV T_C / V_C S_adhesion_peri V_P - k_exit T_P - k_death_peri T_P
///     T_T'  = k_transmig f_BV T_C / V_C S_adhesion V_T C_total / C_max - k_death T_T
///
/// *Parameters*, of a family T of cells:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_egress | 1/h | out of the lymph node |
/// | k_T_transmig | 1/(min·cell) | through the wall, at one site |
/// | f_vol_BV | 1 | share of a tissue that is vessels |
/// | k_T_exit | 1/d | from tissue back to blood |
/// | k_T_death, k_T_death_peri | 1/d | death, and that in tissue |
///
/// *Reads and writes*: has effectors in all compartments; adds to the volume of the tumour's cells and to its T
/// cells; reads [AdhesionSites]. It stands where [EffectorTCells] may stand, which enter by volume alone.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param body   where they circulate
/// @param lesion which tumour they enter
/// @param tCell  their name, `Teff_1_0`
/// @param family by which parameters are named, `Teff`: clones share them
public record TransmigratingTCells(Body body, Lesion lesion, String tCell, String family) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names()
                        .and(lesion.names())
                        .and("T", tCell)
                        .and("k", "k_" + family)
                        .and("size", lesion.size()))
                .cells("{blood}.{T}", "Effector cells of {T}")
                .cells("{tissue}.{T}", "Effector cells of {T}")
                .cells("{tumour}.{T}", "Effector cells of {T}")
                .cells("{node}.{T}", "Effector cells of {T}")
                .term("{room}", "vol_Tcell * {tumour}.{T}")
                .term("{T_total}", "{tumour}.{T}")
                .reaction("Death of {T} in {blood}", "{blood}.{T} ->", "{k}_death * {blood}.{T}")
                .reaction("Death of {T} in {tissue}", "{tissue}.{T} ->", "{k}_death_peri * {tissue}.{T}")
                .reaction("Death of {T} in {tumour}", "{tumour}.{T} -> {deadT}", "{k}_death * {tumour}.{T}")
                .reaction("Death of {T} in {node}", "{node}.{T} ->", "{k}_death * {node}.{T}")
                .reaction("{T} from lymph node to blood", "{node}.{T} -> {blood}.{T}", "{k}_egress * {node}.{T}")
                .reaction(
                        "{T} from blood to {tumour}",
                        "{blood}.{T} -> {tumour}.{T}",
                        "{k}_transmig * S_adhesion{site} * {blood}.{T} * {size} * f_vol_BV / {blood}")
                .reaction(
                        "{T} from blood to tissue",
                        "{blood}.{T} -> {tissue}.{T}",
                        "{k}_transmig * S_adhesion_peri * {blood}.{T} * {tissue} * f_vol_BV / {blood}")
                .reaction("{T} from tissue to blood", "{tissue}.{T} -> {blood}.{T}", "{k}_exit * {tissue}.{T}");
    }
}
