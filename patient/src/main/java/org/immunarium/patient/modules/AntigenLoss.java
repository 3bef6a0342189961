package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Cancer cells lose the antigen that they are known by.
///
/// *Biology*: a mutation or another splicing of the gene takes the antigen off the surface; the daughter that
/// has it is out of reach.
///
/// *Equation*: at each division, with probability p,
///
///     C_pos' = -p k_division C_pos (1 - C_total / C_max)
///     C_neg' = the same, gained
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | p_loss | 1 | probability at a division |
///
/// *Reads and writes*: moves cells between two [MalignantBCells].
///
/// *Source*: antigen-negative cells before treatment Rabilloud et al. 2021, doi 10.1038/s41467-021-21168-6.
///
/// @param place    where, `V_P`
/// @param positive the clone with the antigen
/// @param negative the clone without
public record AntigenLoss(String place, String positive, String negative) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("V", place).and("A", positive).and("N", negative))
                .reaction(
                        "Loss of the antigen",
                        "{V}.{A} -> {V}.{N}",
                        "p_loss * k_{A}_division * {V}.{A} * (1 - C_total / C_max)");
    }
}
