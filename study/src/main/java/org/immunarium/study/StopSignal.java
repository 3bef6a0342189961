package org.immunarium.study;

import java.util.concurrent.atomic.AtomicBoolean;

/// Whether someone wants the run to stop at its next safe point.
public final class StopSignal {

    private final AtomicBoolean asked = new AtomicBoolean();

    /// Asks the run to stop. From any thread.
    public void ask() {
        asked.set(true);
    }

    public boolean isAsked() {
        return asked.get();
    }

    /// Leaves the work if it was asked for.
    ///
    /// @param where how far the work is, for the user
    /// @throws RunStopped if it was
    public void check(String where) {
        if (isAsked()) {
            throw new RunStopped(where);
        }
    }
}
