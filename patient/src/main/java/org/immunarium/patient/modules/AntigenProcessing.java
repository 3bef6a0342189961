package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// A presenting cell takes up an antigen, cuts it into peptides and shows them on MHC molecules.
///
/// *Biology*: in endosomes antigens become peptides; these bind MHC molecules, which carry them to the surface
/// and let go of them there.
///
/// *Equation*, within one cell, with P its antigen, p its peptides, M1 empty and M1p loaded MHC molecules:
///
///     P_e' = k_up 1 cell P - k_P_deg P_e
///     p_e' V_e = k_P_deg P_e V_e - k_p_deg p_e V_e - k_on p_e M1_e A_e + k_d k_on M1p_e A_e
///     M1p_e' A_e = k_on p_e M1_e A_e - k_d k_on M1p_e A_e - k_out M1p_e A_e
///     M1p_s' A_s = k_out M1p_e A_e - k_d k_on M1p_s A_s
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_P_up | 1/(d·cell) | uptake |
/// | k_P_deg, k_p_deg | 1/d | antigen to peptide, loss of peptides |
/// | k_P_on, k_P_d | 1/(d·M), M | binding of peptide and MHC, dissociation constant |
/// | kout | 1/d | to the surface |
///
/// *Reads and writes*: has antigen, peptides and loaded MHC molecules; takes empty ones of [MhcMolecules];
/// reads the antigen of [AntigenRelease].
///
/// *Source*: Chen et al. 2014, doi 10.1038/psp.2014.30; Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param place   the compartment that the antigen is taken from, `V_T` or `V_LN`
/// @param antigen its name, `P1`
/// @param peptide its peptides' name, `p1`
public record AntigenProcessing(String place, String antigen, String peptide) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("X", place).and("P", antigen).and("p", peptide))
                .concentration("V_e.{P}", "Antigen {P} in endosomes", "mol")
                .concentration("V_e.{p}", "Peptides of {P}", "mol")
                .concentration("A_e.M1{p}", "MHC molecules with peptides of {P}", "molecules")
                .concentration("A_s.M1{p}", "MHC molecules with peptides of {P}", "molecules")
                .reaction("{P} into endosomes", "-> V_e.{P}", "k_{P}_up * cell * {X}.{P} * V_e")
                .reaction("{P} to peptides", "V_e.{P} -> V_e.{p}", "k_{P}_deg * V_e.{P} * V_e")
                .reaction("Loss of peptides of {P}", "V_e.{p} ->", "k_{p}_deg * V_e.{p} * V_e")
                .reaction("Loading with {p}", "V_e.{p} + A_e.M1 -> A_e.M1{p}", "k_{P}_on * V_e.{p} * A_e.M1 * A_e")
                .reaction(
                        "Unloading of {p} in endosomes",
                        "A_e.M1{p} -> V_e.{p} + A_e.M1",
                        "k_{P}_d1 * k_{P}_on * A_e.M1{p} * A_e")
                .reaction(
                        "Unloading of {p} at the surface",
                        "A_s.M1{p} -> A_s.M1",
                        "k_{P}_d1 * k_{P}_on * A_s.M1{p} * A_s")
                .reaction("{p} to the surface", "A_e.M1{p} -> A_s.M1{p}", "kout * A_e.M1{p} * A_e");
    }
}
