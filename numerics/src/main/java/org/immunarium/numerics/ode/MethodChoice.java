package org.immunarium.numerics.ode;

/// Which of the two methods each lane takes, and when it changes to the other.
///
/// The explicit method is left after enough steps that stability alone has kept short, the implicit one after enough
/// steps whose Jacobian is bounded far below the explicit method's limit.
final class MethodChoice {

    /// Steps in a row that must look stiff, or not, before the method is changed.
    private static final int PATIENCE_STIFF = 10;

    private static final int PATIENCE_CALM = 20;

    /// The Jacobian's bound is this far below the explicit method's limit where it would do as well.
    private static final double CALM = 0.3;

    private final boolean[] stiff;
    private final int[] strikes;

    /// Whether stability alone has kept the explicit method's step short since it last advanced.
    private final boolean[] held;

    MethodChoice(int lanes) {
        stiff = new boolean[lanes];
        strikes = new int[lanes];
        held = new boolean[lanes];
    }

    /// Forgets what a lane has done before.
    void reset(int lane, boolean startsStiff) {
        stiff[lane] = startsStiff;
        strikes[lane] = 0;
        held[lane] = false;
    }

    /// Whether a lane takes the implicit method.
    boolean isStiff(int lane) {
        return stiff[lane];
    }

    /// Notes whether stability alone keeps the step of the explicit method short.
    void note(int lane, boolean heldByStability) {
        held[lane] |= heldByStability;
    }

    /// Decides on the method of a lane that has advanced.
    ///
    /// @param last the method of the last step
    /// @return whether the method is another now
    boolean changes(int lane, LaneStepper last) {
        if (stiff[lane] ? last.stiffness(lane) < CALM : held[lane]) {
            strikes[lane]++;
        } else {
            strikes[lane] = stiff[lane] ? 0 : Math.max(0, strikes[lane] - 1);
        }
        held[lane] = false;
        if (strikes[lane] < (stiff[lane] ? PATIENCE_CALM : PATIENCE_STIFF)) {
            return false;
        }
        stiff[lane] = !stiff[lane];
        strikes[lane] = 0;
        return true;
    }
}
