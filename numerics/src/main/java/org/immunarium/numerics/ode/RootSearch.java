package org.immunarium.numerics.ode;

import org.jspecify.annotations.Nullable;

/// Finds where a trajectory's root functions change sign within a step, first things first.
///
/// A function has one of three signs: minus, zero, plus. The step's dense output is looked at in [#PARTS] parts, so
/// that two changes within one step are missed only if they are closer than that. Within the first part that shows a
/// change, each changed function's place is bracketed with the Illinois variant of the false position (bisection
/// where a value is zero or progress is poor) down to a few units in the last place; the earliest right end counts,
/// so that at the time reported the new sign is there.
///
/// Source: Dowell and Jarratt (1971), BIT 11:168, doi 10.1007/BF01934364.
final class RootSearch {

    private static final int PARTS = 4;

    private final Lane lane;
    private final double[] state;
    private @Nullable Trajectory trajectory;
    private int count;
    private double[] before = new double[0];
    private double[] after = new double[0];
    private double[] values = new double[0];
    private boolean[] changed = new boolean[0];
    private double searched;
    private double found;
    private boolean pending;

    /// The states that the root functions depend on.
    private int[] needed = new int[0];

    RootSearch(Lane lane, int dimension) {
        this.lane = lane;
        this.state = new double[dimension];
    }

    void reset(Trajectory next) {
        trajectory = next;
        count = next.rootCount();
        needed = count == 0 ? new int[0] : next.rootStates(state.length);
        if (before.length != count) {
            before = new double[count];
            after = new double[count];
            values = new double[count];
            changed = new boolean[count];
        }
    }

    /// The signs from here on are those of this state.
    void restart(double time, double[] at) {
        pending = false;
        searched = time;
        if (count > 0) {
            evaluate(time, at, before);
        }
    }

    /// Looks for the first change after `from`, at the latest at `to`; the answer is kept until taken.
    boolean find(double from, double to) {
        if (count == 0 || pending) {
            return pending;
        }
        double start = lane.stepStart();
        double length = to - start;
        double left = Math.max(searched, from);
        for (int part = 1; part <= PARTS; part++) {
            double right = part == PARTS ? to : start + length * part / PARTS;
            if (right <= left) {
                continue;
            }
            evaluate(right, after);
            if (anyChange(before, after)) {
                locate(left, right);
                return true;
            }
            System.arraycopy(after, 0, before, 0, count);
            searched = right;
            left = right;
        }
        return false;
    }

    double time() {
        return found;
    }

    boolean[] changed() {
        return changed;
    }

    /// The change found has been seen and nothing else has changed.
    void goOn() {
        pending = false;
        searched = found;
        System.arraycopy(values, 0, before, 0, count);
    }

    private boolean anyChange(double[] from, double[] to) {
        boolean any = false;
        for (int i = 0; i < count; i++) {
            changed[i] = sign(from[i]) != sign(to[i]);
            any |= changed[i];
        }
        return any;
    }

    private static int sign(double x) {
        return x > 0 ? 1 : x < 0 ? -1 : 0;
    }

    private void locate(double left, double right) {
        double earliest = right;
        for (int i = 0; i < count; i++) {
            if (sign(before[i]) != sign(after[i])) {
                earliest = bracket(i, left, earliest);
            }
        }
        found = earliest;
        evaluate(earliest, values);
        anyChange(before, values);
        pending = true;
    }

    /// The first time at which function `i` has left the sign it has at `left`, if that is before `right`.
    private double bracket(int i, double left, double right) {
        int old = sign(before[i]);
        double a = left;
        double b = right;
        double fa = before[i];
        evaluate(b, values);
        double fb = values[i];
        if (sign(fb) == old) {
            return right;
        }
        int side = 0;
        double tolerance = 4 * Math.ulp(Math.max(Math.abs(left), Math.abs(right)));
        double width = b - a;
        int slow = 0;
        while (b - a > tolerance) {
            double middle = 0.5 * (a + b);
            double guess = fa * fb < 0 && slow < 3 ? (a * fb - b * fa) / (fb - fa) : middle;
            double x = guess > a + 0.25 * tolerance && guess < b - 0.25 * tolerance ? guess : middle;
            if (guess <= a + 0.25 * tolerance) {
                x = Math.min(a + 0.5 * tolerance, middle);
            } else if (guess >= b - 0.25 * tolerance) {
                x = Math.max(b - 0.5 * tolerance, middle);
            }
            if (!(x > a && x < b)) {
                break;
            }
            evaluate(x, values);
            double fx = values[i];
            if (sign(fx) == old) {
                a = x;
                fa = fx;
                fb = side < 0 ? 0.5 * fb : fb;
                side = -1;
            } else {
                b = x;
                fb = fx;
                fa = side > 0 ? 0.5 * fa : fa;
                side = 1;
            }
            slow = b - a > 0.5 * width ? slow + 1 : 0;
            width = b - a;
        }
        return b;
    }

    private void evaluate(double time, double[] into) {
        lane.interpolate(time, needed, state);
        evaluate(time, state, into);
    }

    private void evaluate(double time, double[] at, double[] into) {
        Trajectory present = trajectory;
        if (present != null) {
            present.roots(lane, time, at, into);
        }
    }
}
