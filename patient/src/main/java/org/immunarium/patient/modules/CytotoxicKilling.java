package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Part;

/// A T cell kills a cancer cell.
///
/// *Biology*: effector T cells that recognise a clone kill the cells that they meet. They meet them in
/// proportion to what share of the tumour's cells these are. Checkpoints hold the killing back.
///
/// *Equation*:
///
///     C'   = -k_C_T T C / (C_total + T_total + 1 cell) (1 - H_PD1)
///     C_x' = the same, gained, where the dead are counted
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_C_T | 1/d | cells that one T cell kills a day, among cancer cells alone |
///
/// *Reads and writes*: takes from the clone, gives to C_x; adds to R_Tcell, all that T cells kill.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param lesion where
/// @param tCell  which T cells, `T1`
/// @param cancer which cancer cells, `C1`
/// @param brakes fractions by which killing is held back, each between 0 and 1: `H_PD1_C1`
public record CytotoxicKilling(Lesion lesion, String tCell, String cancer, List<String> brakes) implements Mechanism {

    public CytotoxicKilling {
        brakes = List.copyOf(brakes);
    }

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(lesion.names().and("T", tCell).and("C", cancer).and("rate", rate()))
                .sum("R_Tcell{site}", "Cancer cells that T cells kill", "cells/d")
                .term("R_Tcell{site}", "{rate}");
        CancerDeath.killing(part, "Killing of {C} by {T} in {tumour}", "{rate}");
    }

    /// Cells a day.
    private String rate() {
        return "k_C_{T} * {tumour}.{T} * {tumour}.{C} / %s"
                        .replace("{T}", tCell)
                        .replace("{tumour}", lesion.volume())
                        .replace("{C}", cancer)
                        .formatted(lesion.contacts())
                + Brakes.released(brakes);
    }
}
