package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// An antibody that passes the walls of vessels, by their permeability and their surface.
///
/// *Biology*: antibodies leave the blood slowly through the walls of vessels, fill part of the
/// space between cells, and go with the lymph from the tumour through the lymph node back to the
/// blood.
///
/// *Equation*, of concentrations [M] in whole compartments, of which it can enter a fraction f:
///
///     A_C' V_C   = -sum of P_X S_X V_X (A_C / f_C - A_X / f_X) + Q_TL V_T A_LN / f_LN - cl A_C V_C
///     A_P' V_P   = P_P S_P V_P (A_C / f_C - A_P / f_P)
///     A_T' V_T   = P_T S_T V_T (A_C / f_C - A_T / f_T) - Q_TL V_T A_T / f_T
///     A_LN' V_LN = P_LN S_LN V_LN (A_C / f_C - A_LN / f_LN) + Q_TL V_T (A_T / f_T - A_LN / f_LN)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | perm_CP_Ab, perm_CT_Ab, perm_CL_Ab | cm/s | permeability of vessels, in tissue, tumour and lymph nodes |
/// | P_ratio | 1 | that of healthy vessels to this antibody, next to others |
/// | S_CP, S_CT, S_CL | cm²/L | surface of vessels, of each volume |
/// | Q_TL | 1/min | flow of lymph, of the tumour's volume |
/// | cl | 1/s | clearance |
/// | f_vol_cent_A, f_vol_peri_A, f_vol_tum, f_vol_LN | 1 | fraction of a compartment that it can enter |
///
/// *Reads and writes*: has the antibody in each compartment; doses go into blood. It stands where
/// [DrugDistribution] may stand, which states flows.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param body   where
/// @param lesion in which tumour too
/// @param drug   its name, `Nivo`
public record AntibodyPermeation(Body body, Lesion lesion, String drug) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        into(patient, body.periphery(), "CP", "f_vol_peri_" + drug, " * P_ratio_" + drug);
        into(patient, lesion.volume(), "CT", "f_vol_tum", "");
        into(patient, body.node(), "CL", "f_vol_LN", " * P_ratio_" + drug);
        patient.part(body.names().and(lesion.names()).and("A", drug))
                .concentration("{blood}.{A}", "{A}", "mol")
                .reaction(
                        "{A} with lymph from {tumour}",
                        "{tumour}.{A} -> {node}.{A}",
                        "Q_TL * {tumour} * {tumour}.{A} / f_vol_tum")
                .reaction(
                        "{A} with lymph to blood",
                        "{node}.{A} -> {blood}.{A}",
                        "Q_TL * {tumour} * {node}.{A} / f_vol_LN")
                .reaction("Clearance of {A}", "{blood}.{A} ->", "cl_{A} * {blood}.{A} * {blood}");
    }

    private void into(Assembly patient, String place, String wall, String fraction, String ratio) {
        patient.part(body.names()
                        .and("X", place)
                        .and("A", drug)
                        .and("CX", wall)
                        .and("f", fraction)
                        .and("ratio", ratio))
                .concentration("{X}.{A}", "{A}", "mol")
                .reaction(
                        "{A} from blood to {X}",
                        "{blood}.{A} -> {X}.{A}",
                        "perm_{CX}_Ab{ratio} * S_{CX} * {X} * ({blood}.{A} / f_vol_cent_{A} - {X}.{A} / {f})");
    }
}
