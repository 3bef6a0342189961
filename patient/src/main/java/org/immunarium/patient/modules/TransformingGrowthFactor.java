package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// TGF-beta in a tumour, and what it holds back.
///
/// *Biology*: cancer cells and regulatory T cells secrete it; T cells kill less for it.
///
/// *Equation*:
///
///     TGF'  = (k_TGF_C C_total + k_TGF_Treg T_reg) / V_T - k_TGF_deg TGF
///     H_TGF = TGF / (TGF + TGF_50_T)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_TGF_C, k_TGF_Treg | mol/(cell·d) | secretion |
/// | k_TGF_deg | 1/d | loss |
/// | TGF_50_T | pM | at which T cells do half |
///
/// *Reads and writes*: has `TGF`, and `H_TGF`, a brake of [CytotoxicKilling]; reads [RegulatoryTCells].
///
/// *Source*: Mariathasan et al. 2018, doi 10.1038/nature25501.
public record TransformingGrowthFactor(Lesion lesion) implements Mechanism {

    /// The brake on T cells of a tumour.
    public static String brake(Lesion lesion) {
        return "H_TGF" + lesion.suffix();
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names())
                .concentration("{tumour}.TGF", "TGF-beta", "mol")
                .reaction(
                        "Secretion of TGF-beta in {tumour}",
                        "-> {tumour}.TGF",
                        "k_TGF_C * {C_total} + k_TGF_Treg * Tregs_{site}")
                .reaction("Loss of TGF-beta in {tumour}", "{tumour}.TGF ->", "k_TGF_deg * {tumour}.TGF * {tumour}")
                .assigned(
                        "H_TGF{site}",
                        "Share of what T cells do that TGF-beta holds back in {tumour}",
                        "1",
                        "{tumour}.TGF / ({tumour}.TGF + TGF_50_T)");
    }
}
