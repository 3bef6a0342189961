package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// An antigen that dying cancer cells release.
///
/// *Biology*: cancer cells that die, by themselves, by treatment or by T cells, release their antigens;
/// presenting cells take them up, the rest is broken down.
///
/// *Equation*, for each clone that has the antigen:
///
///     P' = n_clones P_C (k_death + k_therapy + sum of k_C_T T / (C_total + T_total + 1 cell) (1 - H_PD1)) C
///          - k_xP_deg P - k_up mAPC P
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | n_T_clones | 1 | antigens of this kind |
/// | P_C | M/cell | concentration that a dead cell gives |
/// | k_xP_deg | 1/d | loss outside of cells |
/// | k_P_up | 1/(d·cell) | uptake by presenting cells |
///
/// *Reads and writes*: has the antigen where it is released; reads the clones and who kills them.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param place   the compartment in which it is counted, `V_T` or `V_LN`
/// @param body    whose lymph node takes it up
/// @param lesion  whose cells release it
/// @param antigen its name, `P1`
/// @param tCell   the T cells that see it, `T1`
/// @param deaths  of each clone that has it, who kills it
public record AntigenRelease(String place, Body body, Lesion lesion, String antigen, String tCell, List<Deaths> deaths)
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
        private String rate(Lesion lesion) {
            StringBuilder rate = new StringBuilder("k_%s_death + k_%s_therapy".formatted(cancer, cancer));
            for (String killer : killers) {
                rate.append(" + k_C_%s * %s.%s / %s%s"
                        .formatted(killer, lesion.volume(), killer, Contacts.in(lesion), Brakes.released(brakes)));
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
            patient.part(
                            "X",
                            place,
                            "V",
                            lesion.volume(),
                            "P",
                            antigen,
                            "T",
                            tCell,
                            "C",
                            of.cancer(),
                            "rate",
                            of.rate(lesion))
                    .reaction(
                            "Release of {P} by {C} in {V}",
                            "-> {X}.{P}",
                            "n_{T}_clones * {P}_{C} * {rate} * {V}.{C} * {V}");
        }
        patient.part("X", place, "LN", body.node(), "P", antigen)
                .concentration("{X}.{P}", "Antigen {P} outside of cells", "mol")
                .reaction("Loss of {P}", "{X}.{P} ->", "k_x{P}_deg * {X}.{P} * {X}")
                .reaction("Uptake of {P}", "{X}.{P} ->", "k_{P}_up * {LN}.mAPC * {X}.{P} * {X}");
    }
}
