package org.immunarium.tissue.mechanics;

import java.io.IOException;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.model.TimeSteps;

/// How long a mechanics step is, in units of the shortest.
///
/// Where all are alike, one. Otherwise the first after each phenotype step, in which cells divide, grow and come, is
/// one; each further one is up to twice as long as that before it, as far as the largest stiffness s of any cell
/// ([Velocities#stiffness]) allows: dt × s is at most [#MOST]. Adams and Bashforth's method is stable up to 1, and its
/// error in what relaxes with s within a step is 5/12 (dt s)². The step's length depends on what cells are alone, so
/// that the bits do not depend on threads.
public final class StepLength {

    /// Of the length of a step by the stiffness before it. The stiffness is a bound, two to three times what a cell
    /// among many really has.
    static final double MOST = 0.8;

    private final double unit;
    private final int longest;
    private int next = 1;
    private int last;

    public StepLength(TimeSteps steps) {
        unit = steps.mechanics();
        longest = (int) Math.round(steps.longest() / steps.mechanics());
        last = steps.varies() ? 0 : 1;
    }

    /// Begins anew where velocities jump; what they were does not count then.
    public void restart() {
        if (longest > 1) {
            next = 1;
            last = 0;
        }
    }

    /// How long the step that comes now is.
    ///
    /// @param most units
    public int take(int most) {
        return Math.min(next, most);
    }

    /// How much of the slope of velocities since the step before counts, by the length of the step that is now: 1 for
    /// steps that are alike, 0 after a jump.
    public double slope(int units) {
        return last == 0 ? 0 : (double) units / last;
    }

    /// Says what step was taken.
    ///
    /// @param stiffness 1/min, at its begin
    public void done(int units, double stiffness) {
        if (longest > 1) {
            int allowed = (int) Math.min(longest, MOST / (stiffness * unit));
            next = Math.max(1, Math.min(allowed, last == 0 ? 1 : 2 * units));
            last = units;
        }
    }

    /// Writes what the next step depends on.
    public void write(BlockOutput out) throws IOException {
        out.put(next);
        out.put(last);
    }

    /// Reads what [#write] wrote.
    public void read(BlockInput in) throws IOException {
        next = in.takeInt();
        last = in.takeInt();
    }
}
