package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Dying cancer cells release an antigen, whatever they die of.
///
/// *Biology*: cells that die by themselves, by T cells, NK cells, antibodies, drugs or radiation all release
/// what was in them; presenting cells carry it to the lymph node. In this the death that a therapy brings is a
/// vaccine.
///
/// *Equation*, for each clone that has the antigen:
///
///     P' V = n_clones shed_P_C deaths_C
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | n_T_clones | 1 | antigens of this kind |
/// | shed_P_C | mol/cell | that a dead cell gives; none for a clone that has lost the antigen |
///
/// *Reads and writes*: has the sum of all deaths of each clone, to which every mechanism that kills it adds;
/// gives to the [Antigen].
///
/// *Source*: the mechanism: Galluzzi et al. 2017, doi 10.1038/nri.2016.107. [AntigenRelease] is the form of
/// published models, in which only T cells' kills count.
///
/// @param place   the compartment in which it is counted, `V_LN`
/// @param lesion  whose cells release it
/// @param antigen its name, `P1`
/// @param tCell   the T cells that see it, `T1`
/// @param cancers the clones
public record AntigenShedding(String place, Lesion lesion, String antigen, String tCell, List<String> cancers)
        implements Mechanism {

    public AntigenShedding {
        cancers = List.copyOf(cancers);
    }

    @Override
    public void addTo(Assembly patient) {
        for (String cancer : cancers) {
            patient.part(lesion.names()
                            .and("X", place)
                            .and("P", antigen)
                            .and("T", tCell)
                            .and("C", cancer))
                    .sum(CancerDeath.DEATHS, "Cells of {C} that die in {tumour}", "cells/d")
                    .reaction(
                            "Release of {P} by {C} in {tumour}",
                            "-> {X}.{P}",
                            "n_{T}_clones * shed_{P}_{C} * " + CancerDeath.DEATHS);
        }
    }
}
