package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// The contact of a T cell with another cell.
///
/// *Biology*: receptors of both cells meet their partners in a patch of membrane of some ten square micrometres.
///
/// *Equation*: a constant area.
///
/// *Parameters*: its area [µm²].
///
/// *Reads and writes*: has the compartment; [ReceptorBinding] and [AntibodyBinding] happen in it.
///
/// @param id      its name, `syn_T_C1`
/// @param partner whom the T cell touches, `C1` or `APC`
public record Synapse(String id, String partner) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part("partner", partner).compartment(id, "Contact of a T cell with {partner}", "µm^2");
    }
}
