package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// What a scan shows of a lymphoma, as if it were one lesion.
///
/// *Biology*: a lymphoma is in many nodes, of which response is judged by the largest.
///
/// *Equation*: of a ball of all cancer cells,
///
///     D = 2 (3 C_total / (C_density 4 pi))^(1/3)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | C_density | cells/mL | cancer cells in a volume of lymphoma |
///
/// *Reads and writes*: has `D`, in centimetres; reads C_total of [CancerBurden].
public record LymphomaDiameter() implements Mechanism {

    /// What the diameter is called.
    public static final String ID = "D";

    @Override
    public void addTo(Assembly patient) {
        patient.part()
                .assigned(
                        ID,
                        "Diameter of the lymphoma as one lesion",
                        "cm",
                        "2 * (3 * C_total / C_density / (4 * pi))^(1/3)");
    }
}
