package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Dying cancer cells release an antigen.
///
/// *Biology*: cancer cells that die, by themselves, by treatment or by T cells, release their antigens. Of
/// treatment that is what `k_C_therapy` counts.
///
/// *Equation*, for each clone that has the antigen:
///
///     P' = n_clones P_C (k_death + k_therapy + sum of k_C_T T / (C_total + T_total + 1 cell) (1 - H_PD1)) C
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | n_T_clones | 1 | antigens of this kind |
/// | P_C | M/cell | concentration that a dead cell gives |
///
/// *Reads and writes*: gives to the [Antigen]; reads the clones and who kills them.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param place   the compartment in which it is counted, `V_T` or `V_LN`
/// @param lesion  whose cells release it
/// @param antigen its name, `P1`
/// @param tCell   the T cells that see it, `T1`
/// @param deaths  of each clone that has it, who kills it
public record AntigenRelease(String place, Lesion lesion, String antigen, String tCell, List<Deaths> deaths)
        implements Mechanism {

    /// What a clone dies of.
    ///
    /// @param cancer  its name, `C1`
    /// @param killers T cells that kill it
    /// @param brakes  fractions by which these are held back
    public record Deaths(String cancer, List<String> killers, List<String> brakes) {

        public Deaths {
            killers = List.copyOf(killers);
            brakes = List.copyOf(brakes);
        }

        /// Rate of death of a cell, a day.
        String rate(Lesion lesion) {
            StringBuilder rate = new StringBuilder("k_%s_death + k_%s_therapy".formatted(cancer, cancer));
            for (String killer : killers) {
                rate.append(" + k_C_%s * %s.%s / %s%s"
                        .formatted(killer, lesion.volume(), killer, lesion.contacts(), Brakes.released(brakes)));
            }
            return "(" + rate + ")";
        }
    }

    public AntigenRelease {
        deaths = List.copyOf(deaths);
    }

    @Override
    public void addTo(Assembly patient) {
        for (Deaths of : deaths) {
            patient.part(lesion.names()
                            .and("X", place)
                            .and("P", antigen)
                            .and("T", tCell)
                            .and("C", of.cancer())
                            .and("rate", of.rate(lesion)))
                    .reaction(
                            "Release of {P} by {C} in {tumour}",
                            "-> {X}.{P}",
                            "n_{T}_clones * {P}_{C} * {rate} * {tumour}.{C} * {tumour}");
        }
    }
}
