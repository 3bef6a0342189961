package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// An antibody marks cancer cells for those that kill what antibodies mark.
///
/// *Biology*: antibodies that bind a cell's surface show their tails to Fc receptors of NK cells and
/// macrophages. How strongly depends on how many are bound.
///
/// *Equation*: binding is fast beside all else, so of `targets` molecules on a cell, at concentration A of the
/// antibody in the space that it can enter,
///
///     bound = targets A / (A + Kd)
///     H     = (bound / bound_50)^n / ((bound / bound_50)^n + 1)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | targets_C | molecules | of the antigen on a cell of the clone |
/// | Kd_A | nM | dissociation constant |
/// | bound_50, n_bound | molecules, 1 | bound antibodies at half the effect, Hill coefficient |
/// | gamma_T_A | 1 | fraction of the tumour that it can enter |
///
/// *Reads and writes*: has `H_ops`, which [AntibodyDependentKilling] reads; reads the drug of [DrugInTissue] or
/// [DrugInTumour].
///
/// *Source*: dependence of ADCC on bound antibodies: Tang et al. 2007, doi 10.4049/jimmunol.179.5.2815.
///
/// @param lesion   where
/// @param antibody its name, `trastuzumab`
/// @param cancer   the clone, `C1`
public record Opsonisation(Lesion lesion, String antibody, String cancer) implements Mechanism {

    /// What the effect is called.
    public static String effect(Lesion lesion, String antibody, String cancer) {
        return "H_ops_" + antibody + "_" + cancer + lesion.suffix();
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names().and("A", antibody).and("C", cancer).and("H", effect(lesion, antibody, cancer)))
                .assigned(
                        "bound_{A}_{C}{site}",
                        "Molecules of {A} on a cell of {C} in {tumour}",
                        "molecules",
                        "targets_{C} * ({tumour}.{A} / gamma_T_{A}) / ({tumour}.{A} / gamma_T_{A} + Kd_{A})")
                .assigned(
                        "{H}",
                        "Share of the largest effect of {A} on {C} in {tumour}",
                        "1",
                        "(bound_{A}_{C}{site} / bound_50)^n_bound / ((bound_{A}_{C}{site} / bound_50)^n_bound + 1)");
    }
}
