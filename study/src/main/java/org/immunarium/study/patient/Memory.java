package org.immunarium.study.patient;

import java.util.Optional;
import org.immunarium.study.Heap;
import org.immunarium.units.Quantity;

/// Whether what a run must hold in memory at once has room there. Tables and their reading grow with the disk; this is
/// the rest.
///
/// @param heap where it must have room
record Memory(Heap heap) {

    /// A number, and room to sort or to copy it.
    private static final double BYTES_A_VALUE = 2.0 * Double.BYTES;

    /// A replicate adds to a mean and a sum of squares, of which all variants' are kept, and written as one safe point.
    private static final double BYTES_A_MOMENT = 4.0 * Double.BYTES;

    /// Patients that one thread runs side by side, at most.
    private static final int LANES = 8;

    /// Blocks of replicates that one thread has at work or waiting, at most, and the replicate that it runs.
    private static final int BLOCKS = 6;

    /// Values that fit into one array.
    private static final double MOST_VALUES = Integer.MAX_VALUE - 8;

    static Memory here() {
        return new Memory(Heap.here());
    }

    /// How many patients can be summed up, one endpoint at a time.
    int patients() {
        return (int) Math.min(MOST_VALUES, heap.room() / BYTES_A_VALUE);
    }

    /// What is in the way of a population of this size, and what can be done.
    Optional<String> refusal(int patients) {
        return patients <= patients()
                ? Optional.empty()
                : Optional.of("their summary needs " + heap.inWords(patients * BYTES_A_VALUE) + "; at most "
                        + patients() + " patients were expected, or " + heap.more(patients * BYTES_A_VALUE));
    }

    /// What is in the way of time courses of this size, and what can be done.
    ///
    /// @param rows    of each
    /// @param columns of each, besides the time
    /// @param kept    sums of replicates that are kept at once; 0 without replicates
    /// @param atOnce  time courses that are made at once, at least 1
    Optional<String> refusal(double rows, int columns, int kept, int atOnce) {
        double values = rows * (columns + 1);
        double need = values * (BYTES_A_VALUE * atOnce + BYTES_A_MOMENT * kept);
        boolean tooLong = values * Math.max(1, 2 * Double.BYTES * kept) > MOST_VALUES;
        if (need <= heap.room() && !tooLong) {
            return Optional.empty();
        }
        return Optional.of(
                Quantity.number(Math.ceil(rows)) + " rows of " + columns + " columns need " + heap.inWords(need)
                        + "; rows further apart or fewer output.columns were expected"
                        + (tooLong ? "" : ", or " + heap.more(need)));
    }

    /// What one time course takes.
    ///
    /// @param columns besides the time
    static double bytes(double rows, int columns) {
        return rows * (columns + 1) * BYTES_A_VALUE;
    }

    /// What replicates on one thread take, of which means and deviations are kept.
    ///
    /// @param columns besides the time
    static double bytesOfMany(double rows, int columns) {
        return rows * (columns + 1) * (BLOCKS * BYTES_A_VALUE + BYTES_A_MOMENT);
    }

    /// Time courses of a population that are made at once.
    static int lanes() {
        return LANES * Runtime.getRuntime().availableProcessors();
    }

    /// Sums of replicates that are made at once.
    static int blocks() {
        return BLOCKS * Runtime.getRuntime().availableProcessors();
    }
}
