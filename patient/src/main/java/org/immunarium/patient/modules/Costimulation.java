package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// CD28 and CTLA-4 of a T cell, and CD80 and CD86 that they share.
///
/// *Biology*: T cells need a second signal, through CD28. CTLA-4 binds the same ligands, more tightly and with two
/// sites, and so takes them away from CD28. CD80 is a dimer, CD86 is not. CD80 also binds PD-L1 of the same T cell.
///
/// *Equation*: [ReceptorBinding] for each pair, with the ways in which it can bind and the bonds that can break:
///
/// | what binds | makes | ways | bonds |
/// |---|---|---|---|
/// | CD28 + CD80, then a second CD28 | CD28_CD80, CD28_CD80_CD28 | 2, 1 | 1, 2 |
/// | CD28 + CD86 | CD28_CD86 | 1 | 1 |
/// | CTLA4 + CD80 | CD80_CTLA4 | 4 | 1 |
/// | CTLA4 or CD80 with that | CTLA4_CD80_CTLA4, CD80_CTLA4_CD80 | 1 | 2 |
/// | CD80 or CTLA4 with these | CD80_CTLA4_CD80_CTLA4 | 1 | 1 |
/// | CTLA4 + CD86, then a second CD86 | CD86_CTLA4, CD86_CTLA4_CD86 | 2, 1 | 1, 2 |
/// | CD80 + TPDL1, then a second TPDL1 | TPDL1_CD80, TPDL1_CD80_TPDL1 | 2, 1 | 1, 2 |
///
/// *Parameters*: rates `kon_` and `koff_` of CD28_CD80, CD28_CD86, CTLA4_CD80, CTLA4_CD86, CD80_PDL1.
///
/// *Reads and writes*: takes the free molecules of [SurfaceMolecule], has the complexes; [ReceptorSignal] reads
/// those of CD28.
///
/// *Source*: Jansson et al. 2005, doi 10.4049/jimmunol.175.3.1575; Wang et al. 2020, doi 10.3389/fbioe.2020.00141.
public record Costimulation(Synapse synapse) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.add(
                binding("CD28", "CD80", "CD28_CD80", "CD28_CD80", 2, 1),
                binding("CD28_CD80", "CD28", "CD28_CD80_CD28", "CD28_CD80", 1, 2),
                binding("CD28", "CD86", "CD28_CD86", "CD28_CD86", 1, 1),
                binding("CTLA4", "CD80", "CD80_CTLA4", "CTLA4_CD80", 4, 1),
                binding("CTLA4", "CD80_CTLA4", "CTLA4_CD80_CTLA4", "CTLA4_CD80", 1, 2),
                binding("CD80", "CTLA4_CD80_CTLA4", "CD80_CTLA4_CD80_CTLA4", "CTLA4_CD80", 1, 1),
                binding("CD80_CTLA4", "CD80", "CD80_CTLA4_CD80", "CTLA4_CD80", 1, 2),
                binding("CTLA4", "CD80_CTLA4_CD80", "CD80_CTLA4_CD80_CTLA4", "CTLA4_CD80", 1, 1),
                binding("CTLA4", "CD86", "CD86_CTLA4", "CTLA4_CD86", 2, 1),
                binding("CD86_CTLA4", "CD86", "CD86_CTLA4_CD86", "CTLA4_CD86", 1, 2),
                binding("CD80", "TPDL1", "TPDL1_CD80", "CD80_PDL1", 2, 1),
                binding("TPDL1_CD80", "TPDL1", "TPDL1_CD80_TPDL1", "CD80_PDL1", 1, 2));
    }

    private ReceptorBinding binding(String one, String other, String complex, String rates, int ways, int bonds) {
        return new ReceptorBinding(synapse, one, other, complex, rates, ways, bonds);
    }
}
