package org.immunarium.study;

import java.util.Iterator;
import java.util.function.Consumer;
import org.immunarium.results.RunFolder;

/// Other machines, or other processes, where pieces of a run's work are carried out.
///
/// What comes of a piece follows from the run's study and the piece alone. So a place may carry out a piece that it
/// lost once more, or twice at a time, and the run has the same bytes as without it.
public interface Workplace extends AutoCloseable {

    /// How many pieces it works on at a time, as far as it knows now; at least 1.
    int atOnce();

    /// How much of the work a piece should be, so that a slow one at the end is not waited for.
    ///
    /// @param all    of the work
    /// @param fewest of a piece, where there is not much
    /// @param most   of a piece, so that not much is lost with one
    default int each(long all, int fewest, int most) {
        return (int) Math.clamp(all / (4L * atOnce()), fewest, most);
    }

    /// Has pieces carried out by [DivisibleStudy#carryOut] of the run's study.
    ///
    /// @param run    the folder of the run, whose study and copies of inputs go wherever a piece does
    /// @param pieces taken as the work goes on; not all at once
    /// @param taker  is given what came of them in their order, by the thread that calls; what it throws ends the
    ///               work
    void carryOut(RunFolder run, Iterator<byte[]> pieces, Consumer<byte[]> taker);

    /// Lets go of it.
    @Override
    void close();

    /// Opens workplaces of one kind. Found by [java.util.ServiceLoader].
    interface Provider {

        /// Opens one.
        ///
        /// @param where as in `--on`: `spark://HOST:PORT`, `yarn`
        /// @param stop  is asked while pieces are waited for
        /// @throws org.immunarium.units.InvalidInputException if there is none
        Workplace open(String where, StopSignal stop);
    }
}
