package org.immunarium.equations.simulation;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.immunarium.numerics.NumericalFailure;

/// Counts what happens in a run, so that somebody hears of a long one now and then, and so that one
/// without an end is ended.
final class RunWatch {

    private final double most;
    private final long mask;
    private final DoubleConsumer watcher;
    private long happened;

    /// @param most    more reactions, and times at which something else happens, are not waited for
    /// @param every   after how many of them somebody hears; a power of two
    /// @param watcher hears the time; may leave the run by an exception
    RunWatch(double most, long every, DoubleConsumer watcher) {
        this.most = most;
        this.mask = every - 1;
        this.watcher = watcher;
    }

    /// Something has happened.
    ///
    /// @throws NumericalFailure if that was too much by now
    void happened(double time) {
        if ((++happened & mask) == 0) {
            look(time);
        }
    }

    private void look(double time) {
        watcher.accept(time);
        if (happened > most) {
            throw new NumericalFailure(
                    "",
                    time,
                    String.format(
                            Locale.ROOT,
                            "%.1e reactions were carried out one by one, too many to go on; fewer items, a shorter"
                                    + " run or a deterministic one were expected",
                            (double) happened));
        }
    }

    /// Refuses a run of which too much is expected.
    void refuseTooMany(double expected, double time) {
        if (expected > most) {
            throw new NumericalFailure(
                    "",
                    time,
                    String.format(
                            Locale.ROOT,
                            "%.1e reactions are expected, too many to carry out one by one; fewer items, or a"
                                    + " deterministic run, were expected",
                            expected));
        }
    }
}
