package org.immunarium.benchmarks.cvode;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the C program found.
///
/// @param seconds     wall time of the integration alone, that of failed patients until they failed included
/// @param steps       internal steps of all patients
/// @param derivatives right-hand sides computed, those for Jacobians by finite differences included
/// @param jacobians   Jacobians computed
/// @param restarts    starts, and restarts after doses and events
/// @param failures    patients that could not be integrated
/// @param states      `[patient][time * states + state]`; NaN from where one failed
public record CvodeSolution(
        double seconds,
        long steps,
        long derivatives,
        long jacobians,
        long restarts,
        List<Failure> failures,
        double[][] states) {

    /// A patient that could not be integrated.
    ///
    /// @param patient its place
    /// @param flag    what CVODE returned
    /// @param time    how far it came, in the model's unit
    public record Failure(int patient, long flag, double time) {

        /// Why, in words.
        public String reason() {
            // The flags of cvode.h.
            return switch ((int) flag) {
                case -1 -> "it took too many steps between two outputs";
                case -2 -> "the tolerances are too small for its arithmetic";
                case -3 -> "the error stayed too large however short the step";
                case -4 -> "Newton's iteration did not converge however short the step";
                default -> "CVODE returned " + flag;
            };
        }
    }

    static CvodeSolution read(Path file, int patients, int valuesEach) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = fill(channel, 40);
            double seconds = head.getDouble();
            long steps = head.getLong();
            long derivatives = head.getLong();
            long jacobians = head.getLong();
            long restarts = head.getLong();
            List<Failure> failures = new ArrayList<>();
            double[][] states = new double[patients][valuesEach];
            for (int patient = 0; patient < patients; patient++) {
                ByteBuffer row = fill(channel, 8 * (2 + valuesEach));
                long flag = row.getLong();
                double time = row.getDouble();
                if (flag < 0) {
                    failures.add(new Failure(patient, flag, time));
                }
                row.asDoubleBuffer().get(states[patient]);
            }
            return new CvodeSolution(seconds, steps, derivatives, jacobians, restarts, List.copyOf(failures), states);
        }
    }

    private static ByteBuffer fill(FileChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the C program's result ends too early");
            }
        }
        return buffer.flip();
    }
}
