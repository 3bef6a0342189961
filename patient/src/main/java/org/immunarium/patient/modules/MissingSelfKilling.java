package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// NK cells kill what has lost MHC-I.
///
/// *Biology*: MHC-I of healthy cells tells NK cells not to kill. A clone that hides from T cells by losing it
/// shows itself to NK cells.
///
/// *Equation*:
///
///     C' = -k_C_NK lost NK C / (C_total + T_total + 1 cell)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_C_NK | 1/d | cells that one NK cell kills a day, among cells without any MHC-I |
/// | lost_C | 1 | share of MHC-I that the clone has lost |
///
/// *Reads and writes*: takes from the clone, gives to C_x; reads [NaturalKillerCells].
///
/// *Source*: the mechanism: Kärre et al. 1986, doi 10.1038/319675a0.
///
/// @param lesion where
/// @param cancer the clone, `C2`
public record MissingSelfKilling(Lesion lesion, String cancer) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        CancerDeath.killing(
                patient.part(lesion.names().and("C", cancer)),
                "Killing of {C} by NK cells in {tumour}",
                "k_C_NK * lost_{C} * {tumour}.NK * {tumour}.{C} / {met}");
    }
}
