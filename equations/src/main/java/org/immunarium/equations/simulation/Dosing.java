package org.immunarium.equations.simulation;

/// The doses of one run, carried out one after the other.
final class Dosing {

    private final ModelRun run;
    private final Programs programs;
    private final DosePlan plan;
    /// How many infusions into each target are going on.
    private final int[] running;

    private final double[] changed = new double[1];
    private int next;

    Dosing(ModelRun run, Programs programs, DosePlan plan) {
        this.run = run;
        this.programs = programs;
        this.plan = plan;
        running = new int[plan.infusionSlots().length];
    }

    /// Carries out what is due at `t`.
    ///
    /// @return whether anything was
    boolean giveUpTo(double t) {
        boolean any = false;
        while (next < plan.actions().size() && plan.actions().get(next).time() <= t) {
            carryOut(plan.actions().get(next++));
            any = true;
        }
        return any;
    }

    /// The time of the next action; infinite where there is none.
    double nextTime() {
        return next < plan.actions().size() ? plan.actions().get(next).time() : Double.POSITIVE_INFINITY;
    }

    private void carryOut(Action action) {
        switch (action.kind()) {
            case BOLUS -> {
                DosePlan.Program bolus = plan.boluses().get(action.place());
                run.p[programs.layout.firstValueSlot] = action.value();
                run.evaluate(bolus.kernel(), changed);
                run.put(bolus.target(), changed[0]);
            }
            default -> {
                int place = action.place();
                int slot = plan.infusionSlots()[place];
                running[place] += action.kind() == Occurrence.Kind.INFUSION_START ? 1 : -1;
                run.p[slot] = running[place] == 0 ? 0 : run.p[slot] + action.value();
            }
        }
        run.occurrences.add(new Occurrence(action.time(), action.kind(), action.what()));
    }
}
