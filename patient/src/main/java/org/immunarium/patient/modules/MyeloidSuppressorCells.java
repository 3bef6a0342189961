package org.immunarium.patient.modules;

import java.util.Optional;
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
/// @param cancer     the cells that call them: a clone, `C1`, or all of a tumour, `C`
/// @param callers    how many these are, as a formula
/// @param regulatory regulatory T cells, `T0`
/// @param inhibitor  the drug, `ENT`; empty for none
public record MyeloidSuppressorCells(
        Lesion lesion, String cancer, String callers, String regulatory, Optional<String> inhibitor)
        implements Mechanism {

    /// Called by all cancer cells of a tumour.
    public static MyeloidSuppressorCells of(Lesion lesion, String regulatory) {
        return new MyeloidSuppressorCells(lesion, "C", lesion.cancerCells(), regulatory, Optional.empty());
    }

    /// Called by one clone, and held back by an inhibitor.
    public static MyeloidSuppressorCells inhibited(Lesion lesion, String cancer, String regulatory, String inhibitor) {
        return new MyeloidSuppressorCells(
                lesion, cancer, lesion.volume() + "." + cancer, regulatory, Optional.of(inhibitor));
    }

    /// The brake on killing.
    public static String brake(Lesion lesion) {
        return "H_MDSC_C" + lesion.suffix();
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names()
                        .and("C", cancer)
                        .and("callers", callers)
                        .and("T", regulatory)
                        .and("less_CCL2", inhibited("CCL2"))
                        .and("less_NO", inhibited("NO"))
                        .and("less_ArgI", inhibited("ArgI")))
                .cells("{tumour}.MDSC", "Myeloid-derived suppressor cells")
                .concentration("{tumour}.CCL2", "Chemokine CCL2", "mol")
                .concentration("{tumour}.NO", "Nitric oxide", "mol")
                .concentration("{tumour}.ArgI", "Arginase I", "mol")
                .reaction(
                        "Recruitment of MDSC to {tumour} by CCL2",
                        "-> {tumour}.MDSC",
                        "k_rec_MDSC * (MDSC_max * {tumour} - {tumour}.MDSC) * {tumour}.CCL2 / (EC50_CCL2_rec + {tumour}.CCL2)")
                .reaction(
                        "Recruitment of MDSC to {tumour}",
                        "-> {tumour}.MDSC",
                        "k_brec_MDSC * (MDSC_max * {tumour} - {tumour}.MDSC)")
                .reaction("Death of MDSC in {tumour}", "{tumour}.MDSC ->", "kd_MDSC * {tumour}.MDSC")
                .reaction("Loss of CCL2 in {tumour}", "{tumour}.CCL2 ->", "k_deg_CCL2 * {tumour}.CCL2 * {tumour}")
                .reaction("Loss of NO in {tumour}", "{tumour}.NO ->", "k_deg_NO * {tumour}.NO * {tumour}")
                .reaction("Loss of arginase in {tumour}", "{tumour}.ArgI ->", "k_deg_ArgI * {tumour}.ArgI * {tumour}")
                .reaction("Secretion of CCL2 in {tumour}", "-> {tumour}.CCL2", "k_sec_CCL2 * {callers}{less_CCL2}")
                .reaction("Secretion of NO in {tumour}", "-> {tumour}.NO", "k_sec_NO * {tumour}.MDSC{less_NO}")
                .reaction(
                        "Secretion of arginase in {tumour}",
                        "-> {tumour}.ArgI",
                        "k_sec_ArgI * {tumour}.MDSC{less_ArgI}")
                .reaction(
                        "Multiplication of {T} by arginase in {tumour}",
                        "-> {tumour}.{T}",
                        "ki_Treg * {tumour}.{T} * (1 - {tumour}.{T} / (Treg_max * {tumour})) * {tumour}.ArgI / (EC50_ArgI_Treg + {tumour}.ArgI)"
                                + "{less_ArgI}")
                .assigned(
                        "H_MDSC_{C}{site}",
                        "Share of killing that suppressor cells hold back",
                        "1",
                        "1 - (1 - {tumour}.NO / (IC50_NO_CTL + {tumour}.NO)) * (1 - {tumour}.ArgI / (IC50_ArgI_CTL + {tumour}.ArgI))"
                                + "{less_ArgI}");
    }

    /// What an inhibitor leaves of something, as a factor.
    private String inhibited(String what) {
        return inhibitor
                .map(drug -> " * (1 - {T}.{E} / ({T}.{E} + IC50_{E}_{X}))"
                        .replace("{T}", lesion.volume())
                        .replace("{E}", drug)
                        .replace("{X}", what))
                .orElse("");
    }
}
