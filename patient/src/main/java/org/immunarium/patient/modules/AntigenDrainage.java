package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// An antigen that dying cancer cells release, and that lymph carries to the lymph node.
///
/// *Biology*: cancer cells that die, by themselves, by treatment or by T cells, release their
/// antigens; these are broken down, or drain to the lymph node. Presenting cells take up so
/// little that it is not counted.
///
/// *Equation*, of concentrations in the tumour, which takes a share C_total / C_max of its bed V_T:
///
///     P_T' V_T   = n_clones P_per_C (k_death + k_therapy + sum of k_C_T T / (C_total + T_total) (1 - H_PD1)) C
///                  C_max / (C_total + 1 cell) - k_deg_D P_T V_T - Q_TL P_T V_T C_total / C_max
///     P_LN' V_LN = Q_TL P_T V_T C_total / C_max - k_deg_D P_LN V_LN
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | n_clones | 1 | antigens of this kind |
/// | P_per_C | mol/cell | antigen of one kind in a cell |
/// | k_deg_D | 1/d | loss outside of cells |
/// | Q_TL | 1/min | flow of lymph, of the volume that it drains |
///
/// *Reads and writes*: has the antigen in tumour and lymph node; reads the clones and who kills them. It stands
/// where [AntigenRelease] may stand, which presenting cells take up.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param body    to whose lymph node it drains
/// @param lesion  whose cells release it
/// @param antigen its name, `D1_0`
/// @param clones  the parameter of how many antigens there are, `n_clone_p1_0`
/// @param deaths  of each clone that has it, who kills it
public record AntigenDrainage(
        Body body, Lesion lesion, String antigen, String clones, List<AntigenRelease.Deaths> deaths)
        implements Mechanism {

    public AntigenDrainage {
        deaths = List.copyOf(deaths);
    }

    @Override
    public void addTo(Assembly patient) {
        for (AntigenRelease.Deaths of : deaths) {
            patient.part(lesion.names()
                            .and("P", antigen)
                            .and("n", clones)
                            .and("C", of.cancer())
                            .and("rate", of.rate(lesion))
                            .and("concentrated", lesion.concentrated()))
                    .reaction(
                            "Release of {P} by {C} in {tumour}",
                            "-> {tumour}.{P}",
                            "{n} * {P}_per_C * {rate} * {tumour}.{C}{concentrated}");
        }
        patient.part(body.names().and(lesion.names()).and("size", lesion.size()).and("P", antigen))
                .concentration("{tumour}.{P}", "Antigen {P} outside of cells", "mol")
                .concentration("{node}.{P}", "Antigen {P} outside of cells", "mol")
                .reaction("Loss of {P} in {tumour}", "{tumour}.{P} ->", "k_deg_D * {tumour}.{P} * {tumour}")
                .reaction("{P} with lymph from {tumour}", "{tumour}.{P} -> {node}.{P}", "Q_TL * {tumour}.{P} * {size}")
                .reaction("Loss of {P} in {node}", "{node}.{P} ->", "k_deg_D * {node}.{P} * {node}");
    }
}
