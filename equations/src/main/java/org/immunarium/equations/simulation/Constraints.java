package org.immunarium.equations.simulation;

import java.util.Arrays;
import org.immunarium.equations.system.EquationSystem.ConstraintEquation;

/// The constraints of one run: conditions under which the model is valid. Where one no longer holds, an
/// occurrence says so, and again each time that it has held in between; the run goes on.
final class Constraints {

    private final ModelRun run;
    private final Programs programs;
    private final boolean[] held;
    private final double[] truth;
    private final double[] differences;
    private final double[] times;
    /// Up to when [#pass] has gone.
    private double passed;
    private boolean watched = true;

    Constraints(ModelRun run, Programs programs) {
        this.run = run;
        this.programs = programs;
        int count = programs.layout.equations.constraints().size();
        held = new boolean[count];
        truth = new double[count];
        differences = new double[programs.constraintCrossings.outputs()];
        times = new double[programs.constraintTimes.outputs()];
        passed = run.time;
        Arrays.fill(held, true);
    }

    /// From now on nobody wants to know of them.
    void ignore() {
        watched = false;
    }

    /// The number of differences whose change of sign says that one may have changed within a step.
    int crossings() {
        return watched ? differences.length : 0;
    }

    /// Writes these differences.
    ///
    /// @param values receives them
    /// @param from   the place of the first
    void crossings(double t, double[] state, double[] values, int from) {
        if (crossings() > 0) {
            run.evaluate(programs.constraintCrossings, t, state, differences);
            System.arraycopy(differences, 0, values, from, differences.length);
        }
    }

    /// Looks whether they hold at a time with a state.
    void look(double t, double[] state) {
        if (held.length == 0 || !watched) {
            return;
        }
        run.evaluate(programs.constraints, t, state, truth);
        for (int k = 0; k < held.length; k++) {
            // Not a number is not true.
            boolean holds = truth[k] != 0 && !Double.isNaN(truth[k]);
            if (held[k] && !holds) {
                run.occurrences.add(new Occurrence(t, Occurrence.Kind.CONSTRAINT, label(k)));
            }
            held[k] = holds;
        }
    }

    /// Looks at those on time alone on the way to `t`, on which nothing happens.
    void pass(double t) {
        if (times.length == 0 || !watched) {
            return;
        }
        run.evaluate(programs.constraintTimes, times);
        Arrays.sort(times);
        for (double time : times) {
            if (time >= passed && time < t) {
                // Some change only after it, or, by rounding, a little later.
                for (double moment = time; moment <= ModelRun.after(time); moment = Math.nextUp(moment)) {
                    look(moment, run.y);
                }
            }
        }
        passed = t;
    }

    private String label(int k) {
        ConstraintEquation constraint = programs.layout.equations.constraints().get(k);
        String message = constraint.message().strip().replaceAll("\\s+", " ");
        return message.isEmpty() ? "constraint " + (k + 1) : message;
    }
}
