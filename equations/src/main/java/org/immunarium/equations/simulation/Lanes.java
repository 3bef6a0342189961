package org.immunarium.equations.simulation;

import java.util.Arrays;
import java.util.List;
import org.immunarium.equations.system.EquationSystem.Crossing;
import org.jspecify.annotations.Nullable;

/// Integrates runs of one model side by side, each with its own time and step, and lets each [Course] do what is due
/// at its instants.
///
/// The scalar work for one lane is done only where its step reached a boundary, held a time of output, or changed the
/// sign of something that triggers watch.
final class Lanes {

    /// Where in a step the differences that triggers watch are looked at, besides its end.
    private static final double[] LOOKS = {0.25, 0.5, 0.75, 1};

    private final Programs programs;
    private final int lanes;
    private final Stepper stepper;
    private final double[] parameters;
    private final @Nullable Course[] courses;
    private final @Nullable Recorder[] recorders;
    private final boolean delayed;

    private final double[] y;
    private final double[] clock = new double[1];
    private final int[][] signs;
    private final double[] differences;
    private final double[] earlier;

    Lanes(Programs programs, int lanes, double[] parameters, Stepper stepper) {
        this.programs = programs;
        this.lanes = lanes;
        this.parameters = parameters;
        this.stepper = stepper;
        courses = new Course[lanes];
        recorders = new Recorder[lanes];
        delayed = programs.delays.length > 0;
        y = new double[programs.states];
        earlier = new double[programs.states];
        int watched = programs.equations.crossings().size();
        signs = new int[lanes][watched];
        differences = new double[watched];
    }

    /// Puts a run that has begun into a lane.
    void load(int lane, Course course, Recorder recorder) {
        courses[lane] = course;
        recorders[lane] = recorder;
        recordSettled(course, recorder);
        resume(lane, course, recorder, 0);
    }

    boolean isRunning(int lane) {
        return courses[lane] != null;
    }

    double time(int lane) {
        return stepper.time(lane);
    }

    /// One step in every running lane.
    ///
    /// @throws NumericalFailure where a lane fails; it is taken out of the lane first
    void step() {
        stepper.step();
        for (int lane = 0; lane < lanes; lane++) {
            Course course = courses[lane];
            Recorder recorder = recorders[lane];
            if (course != null && recorder != null) {
                after(lane, course, recorder);
            }
        }
    }

    private void after(int lane, Course course, Recorder recorder) {
        String failure = stepper.failure(lane);
        if (!failure.isEmpty()) {
            courses[lane] = null;
            stepper.stop(lane);
            throw new NumericalFailure("", stepper.time(lane), failure);
        }
        if (!stepper.advanced(lane)) {
            return;
        }
        double from = stepper.from(lane);
        double to = stepper.time(lane);
        double reached = to;
        boolean instant = to >= course.limit;
        if (signs[lane].length > 0) {
            double crossing = firstChange(lane, course, from, to);
            if (crossing <= to) {
                reached = crossing;
                instant = true;
            }
        }
        while (recorder.next() < reached || (recorder.next() == reached && !instant)) {
            double t = recorder.next();
            stateAt(lane, t, to, y);
            course.fillDelays(t, y, false);
            recorder.record(t, y, course.p);
        }
        if (delayed) {
            remember(lane, course, from, reached, to);
        }
        if (instant) {
            stateAt(lane, reached, to, course.y);
            boolean changed = course.settle(reached);
            recordSettled(course, recorder);
            resume(lane, course, recorder, changed || reached < to ? 0 : stepper.nextStep(lane));
        }
    }

    /// Gives the states of a lane to the solver, after everything that is due at once.
    private void resume(int lane, Course course, Recorder recorder, double firstStep) {
        while (!course.finished() && course.limit <= Course.after(course.time)) {
            course.settle(course.limit);
            recordSettled(course, recorder);
        }
        if (course.finished()) {
            stepper.stop(lane);
            courses[lane] = null;
            return;
        }
        for (int i = 0; i < programs.states; i++) {
            stepper.state()[i * lanes + lane] = course.y[i];
        }
        if (parameters != course.p) {
            for (int j = 0; j < programs.parameters; j++) {
                parameters[j * lanes + lane] = course.p[j];
            }
        }
        if (signs[lane].length > 0) {
            signs(course, course.time, course.y, signs[lane]);
        }
        stepper.start(lane, course.time, course.limit, firstStep);
    }

    private static void recordSettled(Course course, Recorder recorder) {
        while (recorder.next() <= course.time) {
            course.fillDelays(course.time, course.y, false);
            recorder.record(recorder.next(), course.y, course.p);
        }
    }

    private void stateAt(int lane, double t, double to, double[] out) {
        if (t == to) {
            for (int i = 0; i < out.length; i++) {
                out[i] = stepper.state()[i * lanes + lane];
            }
        } else {
            stepper.interpolate(lane, t, out);
        }
    }

    private void remember(int lane, Course course, double from, double reached, double to) {
        double[] nodes = new double[History.NODES.length * programs.states];
        for (int k = 0; k < History.NODES.length; k++) {
            double t = k == History.NODES.length - 1 ? reached : from + History.NODES[k] * (reached - from);
            stateAt(lane, t, to, earlier);
            System.arraycopy(earlier, 0, nodes, k * programs.states, programs.states);
        }
        course.history.add(from, reached, nodes, course.p.clone());
    }

    /// The first time in a step at which a trigger changes, or infinity. Updates the signs of the lane.
    private double firstChange(int lane, Course course, double from, double to) {
        int[] before = signs[lane];
        int[] then = new int[before.length];
        double low = from;
        int look = 0;
        while (low < to) {
            double high = Double.NaN;
            while (look < LOOKS.length) {
                double t = LOOKS[look] == 1 ? to : from + LOOKS[look] * (to - from);
                if (t > low) {
                    stateAt(lane, t, to, y);
                    signs(course, t, y, then);
                    if (!Arrays.equals(then, before)) {
                        high = t;
                        break;
                    }
                    low = t;
                }
                look++;
            }
            if (Double.isNaN(high)) {
                return Double.POSITIVE_INFINITY;
            }
            high = narrow(lane, course, low, high, to, then);
            stateAt(lane, high, to, y);
            signs(course, high, y, then);
            if (course.triggersChanged(high, y)) {
                System.arraycopy(then, 0, before, 0, before.length);
                return high;
            }
            System.arraycopy(then, 0, before, 0, before.length);
            low = high;
        }
        return Double.POSITIVE_INFINITY;
    }

    /// The earliest time, to rounding, at which the signs are not what they are at `low`.
    private double narrow(int lane, Course course, double low, double high, double to, int[] scratch) {
        double a = low;
        double b = high;
        while (b - a > 2 * Math.ulp(b)) {
            double middle = a + 0.5 * (b - a);
            stateAt(lane, middle, to, y);
            signs(course, middle, y, scratch);
            if (Arrays.equals(scratch, signs[lane])) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return b;
    }

    private void signs(Course course, double t, double[] state, int[] out) {
        clock[0] = t;
        course.fillDelays(t, state, false);
        programs.crossings.evaluate(clock, state, course.p, differences);
        List<Crossing> watched = programs.equations.crossings();
        for (int k = 0; k < out.length; k++) {
            double d = differences[k];
            Crossing c = watched.get(k);
            out[k] = c.touch() ? (d > 0 ? 1 : d < 0 ? -1 : 0) : c.strict() ? (d > 0 ? 1 : 0) : (d >= 0 ? 1 : 0);
        }
    }
}
