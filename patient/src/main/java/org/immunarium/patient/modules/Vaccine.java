package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A vaccine: an antigen with something that wakes presenting cells.
///
/// *Biology*: from where it is injected, antigen and adjuvant drain to the lymph node. There presenting cells
/// take up the antigen as they do that of a tumour, and mature.
///
/// *Equation*, of amounts in the depot:
///
///     depot'    = -k_drain depot,        P_LN' = signal k_drain depot / V_LN
///     adjuvant' = -k_drain adjuvant,     adjuvant_LN' = k_drain adjuvant / V_LN - k_adj_deg adjuvant_LN
///     mAPC_LN'  = k_APC_mat adjuvant_LN / (adjuvant_LN + adj_50) APC_LN
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_drain | 1/d | drainage from the depot |
/// | vaccine_signal | 1 | what a mole of the depot counts as, where antigen of cells is stated in an effective amount |
/// | k_adj_deg | 1/d | loss of the adjuvant in the node |
/// | adj_50 | M | adjuvant at which half of the presenting cells mature at the largest rate |
/// | adjuvant_ratio | 1 | moles of adjuvant for each of antigen in a dose |
///
/// *Reads and writes*: has depot and adjuvant; gives to the [Antigen] counted in the lymph node, and to mature
/// [AntigenPresentingCells]. Doses go into the depot; adjuvant comes with them.
///
/// *Source*: the mechanism: Palsson et al. 2013, doi 10.1186/1752-0509-7-95.
///
/// @param body    whose lymph node
/// @param antigen its name, `P1`
public record Vaccine(Body body, String antigen) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("P", antigen))
                .amount("{tissue}.vaccine_{P}", "Antigen {P} in the depot of a vaccine", "mol")
                .concentration("{node}.adjuvant", "Adjuvant", "mol")
                .reaction("Drainage of {P} from the depot", "{tissue}.vaccine_{P} ->", "k_drain * {tissue}.vaccine_{P}")
                .reaction(
                        "{P} of the vaccine in the lymph node",
                        "-> {node}.{P}",
                        "vaccine_signal * k_drain * {tissue}.vaccine_{P}")
                .reaction(
                        "Drainage of adjuvant with {P}",
                        "-> {node}.adjuvant",
                        "adjuvant_ratio * k_drain * {tissue}.vaccine_{P}")
                .reaction("Loss of adjuvant", "{node}.adjuvant ->", "k_adj_deg * {node}.adjuvant * {node}")
                .reaction(
                        "Maturation in the lymph node",
                        "{node}.APC -> {node}.mAPC",
                        "k_APC_mat * {node}.adjuvant / ({node}.adjuvant + adj_50) * {node}.APC");
    }
}
