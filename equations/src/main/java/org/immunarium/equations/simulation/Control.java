package org.immunarium.equations.simulation;

import java.util.Set;

/// Asks the controller of one run when it is time to.
final class Control {

    private final Controller controller;
    private final Set<String> infused;
    private final Recorder recorder;
    private final double[] times;
    private final double[] present;
    private int next;

    /// @param infused all that receives infusions in the equations at hand
    Control(Controller controller, Set<String> infused, Recorder recorder) {
        this.controller = controller;
        this.infused = infused;
        this.recorder = recorder;
        times = controller.times();
        present = new double[recorder.width()];
    }

    /// When it is asked next; infinite for never.
    double nextTime() {
        return next < times.length ? times[next] : Double.POSITIVE_INFINITY;
    }

    /// Asks if it is time, and does what is decided.
    void settle(ModelRun run, Programs programs) {
        while (nextTime() <= run.time) {
            double time = times[next++];
            run.fillDelays(run.time, run.y, false);
            recorder.look(run.time, run.y, run.p, present);
            switch (controller.decide(time, present, recorder)) {
                case Decision.GoOn _ -> {
                    // Nothing changes.
                }
                case Decision.End _ -> run.endNow();
                case Decision.Give give -> run.give(DosePlan.of(programs, give.interventions(), infused));
            }
        }
    }
}
