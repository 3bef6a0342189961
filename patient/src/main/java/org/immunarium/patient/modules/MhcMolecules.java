package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// MHC molecules of a presenting cell.
///
/// *Biology*: they cycle between endosomes, where they are loaded with peptides, and the surface,
/// where T cells see them.
///
/// *Equation*, per unit of area:
///
///     M1_e' A_e = -(k_out M1_e A_e - k_in M1_s A_s)
///     M1_s' A_s = the same, gained
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | kin, kout | 1/d | into the endosomes, to the surface |
/// | V_e, A_e, A_s | L, µm², µm² | volume and area of a cell's endosomes, area of its surface |
///
/// *Reads and writes*: has the compartments of a presenting cell and its empty MHC molecules, which
/// [AntigenProcessing] loads.
///
/// *Source*: Chen et al. 2014, doi 10.1038/psp.2014.30; Sové et al. 2020, doi 10.1002/psp4.12546.
public record MhcMolecules() implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part()
                .compartment("V_e", "Endosomes of a presenting cell", "L")
                .compartment("A_e", "Membranes of its endosomes", "µm^2")
                .compartment("A_s", "Its surface", "µm^2")
                .concentration("A_e.M1", "Empty MHC molecules", "molecules")
                .concentration("A_s.M1", "Empty MHC molecules", "molecules")
                .reaction(
                        "Cycling of empty MHC molecules",
                        "A_e.M1 -> A_s.M1",
                        "kout * A_e.M1 * A_e - kin * A_s.M1 * A_s");
    }
}
