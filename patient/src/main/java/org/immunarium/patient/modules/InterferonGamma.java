package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Interferon gamma in a tumour.
///
/// *Biology*: T cells that kill secrete it. Cancer cells answer with PD-L1, which holds these T cells back.
///
/// *Equation*:
///
///     IFN' = k_IFN_sec R_Tcell / V_T - k_IFN_deg IFN
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_IFN_sec | mol/cell | secreted for each cell killed |
/// | k_IFN_deg | 1/d | loss |
///
/// *Reads and writes*: has `IFN`; reads `R_Tcell` of [CytotoxicKilling]. [LigandInduction] and [Macrophages]
/// read it.
///
/// *Source*: the mechanism: Taube et al. 2012, doi 10.1126/scitranslmed.3003689.
public record InterferonGamma(Lesion lesion) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names())
                .concentration("{tumour}.IFN", "Interferon gamma", "mol")
                .reaction("Secretion of interferon in {tumour}", "-> {tumour}.IFN", "k_IFN_sec * R_Tcell{site}")
                .reaction("Loss of interferon in {tumour}", "{tumour}.IFN ->", "k_IFN_deg * {tumour}.IFN * {tumour}");
    }
}
