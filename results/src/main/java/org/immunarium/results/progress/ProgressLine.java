package org.immunarium.results.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/// One line that shows what is done, the speed and the time left.
///
/// On a terminal it is redrawn in place, ten times a second at most; elsewhere a plain line comes
/// after the first five seconds and then each time that the time passed has doubled, so that the
/// log of a long run stays short.
///
/// The first seconds, in which Java is still slow, say nothing about the time left: it is told
/// from the speed after them, as soon as there is one.
public final class ProgressLine implements Progress, AutoCloseable {

    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long FIRST_PLAIN_LINE_NANOS = 5_000_000_000L;
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final long LEAST_BASIS_NANOS = 2_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int BAR_CELLS = 14;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private final double total;
    private final String unit;
    private final LongSupplier nanoTime;
    private final long begun;
    private final double doneBefore;
    private long next;
    private boolean drawn;
    private long warm = Long.MAX_VALUE;
    private double doneWhenWarm;

    /// @param out        where to, standard error as a rule
    /// @param terminal   whether a line can be redrawn there
    /// @param what       what is being done, such as `patients`
    /// @param total      how much there is to do, above 0
    /// @param doneBefore how much of it an earlier run did, which says nothing about the speed of
    ///     this one
    /// @param unit       the unit of both, such as `d`; empty for a count
    /// @param nanoTime   the clock
    public ProgressLine(
            PrintStream out,
            boolean terminal,
            String what,
            double total,
            double doneBefore,
            String unit,
            LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.total = total;
        this.unit = unit.isEmpty() ? "" : " " + unit;
        this.doneBefore = doneBefore;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.next = begun + (terminal ? REDRAW_NANOS : FIRST_PLAIN_LINE_NANOS);
    }

    @Override
    public synchronized void reached(double done) {
        long now = nanoTime.getAsLong();
        if (warm == Long.MAX_VALUE && now - begun >= WARM_UP_NANOS) {
            warm = now;
            doneWhenWarm = done;
        }
        if (now < next) {
            return;
        }
        String line = line(done, now);
        if (terminal) {
            next = now + REDRAW_NANOS;
            out.print("\r" + line + "\u001b[K");
            drawn = true;
        } else {
            next = now + (now - begun);
            out.println(line);
        }
        out.flush();
    }

    /// Clears the line from a terminal; what happened is told elsewhere.
    @Override
    public synchronized void close() {
        if (drawn) {
            out.print("\r\u001b[K");
            out.flush();
            drawn = false;
        }
    }

    private String line(double done, long now) {
        double fraction = Math.clamp(done / total, 0, 1);
        double speed = (done - doneBefore) * NANOS_PER_SECOND / (now - begun);
        StringBuilder line = new StringBuilder("  ").append(what).append("  ");
        line.append(number(done)).append('/').append(number(total)).append(unit);
        if (terminal) {
            int full = (int) Math.round(fraction * BAR_CELLS);
            line.append("  ").append("█".repeat(full)).append("░".repeat(BAR_CELLS - full));
        }
        line.append(String.format(Locale.ROOT, "  %.0f %%", Math.floor(100 * fraction)));
        if (speed > 0) {
            line.append("  ").append(number(speed)).append(unit).append("/s");
        }
        if (done > doneWhenWarm && warm <= now - LEAST_BASIS_NANOS) {
            double lately = (done - doneWhenWarm) * NANOS_PER_SECOND / (now - warm);
            line.append("  ETA ").append(clock((total - done) / lately));
        }
        return line.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%.0f" : "%.3g", value);
    }

    private static String clock(double seconds) {
        if (seconds >= SECONDS_PER_HOUR) {
            return String.format(
                    Locale.ROOT,
                    "%.0f:%02.0f:%02.0f",
                    Math.floor(seconds / SECONDS_PER_HOUR),
                    Math.floor(seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE),
                    Math.floor(seconds % SECONDS_PER_MINUTE));
        }
        return String.format(
                Locale.ROOT,
                "%.0f:%02.0f",
                Math.floor(seconds / SECONDS_PER_MINUTE),
                Math.floor(seconds % SECONDS_PER_MINUTE));
    }
}
