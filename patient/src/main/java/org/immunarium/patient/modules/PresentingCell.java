package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// The endosomes and the surface of one presenting cell.
///
/// *Biology*: antigens are cut and loaded in endosomes, and shown on the surface.
///
/// *Equation*: constant sizes.
///
/// *Parameters*: their volume [L] and area [µm²].
///
/// *Reads and writes*: has both compartments; [MhcTurnover] and [PeptideLoading] happen in them.
///
/// @param endosomes their compartment, `mAPC_Endo`
/// @param surface   its compartment, `mAPC_Surf`
public record PresentingCell(String endosomes, String surface) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part()
                .compartment(endosomes, "Endosomes of a presenting cell", "L")
                .compartment(surface, "Its surface", "µm^2");
    }
}
