package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Part;

/// What dying cancer cells release, which makes presenting cells mature.
///
/// *Biology*: cancer cells that are killed release molecules that tell of damage. In published models these are
/// those that T cells kill; cells that drugs or radiation kill may count as well.
///
/// *Equation*:
///
///     c' = k_c (c0 - c) + R DAMPs / V_T
///
/// In a [TumourBed] it is the concentration in the share of it that the tumour takes.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_c | 1/d | loss |
/// | c0 | M | concentration at rest |
/// | DAMPs | mol/cell | what a killed cell releases |
///
/// *Reads and writes*: has `c`, which [TumourPresenters] reads; reads who is killed: by T cells `R_Tcell` of
/// [CytotoxicKilling], or by anything `killed`, to which all that kills adds.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param lesion where
/// @param killed whose death is noticed
public record DangerSignal(Lesion lesion, Killed killed) implements Mechanism {

    /// Cancer cells whose death is noticed.
    public enum Killed {
        BY_T_CELLS,
        BY_ANYTHING
    }

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(lesion.names().and("concentrated", lesion.concentrated()));
        String rate = switch (killed) {
            case BY_T_CELLS -> "R_Tcell{site}";
            case BY_ANYTHING -> CancerDeath.KILLED;
        };
        if (killed == Killed.BY_ANYTHING) {
            part.sum(CancerDeath.KILLED, "Cancer cells of {tumour} that are killed", "cells/d");
        }
        part.concentration("{tumour}.c", "Maturation signal", "mol")
                .reaction(
                        "Turnover of the maturation signal in {tumour}",
                        "-> {tumour}.c",
                        "k_c * (c0 - {tumour}.c) * {tumour}")
                .reaction(
                        "Release of the maturation signal in {tumour}",
                        "-> {tumour}.c",
                        rate + " * DAMPs{concentrated}");
    }
}
