package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Part;

/// Cells kill what antibodies mark.
///
/// *Biology*: NK cells kill marked cells that they meet (ADCC), macrophages eat them (ADCP), unless CD47 tells
/// them not to.
///
/// *Equation*, of effectors E:
///
///     C' = -k_E H_ops E C / (C_total + T_total + 1 cell) (1 - H)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_ADCC or k_ADCP | 1/d | cells that one effector kills a day, among marked cells alone |
///
/// *Reads and writes*: takes from the clone, gives to C_x; reads `H_ops` of [Opsonisation] and the effectors,
/// [NaturalKillerCells] or [Macrophages].
///
/// *Source*: Tang et al. 2007, doi 10.4049/jimmunol.179.5.2815.
///
/// @param lesion    where
/// @param effector  who kills, `NK` or `M1`
/// @param rate      the parameter of how fast, `k_ADCC`
/// @param antibody  what marks, `trastuzumab`
/// @param cancer    the clone, `C1`
/// @param brakes    fractions by which it is held back, each between 0 and 1: `H_CD47`
public record AntibodyDependentKilling(
        Lesion lesion, String effector, String rate, String antibody, String cancer, List<String> brakes)
        implements Mechanism {

    public AntibodyDependentKilling {
        brakes = List.copyOf(brakes);
    }

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(lesion.names()
                .and("E", effector)
                .and("k", rate)
                .and("A", antibody)
                .and("C", cancer)
                .and("H", Opsonisation.effect(lesion, antibody, cancer))
                .and("free", Brakes.released(brakes)));
        CancerDeath.killing(
                part,
                "Killing of {C} marked by {A} by {E} in {tumour}",
                "{k} * {H} * {tumour}.{E} * {tumour}.{C} / {met}{free}");
    }
}
