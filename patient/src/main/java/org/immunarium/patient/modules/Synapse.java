package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;
import org.immunarium.patient.assembly.Part;

/// The contact of a T cell with another cell.
///
/// *Biology*: receptors of both cells meet their partners in a patch of membrane of some ten square micrometres.
///
/// *Equation*: a constant area. Molecules are stated by their density in it, or by their number.
///
/// *Parameters*: its area [µm²].
///
/// *Reads and writes*: has the compartment, where molecules are stated by density; [ReceptorBinding] and
/// [AntibodyBinding] happen in it.
///
/// @param id      the compartment that its molecules are in: itself, `syn_T_C1`, or where they are counted the
///     tumour
/// @param partner whom the T cell touches, `C1` or `APC`
/// @param area    its area: itself, or where molecules are counted a parameter, `A_syn`
public record Synapse(String id, String partner, String area) implements Mechanism {

    /// A synapse that is a compartment: of its molecules the densities are stated.
    public Synapse(String id, String partner) {
        this(id, partner, id);
    }

    /// A synapse whose molecules are counted among what is in a tumour.
    ///
    /// @param area the parameter of its area
    public static Synapse counted(Lesion lesion, String partner, String area) {
        return new Synapse(lesion.volume(), partner, area);
    }

    @Override
    public void addTo(Assembly patient) {
        if (!isCounted()) {
            patient.part(Names.of("partner", partner)).compartment(id, "Contact of a T cell with {partner}", "µm^2");
        }
    }

    private boolean isCounted() {
        return !area.equals(id);
    }

    /// Declares one of its molecules, in the words of a part.
    Part molecule(Part part, String molecule, String meaning) {
        return isCounted()
                ? part.amount(molecule, meaning, "molecules")
                : part.concentration(molecule, meaning, "molecules");
    }

    /// The density of one of its molecules, as a formula.
    String density(String molecule) {
        String species = id + "." + molecule;
        return isCounted() ? "(" + species + " / " + area + ")" : species;
    }

    /// What a molecule is at the start that is as dense as this: a factor to a density.
    String perArea() {
        return isCounted() ? " * " + area : "";
    }
}
