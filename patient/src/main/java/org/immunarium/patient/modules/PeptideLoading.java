package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A presenting cell drinks an antigen, cuts it into peptides and shows them on MHC molecules, counted by the cell.
///
/// *Biology*: a cell takes in so much fluid and what is in it; in endosomes antigens become peptides, which
/// bind MHC molecules; these go to the surface, and let go of them there. Peptides and loaded molecules are
/// broken down.
///
/// *Equation*, in moles of one cell, with P its antigen, p its peptides, M1 empty and p_M1 loaded MHC molecules:
///
///     P_e'    = k_int V_intake P_T / f_vol_tum - k_deg_P P_e
///     p_e'    = k_deg_P p_per_P P_e - k_deg_p p_e - k_on M1_e p_e / V_E + k_off p_M1_e
///     p_M1_e' = k_on M1_e p_e / V_E - k_off p_M1_e - k_deg_p_M p_M1_e - k_ext p_M1_e
///     p_M1_s' = k_ext p_M1_e - k_off p_M1_s
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | V_intake, k_int_P | L, 1/d | fluid that it drinks, and how often |
/// | f_vol_tum | 1 | share of a tumour that is between its cells |
/// | k_deg_P, p_per_P | 1/d, 1 | antigen to peptides, so many of each |
/// | k_deg_p, k_deg_p_M | 1/d | loss of peptides, of loaded molecules |
/// | k_on_p_M1, k_off_p_M1 | 1/(d·M), 1/d | binding of peptide and MHC, unbinding |
/// | k_ext_p_M | 1/d | to the surface |
/// | V_E | L | volume of endosomes |
///
/// *Reads and writes*: has antigen, peptides and loaded MHC molecules; takes empty ones of [MhcTurnover]; reads the
/// antigen of [AntigenDrainage]. It stands where [AntigenProcessing] may stand, which states concentrations.
///
/// *Source*: Chen et al. 2014, doi 10.1038/psp.2014.30; Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param cell    the presenting cell
/// @param lesion  where it drinks
/// @param antigen its name, `D1_0`
/// @param peptide its peptides' name, `p1_0`
public record PeptideLoading(PresentingCell cell, Lesion lesion, String antigen, String peptide) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names()
                        .and("E", cell.endosomes())
                        .and("S", cell.surface())
                        .and("P", antigen)
                        .and("p", peptide))
                .amount("{E}.{P}", "Antigen {P} in endosomes", "mol")
                .amount("{E}.{p}", "Peptides of {P}", "mol")
                .amount("{E}.{p}_M1", "MHC molecules with peptides of {P}", "mol")
                .amount("{S}.{p}_M1", "MHC molecules with peptides of {P}", "mol")
                .reaction("{P} into endosomes", "-> {E}.{P}", "k_int_{P} * V_intake * {tumour}.{P} / f_vol_tum")
                .reaction("Cutting of {P}", "{E}.{P} ->", "k_deg_{P} * {E}.{P}")
                .reaction("{P} to peptides", "-> {E}.{p}", "k_deg_{P} * p_per_P * {E}.{P}")
                .reaction("Loss of peptides of {P}", "{E}.{p} ->", "k_deg_{p} * {E}.{p}")
                .reaction(
                        "Loading with {p}",
                        "{E}.{p} + {E}.M1 -> {E}.{p}_M1",
                        "k_on_{p}_M1 * {E}.M1 * {E}.{p} / V_E - k_off_{p}_M1 * {E}.{p}_M1")
                .reaction("Loss of MHC with {p}", "{E}.{p}_M1 ->", "k_deg_{p}_M * {E}.{p}_M1")
                .reaction("{p} to the surface", "{E}.{p}_M1 -> {S}.{p}_M1", "k_ext_{p}_M * {E}.{p}_M1")
                .reaction("Unloading of {p} at the surface", "{S}.{p}_M1 -> {S}.M1", "k_off_{p}_M1 * {S}.{p}_M1");
    }
}
