package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Cancer cells make more of a ligand for interferon.
///
/// *Biology*: interferon gamma induces PD-L1 within hours (adaptive resistance).
///
/// *Equation*, of free ligand L in a synapse and what is bound of it:
///
///     L' = k_ligand (base (1 + induction IFN / (IFN + IFN_50)) - L - bound)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_ligand | 1/d | turnover at the surface; what is lost and made is free ligand |
/// | induction_L | 1 | how many times the base at most is added |
/// | IFN_50_L | pM | half-maximal concentration |
///
/// *Reads and writes*: gives to and takes from the free molecule of [SurfaceMolecule]; reads [InterferonGamma].
///
/// *Source*: Taube et al. 2012, doi 10.1126/scitranslmed.3003689.
///
/// @param lesion  whose interferon
/// @param synapse where
/// @param ligand  its name, `PDL1`
/// @param base    its density at the start, as a formula: `C1_PDL1_total / A_cell`
/// @param bound   complexes that hold it, as a formula
public record LigandInduction(Lesion lesion, Synapse synapse, String ligand, String base, String bound)
        implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names()
                        .and("S", synapse.id())
                        .and("L", ligand)
                        .and("base", "(" + base + ")")
                        .and("bound", "(" + bound + ")"))
                .reaction(
                        "Turnover of {L} in {S}",
                        "-> {S}.{L}",
                        "k_ligand * ({base} * (1 + induction_{L} * {tumour}.IFN / ({tumour}.IFN + IFN_50_{L}))"
                                + " - {S}.{L} - {bound}) * {S}");
    }
}
