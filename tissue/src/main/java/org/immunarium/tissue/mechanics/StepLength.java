package org.immunarium.tissue.mechanics;

import java.io.IOException;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.model.TimeSteps;

/// How long a mechanics step is, in units of the shortest.
///
/// Where all are alike, one. Otherwise the first after each phenotype step, in which cells divide, grow and come,
/// is one, and so is the second, the first that knows a velocity before; each further one is up to twice as long as
/// that before it, as far as two things allow. With the largest stiffness s of any cell ([Velocities#stiffness]),
/// dt × s is at most [#MOST]: Adams and Bashforth's method is stable up to 1, and its error in what relaxes with s
/// within a step is 5/12 (dt s)². And no cell goes farther than [#FARTHEST] of its radius, so that none jumps over
/// another, or out of the domain before its wall is felt. A step's length depends on what cells are alone, so that
/// the bits do not depend on threads.
public final class StepLength {

    /// Of the length of a step by the stiffness before it. The stiffness is a bound, two to three times what a cell
    /// among many really has.
    static final double MOST = 0.8;

    /// Of the way of a cell in a step by its radius.
    static final double FARTHEST = 0.25;

    private final double unit;
    private final int longest;
    private int next = 1;
    private int last;

    public StepLength(TimeSteps steps) {
        unit = steps.mechanics();
        longest = steps.longestInShortest();
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

    /// Says what step was taken, and how fast cells may be in the next.
    ///
    /// @param stiffness  1/min
    /// @param quickness  the greatest speed of a cell by its radius, 1/min
    /// @param persistence the shortest time for which a cell keeps its direction, min
    public void done(int units, double stiffness, double quickness, double persistence) {
        double allowed = Math.min(Math.min(MOST / stiffness, FARTHEST / quickness), persistence);
        next = Math.max(1, (int) Math.min(Math.min(longest, allowed / unit), last == 0 ? 1 : 2 * units));
        last = units;
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
