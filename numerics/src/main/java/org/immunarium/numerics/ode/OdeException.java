package org.immunarium.numerics.ode;

/// An integration that cannot go on: where, when, and which state stands in the way.
public final class OdeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// What went wrong.
    public enum Reason {
        /// The step became too short for the time to advance: an error that does not shrink with the step.
        STEP_TOO_SMALL,
        /// A derivative or a state is not a finite number, however short the step.
        NOT_FINITE,
        /// A state stays below zero that must not, however short the step.
        NEGATIVE,
        /// The matrix of the implicit equations stays singular, however short the step.
        SINGULAR,
        /// More attempts than the settings allow.
        TOO_MANY_STEPS
    }

    private final Reason reason;
    private final double time;
    private final int state;

    OdeException(Reason reason, double time, int state, String detail) {
        super(text(reason) + " at t = " + time + (state < 0 ? "" : ", state " + state) + ": " + detail);
        this.reason = reason;
        this.time = time;
        this.state = state;
    }

    private static String text(Reason reason) {
        return switch (reason) {
            case STEP_TOO_SMALL -> "step too small";
            case NOT_FINITE -> "not a finite number";
            case NEGATIVE -> "negative amount";
            case SINGULAR -> "singular matrix";
            case TOO_MANY_STEPS -> "too many steps";
        };
    }

    public Reason reason() {
        return reason;
    }

    /// The time that was reached.
    public double time() {
        return time;
    }

    /// The number of the state that stands in the way, or -1 if no single one does.
    public int state() {
        return state;
    }
}
