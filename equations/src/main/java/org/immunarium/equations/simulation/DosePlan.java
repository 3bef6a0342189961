package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.system.Measure;

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

    /// What receives something, and in what that is counted.
    record Dosed(String target, Measure measure) {

        static Dosed by(Intervention intervention) {
            return new Dosed(intervention.target(), intervention.measure());
        }
    }

    /// @param infused all that receives infusions in the equations at hand
    /// @throws IllegalArgumentException if anything else is to receive one, or a target cannot be dosed
    static DosePlan of(Programs programs, List<? extends Intervention> interventions, Set<String> infused) {
        Set<Dosed> boluses = new LinkedHashSet<>();
        Set<Dosed> infusions = new LinkedHashSet<>();
        for (Intervention i : interventions) {
            if (i instanceof Intervention.Bolus) {
                boluses.add(Dosed.by(i));
            } else if (infused.contains(i.target())) {
                infusions.add(Dosed.by(i));
            } else {
                throw new IllegalArgumentException(
                        "an infusion into \"" + i.target() + "\", which was not named among the infusions");
            }
        }
        return new DosePlan(
                actions(interventions, List.copyOf(boluses), List.copyOf(infusions)),
                boluses.stream().map(programs::bolus).toList(),
                infusions.stream().mapToInt(programs.layout::infusionSlot).toArray());
    }

    private static List<Action> actions(
            List<? extends Intervention> interventions, List<Dosed> boluses, List<Dosed> infusions) {
        List<Action> actions = new ArrayList<>();
        for (Intervention i : interventions) {
            switch (i) {
                case Intervention.Bolus bolus ->
                    actions.add(new Action(
                            bolus.time(),
                            Occurrence.Kind.BOLUS,
                            boluses.indexOf(Dosed.by(i)),
                            bolus.value(),
                            bolus.value() + " into " + bolus.target()));
                case Intervention.Infusion infusion -> {
                    int place = infusions.indexOf(Dosed.by(i));
                    double rate = infusion.rate();
                    String what = rate + " per unit of time into " + infusion.target();
                    actions.add(new Action(infusion.start(), Occurrence.Kind.INFUSION_START, place, rate, what));
                    actions.add(new Action(infusion.end(), Occurrence.Kind.INFUSION_END, place, -rate, what));
                }
            }
        }
        actions.sort(Comparator.comparingDouble(Action::time).thenComparingInt(Action::rank));
        return List.copyOf(actions);
    }
}
