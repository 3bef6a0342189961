package org.immunarium.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.immunarium.results.Json;
import org.immunarium.results.progress.Progress;
import org.immunarium.units.InvalidInputException;

/// How far a run is, in a line that another program reads.
///
/// @param what  is being done, such as `patients`
/// @param done  of the whole, in the unit
/// @param total above 0
/// @param unit  empty for a count
/// @param left  seconds, as the last of them went; negative where that is not known yet
public record Progressing(String what, double done, double total, String unit, double left) {

    private static final String MARK = "\u0001progress ";
    private static final long EVERY_NANOS = 200_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    /// Where it says nothing yet of the time left, in s: Java is slow at first.
    private static final double WARM_UP = 2;

    /// The line of a stream of others.
    ///
    /// @return empty of any other line
    public static Optional<Progressing> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            ObjectNode node = Json.parse("progress", line.substring(MARK.length()));
            return Optional.of(new Progressing(
                    node.path("what").asText(),
                    node.path("done").asDouble(),
                    node.path("total").asDouble(),
                    node.path("unit").asText(),
                    node.path("left").asDouble()));
        } catch (InvalidInputException cutOff) {
            return Optional.empty();
        }
    }

    /// As JSON.
    public JsonNode tree() {
        ObjectNode node = Json.object();
        node.put("what", what);
        node.put("done", done);
        node.put("total", total);
        node.put("unit", unit);
        node.put("left", left);
        return node;
    }

    /// Prints such lines, five a second at most.
    static Progress printing(
            PrintStream to, String what, double total, double doneBefore, String unit, LongSupplier nanoTime) {
        return new Progress() {
            private final long begun = nanoTime.getAsLong();
            private long next = begun;
            private long warm = Long.MAX_VALUE;
            private double doneWhenWarm;

            @Override
            public synchronized void reached(double done) {
                long now = nanoTime.getAsLong();
                if (warm == Long.MAX_VALUE && now - begun > WARM_UP * NANOS_PER_SECOND) {
                    warm = now;
                    doneWhenWarm = done;
                }
                if (now < next) {
                    return;
                }
                next = now + EVERY_NANOS;
                double since = warm == Long.MAX_VALUE ? doneBefore : doneWhenWarm;
                double seconds = (now - (warm == Long.MAX_VALUE ? begun : warm)) / NANOS_PER_SECOND;
                double left = done > since && seconds > 1 ? (total - done) * seconds / (done - since) : -1;
                to.println(MARK + Json.line(new Progressing(what, done, total, unit, left).tree()));
                to.flush();
            }
        };
    }
}
