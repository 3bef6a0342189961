package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// The body's own T cells, and the room that they leave to CAR-T cells.
///
/// *Biology*: T cells share the cytokines that make them divide (IL-7, IL-15). Where chemotherapy has removed most,
/// CAR-T cells have these to themselves, until the others are back.
///
/// *Equation*: Gompertz growth of their count T, and the room between nearly nothing and 1,
///
///     T'     = r_T T ln(T_normal / T)
///     H_room = room_left + (1 - room_left) (T_normal - T)² / (room_a T² + (T_normal - T)²)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | r_T | 1/d | regrowth |
/// | T_normal | cells/µL | count of the patient in between treatments |
/// | room_a | 1 | how soon room is taken |
/// | room_left | 1 | room among a normal number of T cells |
///
/// *Reads and writes*: has T cells and `H_room`, for [CarTExpansion].
///
/// *Source*: Kimmel et al. 2021, doi 10.1098/rspb.2021.0229, there with CAR-T cells counted among all T cells.
///
/// @param blood the compartment of blood, `V_C`
public record TLymphocytes(String blood) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        String missing = "(T_normal - {C}.T)^2";
        patient.part(Names.of("C", blood).and("missing", missing.replace("{C}", blood)))
                .concentration("{C}.T", "T cells other than CAR-T cells", "cells")
                .assigned(
                        "H_room",
                        "Room that other T cells leave to CAR-T cells",
                        "1",
                        "room_left + (1 - room_left) * {missing} / (room_a * {C}.T^2 + {missing})")
                .reaction("Regrowth of T cells", "-> {C}.T", "r_T * {C}.T * ln(T_normal / {C}.T) * {C}");
    }
}
