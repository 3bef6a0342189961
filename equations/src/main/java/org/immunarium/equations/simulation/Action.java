package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One end of an intervention: something that happens at a known time.
///
/// @param time  when
/// @param kind  what sort of thing, as it appears among the occurrences
/// @param place which of the targets of its kind it concerns
/// @param value the amount of a bolus; the rate of an infusion, negative where it ends
/// @param what  in words
record Action(double time, Occurrence.Kind kind, int place, double value, String what) {

    /// The actions of interventions in order of time; at the same time infusions end, then begin,
    /// then boluses are given, each in the order in which they were listed.
    static List<Action> of(List<Intervention> interventions, List<String> boluses, List<String> infusions) {
        List<Action> actions = new ArrayList<>();
        for (Intervention i : interventions) {
            switch (i) {
                case Intervention.Bolus(double time, String target, double amount) ->
                    actions.add(new Action(
                            time, Occurrence.Kind.BOLUS, boluses.indexOf(target), amount, amount + " into " + target));
                case Intervention.Infusion(double start, double duration, String target, double rate) -> {
                    int place = infusions.indexOf(target);
                    String what = rate + " per unit of time into " + target;
                    actions.add(new Action(start, Occurrence.Kind.INFUSION_START, place, rate, what));
                    actions.add(new Action(start + duration, Occurrence.Kind.INFUSION_END, place, -rate, what));
                }
            }
        }
        actions.sort(Comparator.comparingDouble(Action::time).thenComparingInt(Action::rank));
        return List.copyOf(actions);
    }

    private int rank() {
        return switch (kind) {
            case INFUSION_END -> 0;
            case INFUSION_START -> 1;
            default -> 2;
        };
    }
}
