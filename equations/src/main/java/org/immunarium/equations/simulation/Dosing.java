package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.simulation.DosePlan.AtOnce;
import org.immunarium.equations.simulation.DosePlan.Gift;
import org.immunarium.equations.simulation.DosePlan.OverTime;

/// The doses of one run, carried out one after the other; at the same time infusions end first.
final class Dosing {

    private final ModelRun run;
    private final Programs programs;
    private List<Gift> gifts;
    private int next;
    /// Infusions that are going on, in the order in which they began.
    private final List<OverTime> running = new ArrayList<>();

    private final double[] changed = new double[1];

    Dosing(ModelRun run, Programs programs, DosePlan plan) {
        this.run = run;
        this.programs = programs;
        gifts = plan.gifts();
    }

    /// Gives other doses from now on; infusions that are going on end as they were to.
    ///
    /// @param plan none of which is before now
    void replace(DosePlan plan) {
        gifts = plan.gifts();
        next = 0;
    }

    /// Whether an infusion is going on.
    boolean isRunning() {
        return !running.isEmpty();
    }

    /// Carries out what is due at `t`.
    ///
    /// @return whether anything was
    boolean giveUpTo(double t) {
        boolean any = false;
        while (nextTime() <= t) {
            carryOutNext();
            any = true;
        }
        return any;
    }

    /// The time of the next beginning or end; infinite where there is none.
    double nextTime() {
        return Math.min(nextGift(), nextEnd().map(OverTime::end).orElse(Double.POSITIVE_INFINITY));
    }

    private double nextGift() {
        return next < gifts.size() ? gifts.get(next).time() : Double.POSITIVE_INFINITY;
    }

    private Optional<OverTime> nextEnd() {
        return running.isEmpty() ? Optional.empty() : running.stream().min(Comparator.comparingDouble(OverTime::end));
    }

    private void carryOutNext() {
        Optional<OverTime> ending = nextEnd();
        if (ending.isPresent() && ending.get().end() <= nextGift()) {
            end(ending.get());
            return;
        }
        switch (gifts.get(next++)) {
            case AtOnce bolus -> {
                run.p[programs.layout.firstValueSlot] = bolus.value();
                run.evaluate(bolus.program().kernel(), changed);
                run.put(bolus.program().target(), changed[0]);
                run.occurrences.add(new Occurrence(bolus.time(), Occurrence.Kind.BOLUS, bolus.what()));
            }
            case OverTime infusion -> {
                running.add(infusion);
                run.p[infusion.slot()] += infusion.rate();
                run.occurrences.add(new Occurrence(infusion.time(), Occurrence.Kind.INFUSION_START, infusion.what()));
            }
        }
    }

    private void end(OverTime infusion) {
        running.remove(infusion);
        boolean last = running.stream().noneMatch(each -> each.slot() == infusion.slot());
        run.p[infusion.slot()] = last ? 0 : run.p[infusion.slot()] - infusion.rate();
        run.occurrences.add(new Occurrence(infusion.end(), Occurrence.Kind.INFUSION_END, infusion.what()));
    }
}
