package org.immunarium.benchmarks.cvode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the C program is asked to solve: one model for several patients, in the layout of `cvode_patients.c`.
///
/// @param relative   relative tolerance
/// @param absolute   absolute tolerance of each state
/// @param times      output times, ascending; the first is the start
/// @param changes    what is added to a parameter or a state at known times, ascending in time
/// @param parameters one row a patient
/// @param initial    the initial state, one row a patient
public record CvodeProblem(
        double relative,
        double[] absolute,
        double[] times,
        List<Change> changes,
        double[][] parameters,
        double[][] initial) {

    /// What a [Change] adds to.
    public enum Kind {
        PARAMETER,
        STATE
    }

    /// At `time`, `added` is added to the element `index` of the parameters or of the state.
    public record Change(double time, Kind kind, int index, double added) {}

    /// Writes it for the C program.
    void write(Path file) throws IOException {
        int states = absolute.length;
        int parameterCount = parameters[0].length;
        try (OutputStream out = Files.newOutputStream(file)) {
            ByteBuffer head = buffer(8 * (6 + states + times.length) + 32 * changes.size());
            head.putLong(parameters.length).putLong(states).putLong(parameterCount);
            head.putLong(times.length).putLong(changes.size()).putDouble(relative);
            for (double tolerance : absolute) {
                head.putDouble(tolerance);
            }
            for (double time : times) {
                head.putDouble(time);
            }
            for (Change change : changes) {
                head.putDouble(change.time()).putLong(change.kind().ordinal());
                head.putLong(change.index()).putDouble(change.added());
            }
            out.write(head.array());
            for (int i = 0; i < parameters.length; i++) {
                ByteBuffer row = buffer(8 * (parameterCount + states));
                row.asDoubleBuffer().put(parameters[i]).put(initial[i]);
                out.write(row.array());
            }
        }
    }

    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
