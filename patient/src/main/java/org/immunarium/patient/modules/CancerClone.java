package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A clone of cancer cells: its growth and its death.
///
/// *Biology*: cancer cells divide, more slowly the more of them there are, and die now and then by themselves.
/// The last one is whole: below nine tenths of a cell the clone is gone.
///
/// *Equation*: logistic growth,
///
///     C'   = k_growth C (1 - C_total / C_max) (1 - H) - k_death C
///     C_x' = k_death C
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_C_growth | 1/d | growth of a small tumour |
/// | C_max | cells | carrying capacity |
/// | k_C_death | 1/d | death by itself |
///
/// *Reads and writes*: has the clone; adds to the tumour's volume and to its cancer cells; dead cells go to C_x.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param lesion where it grows
/// @param cancer its name, `C1`
/// @param brakes fractions by which its growth is held back, each between 0 and 1: `H_ENT_C1`
public record CancerClone(Lesion lesion, String cancer, List<String> brakes) implements Mechanism {

    public CancerClone {
        brakes = List.copyOf(brakes);
    }

    /// A clone that nothing holds back.
    public static CancerClone of(Lesion lesion, String cancer) {
        return new CancerClone(lesion, cancer, List.of());
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(
                        "V",
                        lesion.volume(),
                        "C",
                        cancer,
                        "C_total",
                        lesion.cancerCells(),
                        "free",
                        Brakes.released(brakes))
                .cells("{V}.{C}", "Cancer cells of clone {C}")
                .term("{V}", "vol_cell * {V}.{C}")
                .term("{C_total}", "{V}.{C}")
                .reaction(
                        "Growth of {C} in {V}", "-> {V}.{C}", "k_{C}_growth * {V}.{C} * (1 - {C_total} / C_max){free}")
                .reaction("Death of {C} in {V}", "{V}.{C} -> {V}.C_x", "k_{C}_death * {V}.{C}")
                .event("The last cell of {C} in {V}", "{V}.{C} < 0.9 * cell", "{V}.{C}", "0 * cell");
    }
}
