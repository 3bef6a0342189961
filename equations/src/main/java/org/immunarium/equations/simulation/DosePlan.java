package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.immunarium.equations.compile.Kernel;

/// What is given to a run and how: interventions as actions in the order of time.
///
/// @param actions       in order; at the same time infusions end, then begin, then boluses are given,
///                      each in the order in which they were listed
/// @param boluses       how each target of boluses changes
/// @param infusionSlots parameters that hold the rates of infusion
record DosePlan(List<Action> actions, List<Program> boluses, int[] infusionSlots) {

    /// How a bolus changes a state or parameter.
    ///
    /// @param kernel gives the new value, the amount being in place
    /// @param target the place of what changes
    record Program(Kernel kernel, int target) {}

    /// @param infused all that receives infusions in the equations at hand
    /// @throws IllegalArgumentException if anything else is to receive one, or a target of a bolus
    ///                                  cannot be dosed
    static DosePlan of(Programs programs, List<? extends Intervention> interventions, Set<String> infused) {
        Set<String> dosed = new LinkedHashSet<>();
        for (Intervention i : interventions) {
            if (i instanceof Intervention.Bolus) {
                dosed.add(i.target());
            } else if (!infused.contains(i.target())) {
                throw new IllegalArgumentException(
                        "an infusion into \"" + i.target() + "\", which was not named among the infusions");
            }
        }
        return new DosePlan(
                actions(interventions, List.copyOf(dosed), List.copyOf(infused)),
                dosed.stream().map(programs::bolus).toList(),
                programs.layout.infusionSlots(infused));
    }

    private static List<Action> actions(
            List<? extends Intervention> interventions, List<String> dosed, List<String> infused) {
        List<Action> actions = new ArrayList<>();
        for (Intervention i : interventions) {
            switch (i) {
                case Intervention.Bolus(double time, String target, double amount) ->
                    actions.add(new Action(
                            time, Occurrence.Kind.BOLUS, dosed.indexOf(target), amount, amount + " into " + target));
                case Intervention.Infusion(double start, double duration, String target, double rate) -> {
                    int place = infused.indexOf(target);
                    String what = rate + " per unit of time into " + target;
                    actions.add(new Action(start, Occurrence.Kind.INFUSION_START, place, rate, what));
                    actions.add(new Action(start + duration, Occurrence.Kind.INFUSION_END, place, -rate, what));
                }
            }
        }
        actions.sort(Comparator.comparingDouble(Action::time).thenComparingInt(Action::rank));
        return List.copyOf(actions);
    }
}
