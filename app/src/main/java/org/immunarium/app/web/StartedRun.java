package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.immunarium.app.Progressing;

/// A run that was started and goes by itself from then on.
interface StartedRun {

    /// Starts runs.
    @FunctionalInterface
    interface Starter {

        /// Starts one.
        ///
        /// @param arguments of the command line
        /// @throws java.io.UncheckedIOException if it cannot be started
        StartedRun start(List<String> arguments);
    }

    /// Waits for its end.
    ///
    /// @return the exit code
    int await() throws InterruptedException;

    /// Asks it to stop at its next safe point; nothing happens to one that has ended.
    void stop();

    /// How far it is; empty before it has said anything.
    Optional<Progressing> progress();

    /// What it said besides, the last lines of it.
    List<String> notes();

    /// What it printed at its end: findings, or problems; empty of one that was cut off.
    Optional<ObjectNode> result();
}
