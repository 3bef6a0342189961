package org.immunarium.equations.simulation;

import org.immunarium.numerics.random.RandomStream;
import org.immunarium.numerics.stochastic.DirectMethod;
import org.immunarium.numerics.stochastic.PropensityException;

/// One run in which everything changes by jumps: reactions by Gillespie's direct method, events at
/// times that are known ahead or right after the reaction that sets them off.
final class JumpRun {

    private final ReactionPrograms programs;
    private final ModelRun run;
    private final Recorder recorder;
    private final RunWatch watch;
    private final Reactions reactions;
    private final DirectMethod method;

    JumpRun(ReactionPrograms programs, ModelRun run, Recorder recorder, RandomStream random, RunWatch watch) {
        this.programs = programs;
        this.run = run;
        this.recorder = recorder;
        this.watch = watch;
        reactions = new Reactions(programs, run);
        method = new DirectMethod(reactions, random);
        reactions.begin();
    }

    /// Runs to the end.
    ///
    /// @param span how long the whole run is
    void run(double span) {
        try {
            recordSettled();
            refresh();
            watch.refuseTooMany(method.total() * span, run.time);
            while (!run.finished()) {
                double stop = Math.max(run.limit, Math.nextUp(run.time));
                double next = method.nextTime(run.time);
                watch.happened(run.time);
                run.constraints.pass(Math.min(next, stop));
                if (next < stop) {
                    recordBefore(next);
                    react(next);
                } else {
                    recordBefore(stop);
                    if (run.settle(stop)) {
                        refresh();
                    }
                    recordSettled();
                }
            }
        } catch (PropensityException e) {
            throw reactions.negativeRate(e.reaction(), e.propensity());
        }
    }

    private void react(double time) {
        run.time = time;
        int reaction = method.fire(run.p);
        boolean again = programs.draws().length > 0;
        ReactionProgram happened = programs.reactions()[reaction];
        if (happened.reschedules() || (happened.disturbs() && run.triggersChanged(time, run.y))) {
            again |= run.settle(time);
        } else if (happened.endangers()) {
            run.constraints.look(time, run.y);
        }
        if (again) {
            refresh();
        }
    }

    private void refresh() {
        run.drawAfresh(programs.draws());
        method.refresh(run.p);
    }

    private void recordBefore(double time) {
        while (recorder.next() < time) {
            recorder.record(recorder.next(), run.y, run.p);
        }
    }

    private void recordSettled() {
        while (recorder.next() <= run.time) {
            recorder.record(recorder.next(), run.y, run.p);
        }
    }
}
