package org.immunarium.app;

import org.immunarium.study.StopSignal;
import sun.misc.Signal;

/// Signals that mean "stop": Ctrl-C, `kill`.
final class Interrupts {

    private static final int SIGNAL_BASE = 128;

    private Interrupts() {}

    /// The first signal asks the run to stop at a safe point, so that it can end in order with its
    /// own exit code; the second ends the process.
    static void stop(StopSignal stop) {
        for (String name : new String[] {"INT", "TERM"}) {
            try {
                Signal.handle(new Signal(name), signal -> {
                    if (stop.isAsked()) {
                        Runtime.getRuntime().halt(SIGNAL_BASE + signal.getNumber());
                    }
                    stop.ask();
                });
            } catch (IllegalArgumentException unavailable) {
                // This system has no such signal, or the JVM keeps it to itself.
            }
        }
    }
}
