package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Radiation kills cancer cells.
///
/// *Biology*: the share of cells that a dose kills rises with it, and with its square.
///
/// *Equation*: a dose d [Gy] given at once is spent at rate k; a fraction d leaves exp(-alpha d - beta d²) of
/// the cells,
///
///     Gy' = -k Gy
///     C'  = -k (alpha Gy + 2 beta Gy²) C
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | alpha_C, beta_C | 1/Gy, 1/Gy² | of the linear-quadratic model |
/// | k_Gy | 1/d | how fast a dose is spent; much faster than doses follow each other |
///
/// *Reads and writes*: has the dose that is being spent, which doses go into; takes from the clone, gives to C_x.
///
/// *Source*: Fowler 1989, doi 10.1259/0007-1285-62-740-679.
///
/// @param lesion  which tumour is irradiated
/// @param cancers its clones
public record Radiotherapy(Lesion lesion, List<String> cancers) implements Mechanism {

    public Radiotherapy {
        cancers = List.copyOf(cancers);
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names())
                .amount("{tumour}.Gy", "Radiation that is being spent", "Gy")
                .reaction("Spending of radiation in {tumour}", "{tumour}.Gy ->", "k_Gy * {tumour}.Gy");
        for (String cancer : cancers) {
            CancerDeath.killing(
                    patient.part(lesion.names().and("C", cancer)),
                    "Killing of {C} by radiation in {tumour}",
                    "k_Gy * (alpha_{C} * {tumour}.Gy + 2 * beta_{C} * {tumour}.Gy^2) * {tumour}.{C}");
        }
    }
}
