package org.immunarium.numerics.parallel;

/// How long a thread waits awake before it sleeps.
///
/// To fall asleep and be woken takes some 5 to 50 µs, as long as a small step of a field takes. To
/// wait awake is quicker, but takes a core from others; so a thread whose waiting was in vain waits
/// half as long the next time, and one that was rewarded twice as long.
final class Patience {

    private static final long LEAST = 2_000;
    private static final long MOST = 50_000;

    /// Looks between two looks at the clock, which takes as long as a few.
    private static final int LOOKS = 8;

    private final boolean any;
    private long nanoseconds = MOST;
    private long begun;
    private int looks;

    /// @param any whether to wait awake at all
    Patience(boolean any) {
        this.any = any;
    }

    void begin() {
        looks = 0;
        begun = any ? System.nanoTime() : 0;
    }

    /// Whether to look once more; pauses for a moment.
    boolean lasts() {
        if (!any) {
            return false;
        }
        if (++looks % LOOKS == 0 && System.nanoTime() - begun > nanoseconds) {
            nanoseconds = Math.max(LEAST, nanoseconds / 2);
            return false;
        }
        Thread.onSpinWait();
        return true;
    }

    void rewarded() {
        nanoseconds = Math.min(MOST, nanoseconds * 2);
    }
}
