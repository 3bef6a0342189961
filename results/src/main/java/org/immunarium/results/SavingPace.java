package org.immunarium.results;

import java.time.Duration;

/// When it is time for the next safe point: after a while, and never so soon that saving takes more than a twentieth
/// of the time.
public final class SavingPace {

    /// Saving takes at most this part of the time.
    private static final int LEAST_WORK_PER_SAVING = 20;

    private final Duration least;
    private long next;

    /// @param least from one point to the next; what a kill may cost, unless saving takes long
    public SavingPace(Duration least) {
        this.least = least;
        next = System.nanoTime() + least.toNanos();
    }

    public boolean isDue() {
        return System.nanoTime() - next >= 0;
    }

    /// Saves, and waits the longer for the next time the longer it took.
    public void save(Runnable saving) {
        long begun = System.nanoTime();
        saving.run();
        long end = System.nanoTime();
        next = end + Math.max(least.toNanos(), LEAST_WORK_PER_SAVING * (end - begun));
    }
}
