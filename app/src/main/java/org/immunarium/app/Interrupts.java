package org.immunarium.app;

import java.util.List;
import org.immunarium.study.StopSignal;
import sun.misc.Signal;

/// Signals that mean "stop": Ctrl-C, `kill`, a terminal that is closed.
final class Interrupts {

    /// A closed terminal: sent once or twice, and by some systems right after `TERM`, never out
    /// of impatience.
    private static final String HANG_UP = "HUP";

    private Interrupts() {}

    /// The first signal asks the run to stop at a safe point, so that it ends in order with its
    /// own exit code; a second Ctrl-C or `kill` ends the process at once.
    ///
    /// @param stopping is told of the first
    /// @param ending   is told of the second, just before the process ends
    static void stop(StopSignal stop, Runnable stopping, Runnable ending) {
        for (String name : List.of("INT", "TERM", HANG_UP)) {
            try {
                Signal.handle(new Signal(name), signal -> {
                    if (!stop.isAsked()) {
                        stop.ask();
                        stopping.run();
                    } else if (!signal.getName().equals(HANG_UP)) {
                        ending.run();
                        Runtime.getRuntime().halt(ExitCode.STOPPED.code());
                    }
                });
            } catch (IllegalArgumentException unavailable) {
                // This system has no such signal, or the JVM keeps it to itself.
            }
        }
    }
}
