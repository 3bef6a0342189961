package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// A drug between the cells of a tumour or a lymph node.
///
/// *Biology*: it comes out of vessels and leaves with the lymph, and so follows plasma, at a share of its
/// concentration.
///
/// *Equation*:
///
///     (A_T V_T)' = k_tissue (ratio c - A_T) V_T
///
/// A tumour that grows thins what is in it, and one that shrinks thickens it.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | ratio_A | 1 | concentration between cells, of that in plasma |
/// | k_tissue_A | 1/d | how fast it follows |
///
/// *Reads and writes*: has the drug where it is; reads `c_A` of [DrugKinetics]. What a tumour holds is so
/// little that blood does not miss it.
///
/// *Source*: Thurber et al. 2008, doi 10.1016/j.tips.2007.11.004; Lindauer et al. 2017, doi 10.1002/psp4.12130.
///
/// @param place the compartment, `V_T` or `V_LN`
/// @param drug  its name, `nivolumab`
public record DrugInTissue(String place, String drug) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("X", place).and("A", drug))
                .concentration("{X}.{A}", "{A}", "mol")
                .reaction(
                        "{A} in {X} follows plasma",
                        "-> {X}.{A}",
                        "k_tissue_{A} * (ratio_{A} * c_{A} - {X}.{A}) * {X}");
    }
}
