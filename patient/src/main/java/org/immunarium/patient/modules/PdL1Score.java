package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// What a pathologist says of PD-L1: the share of cancer cells that stain.
///
/// *Biology*: cells of a tumour differ in how much they carry; those above what a stain shows are counted. Trials take
/// and stratify patients by it (tumour proportion score: 1 % and 50 %).
///
/// *Equation*, of P molecules on the average cell, free and bound:
///
///     TPS = 100 P^n / (P^n + stain^n)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | PDL1_stain | molecules | of the average cell, where half of all cells stain |
/// | n_stain | 1 | how alike cells are |
///
/// *Reads and writes*: has `PDL1_TPS`, in percent; reads PD-L1 of the synapse.
///
/// *Source*: the score: Garon et al. 2015, doi 10.1056/NEJMoa1501824; that the share follows the average as a Hill
/// function, is assumed.
///
/// @param lesion  whose
/// @param synapse of T cells with its cancer cells
/// @param bound   complexes that hold PD-L1, as a formula
public record PdL1Score(Lesion lesion, Synapse synapse, String bound) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names().and("S", synapse.id()).and("bound", "(" + bound + ")"))
                .assigned(
                        "PDL1_TPS" + lesion.suffix(),
                        "Share of cancer cells of {tumour} that stain for PD-L1, in percent",
                        "1",
                        "100 / (1 + (PDL1_stain / (({S}.PDL1 + {bound}) * A_cell))^n_stain)");
    }
}
