package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A cancer cell learns to hide.
///
/// *Biology*: at a division a cell may lose its MHC-I, an antigen or its answer to interferon, for good. Its
/// daughters are a clone of their own, of which T cells see less. It needs no pressure to arise, and T cells
/// select it.
///
/// Numbers of cells are those to be expected: a clone can begin with less than one cell, and where chance
/// decides whether it begins at all, reactions must happen one by one.
///
/// *Equation*: of all divisions of the clone that is seen, a share mu ends in the one that hides,
///
///     C_seen'   = -mu k_growth C_seen (1 - C_total / C_max)
///     C_hidden' = the same, gained
///
/// How far it hides is `hidden` of it, between 0 (not at all) and 1, a brake of [CytotoxicKilling].
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | mu_C | 1 | share of divisions that lose it |
/// | hidden_C | 1 | share of killing that the clone escapes |
///
/// *Reads and writes*: takes from one [CancerClone], gives to another.
///
/// *Source*: the mechanism: McGranahan et al. 2017, doi 10.1016/j.cell.2017.10.001.
///
/// @param lesion where
/// @param seen   the clone that loses it, `C1`
/// @param hides  the clone that it becomes, `C2`
public record ImmuneEvasion(Lesion lesion, String seen, String hides) implements Mechanism {

    /// The brake on killing of a clone that hides.
    public static String brake(String hides) {
        return "hidden_" + hides;
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names().and("C", seen).and("hides", hides))
                .reaction(
                        "{C} becomes {hides} in {tumour}",
                        "{tumour}.{C} -> {tumour}.{hides}",
                        "mu_{hides} * k_{C}_growth * {tumour}.{C} * (1 - {C_total} / C_max)");
    }
}
