package org.immunarium.equations.simulation;

import org.immunarium.numerics.random.RandomStream;
import org.immunarium.numerics.stochastic.DirectMethod;
import org.immunarium.numerics.stochastic.PropensityException;

/// One run in which everything changes by jumps: reactions by Gillespie's direct method, events at
/// times that are known ahead or right after the reaction that sets them off.
final class JumpRun {

    private final ReactionPrograms programs;
    private final Course course;
    private final Recorder recorder;
    private final RunWatch watch;
    private final Reactions reactions;
    private final DirectMethod method;

    JumpRun(ReactionPrograms programs, Course course, Recorder recorder, RandomStream random, RunWatch watch) {
        this.programs = programs;
        this.course = course;
        this.recorder = recorder;
        this.watch = watch;
        reactions = new Reactions(programs, course);
        method = new DirectMethod(reactions, random);
        reactions.makeWhole();
    }

    /// Runs to the end.
    ///
    /// @param span how long the whole run is
    void run(double span) {
        try {
            recordSettled();
            refresh();
            watch.refuseTooMany(method.total() * span, course.time);
            while (!course.finished()) {
                double stop = Math.max(course.limit, Math.nextUp(course.time));
                double next = method.nextTime(course.time);
                watch.happened(course.time);
                if (next < stop) {
                    recordBefore(next);
                    react(next);
                } else {
                    recordBefore(stop);
                    if (course.settle(stop)) {
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
        course.time = time;
        int reaction = method.fire(course.p);
        boolean again = programs.draws().length > 0;
        ReactionProgram happened = programs.reactions()[reaction];
        if (happened.reschedules() || (happened.disturbs() && course.triggersChanged(time, course.y))) {
            again |= course.settle(time);
        } else if (happened.endangers()) {
            course.constraints.look(time, course.y);
        }
        if (again) {
            refresh();
        }
    }

    private void refresh() {
        course.drawAfresh(programs.draws());
        method.refresh(course.p);
    }

    private void recordBefore(double time) {
        while (recorder.next() < time) {
            recorder.record(recorder.next(), course.y, course.p);
        }
    }

    private void recordSettled() {
        while (recorder.next() <= course.time) {
            recorder.record(recorder.next(), course.y, course.p);
        }
    }
}
