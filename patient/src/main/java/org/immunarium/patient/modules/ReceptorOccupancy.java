package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// An antibody on its target outside of synapses, held by one arm.
///
/// *Biology*: what a flow cytometer shows of cells that touch no other.
///
/// *Equation*, of target R and antibody A at concentration [A], in molecules of a cell:
///
///     RA' = k_on R [A] - k_off RA,   R' = -RA'
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | kon_R_A, koff_R_A | 1/(M·s), 1/s | binding of an arm, unbinding |
/// | total | molecules | of the target, on a cell |
///
/// *Reads and writes*: has the free and the held target; nothing depends on them.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param lesion        where the cell is
/// @param target        its name there, `Teff_PD1`
/// @param total         the parameter of its number on a cell, `Teff_PD1_tot`
/// @param antibody      its name, `Nivo`
/// @param rates         the pair whose rates hold, `PD1_Nivo`
/// @param concentration where the antibody comes from, in the space that it can enter
public record ReceptorOccupancy(
        Lesion lesion, String target, String total, String antibody, String rates, String concentration)
        implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names()
                        .and("R", target)
                        .and("A", antibody)
                        .and("rates", rates)
                        .and("total", total)
                        .and("free", concentration))
                .amount("{tumour}.{R}", "Free {R} outside of synapses", "molecules")
                .amount("{tumour}.{R}_{A}", "{R} held by {A} outside of synapses", "molecules")
                .initially("{tumour}.{R}", "{total}")
                .reaction(
                        "Binding of {A} to {R} outside of synapses",
                        "{tumour}.{R} -> {tumour}.{R}_{A}",
                        "kon_{rates} * ({tumour}.{R} * {free}) - koff_{rates} * {tumour}.{R}_{A}");
    }
}
