package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.system.Measure;

/// What is given to a run and how, in the order of time.
///
/// @param gifts in order; at the same time infusions begin, then boluses are given, each in the order in which
///              they were listed
record DosePlan(List<Gift> gifts) {

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

    /// Something that is given at a known time.
    sealed interface Gift {

        double time();
    }

    /// @param value what is added
    /// @param what  in words
    record AtOnce(double time, Program program, double value, String what) implements Gift {}

    /// @param end  when it ends, after it began
    /// @param slot the parameter that holds the rate of infusion
    /// @param rate what is added per unit of time
    /// @param what in words
    record OverTime(double time, double end, int slot, double rate, String what) implements Gift {}

    DosePlan {
        gifts = gifts.stream()
                .sorted(Comparator.comparingDouble(Gift::time).thenComparing(AtOnce.class::isInstance))
                .toList();
    }

    /// @param infused all that receives infusions in the equations at hand
    /// @throws IllegalArgumentException if anything else is to receive one, or a target cannot be dosed
    static DosePlan of(Programs programs, List<? extends Intervention> interventions, Set<String> infused) {
        List<Gift> gifts = new ArrayList<>();
        for (Intervention intervention : interventions) {
            Dosed dosed = Dosed.by(intervention);
            switch (intervention) {
                case Intervention.Bolus bolus ->
                    gifts.add(new AtOnce(
                            bolus.time(),
                            programs.bolus(dosed),
                            bolus.value(),
                            bolus.value() + " into " + bolus.target()));
                case Intervention.Infusion infusion -> {
                    if (!infused.contains(infusion.target())) {
                        throw new IllegalArgumentException("an infusion into \"" + infusion.target()
                                + "\", which was not named among the infusions");
                    }
                    gifts.add(new OverTime(
                            infusion.start(),
                            infusion.end(),
                            programs.layout.infusionSlot(dosed),
                            infusion.rate(),
                            infusion.rate() + " per unit of time into " + infusion.target()));
                }
            }
        }
        return new DosePlan(gifts);
    }
}
