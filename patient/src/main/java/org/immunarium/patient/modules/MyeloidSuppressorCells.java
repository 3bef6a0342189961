package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Myeloid-derived suppressor cells.
///
/// *Biology*: tumours call them with CCL2. Their arginase and nitric oxide hold T cells back; arginase makes
/// regulatory T cells multiply. Entinostat, an inhibitor of histone deacetylases, lowers CCL2, nitric oxide and
/// arginase.
///
/// *Equation*, with [X] = ENT / (ENT + IC50_ENT_X):
///
///     MDSC' = (k_rec CCL2 / (EC50_CCL2_rec + CCL2) + k_brec) (MDSC_max V_T - MDSC) - kd MDSC
///     CCL2' = k_sec_CCL2 C (1 - [CCL2]) / V_T - k_deg_CCL2 CCL2
///     NO'   = k_sec_NO MDSC (1 - [NO]) / V_T - k_deg_NO NO
///     ArgI' = k_sec_ArgI MDSC (1 - [ArgI]) / V_T - k_deg_ArgI ArgI
///     T0'   = ki_Treg T0 (1 - T0 / (Treg_max V_T)) ArgI / (EC50_ArgI_Treg + ArgI) (1 - [ArgI])
///     H_MDSC = 1 - (1 - NO / (IC50_NO_CTL + NO)) (1 - ArgI / (IC50_ArgI_CTL + ArgI)) (1 - [ArgI])
///
/// The last factor is as published; it makes entinostat a brake on killing too.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_rec_MDSC, k_brec_MDSC, kd_MDSC | 1/d | recruitment by CCL2 and without, death |
/// | MDSC_max, Treg_max | cells/mL | densities that the tumour has room for |
/// | k_sec_CCL2, k_sec_NO, k_sec_ArgI | nmol/(cell·d), … | secretion |
/// | k_deg_CCL2, k_deg_NO, k_deg_ArgI | 1/h, 1/d | loss |
/// | EC50_CCL2_rec, EC50_ArgI_Treg, IC50_NO_CTL, IC50_ArgI_CTL | M, mU | half-maximal concentrations |
/// | ki_Treg | 1/d | multiplication of regulatory cells by arginase |
/// | IC50_ENT_CCL2, _NO, _ArgI | M | of entinostat |
///
/// *Reads and writes*: has the cells, what they secrete and `H_MDSC`, which [CytotoxicKilling] reads; adds to
/// regulatory cells; reads the clone and the drug.
///
/// *Source*: Wang et al. 2020, doi 10.3389/fbioe.2020.00141.
///
/// @param lesion     where
/// @param cancer     the clone that calls them, `C1`
/// @param regulatory regulatory T cells, `T0`
/// @param inhibitor  the drug, `ENT`
public record MyeloidSuppressorCells(Lesion lesion, String cancer, String regulatory, String inhibitor)
        implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part("V", lesion.volume(), "C", cancer, "T", regulatory, "E", inhibitor)
                .cells("{V}.MDSC", "Myeloid-derived suppressor cells")
                .concentration("{V}.CCL2", "Chemokine CCL2", "mol")
                .concentration("{V}.NO", "Nitric oxide", "mol")
                .concentration("{V}.ArgI", "Arginase I", "mol")
                .reaction(
                        "Recruitment of MDSC to {V} by CCL2",
                        "-> {V}.MDSC",
                        "k_rec_MDSC * (MDSC_max * {V} - {V}.MDSC) * {V}.CCL2 / (EC50_CCL2_rec + {V}.CCL2)")
                .reaction("Recruitment of MDSC to {V}", "-> {V}.MDSC", "k_brec_MDSC * (MDSC_max * {V} - {V}.MDSC)")
                .reaction("Death of MDSC in {V}", "{V}.MDSC ->", "kd_MDSC * {V}.MDSC")
                .reaction("Loss of CCL2 in {V}", "{V}.CCL2 ->", "k_deg_CCL2 * {V}.CCL2 * {V}")
                .reaction("Loss of NO in {V}", "{V}.NO ->", "k_deg_NO * {V}.NO * {V}")
                .reaction("Loss of arginase in {V}", "{V}.ArgI ->", "k_deg_ArgI * {V}.ArgI * {V}")
                .reaction(
                        "Secretion of CCL2 in {V}",
                        "-> {V}.CCL2",
                        "k_sec_CCL2 * {V}.{C} * (1 - {V}.{E} / ({V}.{E} + IC50_{E}_CCL2))")
                .reaction(
                        "Secretion of NO in {V}",
                        "-> {V}.NO",
                        "k_sec_NO * {V}.MDSC * (1 - {V}.{E} / ({V}.{E} + IC50_{E}_NO))")
                .reaction(
                        "Secretion of arginase in {V}",
                        "-> {V}.ArgI",
                        "k_sec_ArgI * {V}.MDSC * (1 - {V}.{E} / ({V}.{E} + IC50_{E}_ArgI))")
                .reaction(
                        "Multiplication of {T} by arginase in {V}",
                        "-> {V}.{T}",
                        "ki_Treg * {V}.{T} * (1 - {V}.{T} / (Treg_max * {V})) * {V}.ArgI / (EC50_ArgI_Treg + {V}.ArgI)"
                                + " * (1 - {V}.{E} / ({V}.{E} + IC50_{E}_ArgI))")
                .assigned(
                        "H_MDSC_{C}",
                        "Share of killing that suppressor cells hold back",
                        "1",
                        "1 - (1 - {V}.NO / (IC50_NO_CTL + {V}.NO)) * (1 - {V}.ArgI / (IC50_ArgI_CTL + {V}.ArgI))"
                                + " * (1 - {V}.{E} / ({V}.{E} + IC50_{E}_ArgI))");
    }
}
