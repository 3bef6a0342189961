package org.immunarium.numerics.ode;

/// The size of a lane's next step, from the errors of its last ones.
///
/// A proportional-integral controller: after a step of error e (1 is the tolerance) whose forerunner had e',
///
///     h_next = h * 0.9 * e^(-1/p) * e'^(0.1/p),   at least h / 5, at most 6 h
///
/// with p the error estimate's order. After a rejection the step does not grow.
///
/// An explicit method is kept within [#STABLE] of its region of stability. A step beyond it can have a small error
/// at its end, where a fast state happened to start on its slow course; inside the step the dense output is then off
/// by hundreds of times what that start was off: for DOP853 and a state that decays at rate k, by 0.9 times at
/// k h = 5, 10 times at 6, 89 times at 7.
///
/// A start, the first or one after a jump, feels its way: steps grow up to a hundredfold until an error shows.
/// The first begins with a guess from the derivatives, a later one with half the step that the start before it grew
/// to: jumps are mostly doses, and doses are mostly alike.
///
/// Source: Gustafsson (1991), doi 10.1145/210232.210242; Hairer and Wanner (1996), section IV.2.
final class StepControl {

    private static final double SAFETY = 0.9;
    private static final double LEAST = 0.2;
    private static final double MOST = 6;

    /// The largest growth while a new start feels its way, until a step's error reaches [#FELT].
    private static final double MOST_AT_START = 100;

    private static final double FELT = 1e-3;

    /// The share of the step that the last start grew to with which the next start begins.
    private static final double BOLDNESS = 0.5;
    private static final double SMALLEST_ERROR = 1e-4;

    /// The part of the way to the end of the region of stability that a step of an explicit method may go.
    private static final double STABLE = 0.8;

    /// A step that went further than this is not accepted, however small its error seems.
    private static final double UNSTABLE = 1.2;

    /// Attempts in a row rejected for that; what still seems unstable then is a jump in the derivative.
    private static final int MOST_UNSTABLE = 3;

    private final OdeSettings settings;

    /// The size the controller proposes; NaN if it is to be chosen anew.
    private double proposal = Double.NaN;

    private double lastError = SMALLEST_ERROR;
    private boolean rejectedBefore;
    private int unstable;
    private boolean shortened;
    private boolean starting = true;

    /// The step that the last start grew to; NaN if there was none.
    private double grownTo = Double.NaN;
    private boolean guessWanted = true;
    private long sinceStop;

    private long accepted;
    private long rejected;
    private long derivatives;
    private long jacobians;
    private long factorisations;

    StepControl(OdeSettings settings) {
        this.settings = settings;
    }

    void reset() {
        proposal = Double.NaN;
        accepted = 0;
        rejected = 0;
        derivatives = 0;
        jacobians = 0;
        factorisations = 0;
        sinceStop = 0;
        lastError = SMALLEST_ERROR;
        rejectedBefore = false;
        unstable = 0;
        grownTo = Double.NaN;
    }

    /// A new step starts after a jump.
    void restarted() {
        sinceStop = 0;
        lastError = SMALLEST_ERROR;
        rejectedBefore = false;
        starting = true;
        guessWanted = !(grownTo > 0);
        if (!guessWanted) {
            proposal = Math.min(proposal, BOLDNESS * grownTo);
        }
    }

    /// A stop was reached at which nothing has changed.
    void atStop() {
        sinceStop = 0;
    }

    boolean wantsGuess() {
        return guessWanted;
    }

    /// What was learnt of one method does not hold for the other.
    void methodChanged() {
        lastError = SMALLEST_ERROR;
    }

    /// A guess at the first step from the derivatives; what the last steps showed counts where it is smaller.
    void guess(double size) {
        guessWanted = false;
        proposal = proposal > 0 ? Math.min(proposal, size) : size;
    }

    /// The end of the step to attempt from `time`: at the stop, or where two equal steps reach it, or free; later than
    /// `time` in any case.
    double end(double time, double stop, double longest) {
        double size = Math.min(proposal, longest);
        double remaining = stop - time;
        shortened = false;
        if (remaining <= 4 * Math.ulp(time)) {
            shortened = true;
            return stop;
        }
        if (size >= remaining * (1 - 1e-6)) {
            shortened = size > remaining;
            if (remaining <= longest) {
                return stop;
            }
        }
        if (2 * size > remaining) {
            shortened = true;
            return time + 0.5 * remaining;
        }
        return Math.max(time + size, Math.nextUp(time));
    }

    void countAttempt(int derivativeCalls, int jacobianCalls, int factorisationCalls) {
        derivatives += derivativeCalls;
        jacobians += jacobianCalls;
        factorisations += factorisationCalls;
        sinceStop++;
    }

    /// Whether the step to come no longer advances the time.
    boolean isTooSmall(double time) {
        return !(proposal > 4 * Math.ulp(time)) || proposal < 1e-300;
    }

    /// Whether no attempt is left before the next stop.
    boolean isExhausted() {
        return sinceStop >= settings.maximumSteps();
    }

    /// @param stability how far the step went towards the end of where the method is stable, see
    ///                  [LaneStepper#stiffness]; 0 for a method that is stable everywhere
    /// @return whether the next step is as short as it is for stability's sake alone
    boolean accepted(double size, double error, int order, double stability) {
        accepted++;
        double e = Math.max(error, 1e-10);
        double most = starting ? MOST_AT_START : MOST;
        if (starting && error > FELT) {
            starting = false;
            grownTo = size;
        }
        double factor = SAFETY * RoughPower.of(e, -1.0 / order) * RoughPower.of(lastError, 0.1 / order);
        factor = Math.min(rejectedBefore ? 1 : most, Math.max(LEAST, factor));
        double next = size * factor;
        if (shortened) {
            next = Math.max(next, proposal);
        }
        boolean believable = stability > 0 && stability <= UNSTABLE;
        boolean held = believable && next > size * STABLE / stability;
        proposal = held ? size * STABLE / stability : next;
        lastError = Math.max(error, SMALLEST_ERROR);
        rejectedBefore = false;
        unstable = 0;
        return held;
    }

    /// Whether a step whose error is small is not to be trusted, since it went beyond where the method is stable.
    boolean isUnstable(double stability) {
        return stability > UNSTABLE && unstable < MOST_UNSTABLE;
    }

    /// The attempt is thrown away, since it went beyond where the method is stable.
    void rejectedAsUnstable(double size, double stability) {
        rejected++;
        unstable++;
        proposal = size * Math.max(LEAST, STABLE / stability);
        rejectedBefore = true;
    }

    /// The attempt is thrown away; NaN stands for an error that could not be computed.
    void rejected(double size, double error, int order) {
        rejected++;
        double factor = error > 0 && error <= Double.MAX_VALUE
                ? Math.max(LEAST, SAFETY * RoughPower.of(error, -1.0 / order))
                : 0.25;
        proposal = size * factor;
        rejectedBefore = true;
    }

    OdeStatistics statistics() {
        return new OdeStatistics(accepted, rejected, derivatives, jacobians, factorisations);
    }
}
