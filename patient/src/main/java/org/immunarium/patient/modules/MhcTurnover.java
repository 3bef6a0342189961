package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// MHC molecules of a presenting cell, made and broken down.
///
/// *Biology*: the cell makes MHC molecules into its endosomes, where empty ones are broken down; those that
/// lost their peptide at the surface come back.
///
/// *Equation*, in moles of one cell:
///
///     M1_e' = k_deg_M (M1_0 - M1_e) + k_int_M M1_s
///     M1_s' = -k_int_M M1_s
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | M1_0 | mol | empty molecules at rest |
/// | k_deg_M | 1/d | turnover |
/// | k_int_M | 1/d | from the surface into endosomes |
///
/// *Reads and writes*: has empty MHC molecules, which [PeptideLoading] loads. It stands where [MhcMolecules]
/// may stand, whose number does not change.
///
/// *Source*: Chen et al. 2014, doi 10.1038/psp.2014.30; Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
public record MhcTurnover(PresentingCell cell) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("E", cell.endosomes()).and("S", cell.surface()))
                .amount("{E}.M1", "Empty MHC molecules", "mol")
                .amount("{S}.M1", "Empty MHC molecules", "mol")
                .reaction("MHC molecules made", "-> {E}.M1", "k_deg_M * M1_0")
                .reaction("MHC molecules broken down", "{E}.M1 ->", "k_deg_M * {E}.M1")
                .reaction("Empty MHC molecules into endosomes", "{S}.M1 -> {E}.M1", "k_int_M * {S}.M1");
    }
}
