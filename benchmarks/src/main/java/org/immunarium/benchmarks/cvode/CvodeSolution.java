package org.immunarium.benchmarks.cvode;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// What the C program found.
///
/// @param seconds     wall time of the integration alone
/// @param failed      patients that could not be integrated; their states are NaN
/// @param steps       internal steps of all patients (since each one's last restart)
/// @param derivatives right-hand sides computed, likewise
/// @param jacobians   Jacobians computed, likewise
/// @param states      `[patient][time * states + state]`
public record CvodeSolution(
        double seconds, long failed, long steps, long derivatives, long jacobians, double[][] states) {

    static CvodeSolution read(Path file, int patients, int valuesEach) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = fill(channel, 40);
            double seconds = head.getDouble();
            long failed = head.getLong();
            long steps = head.getLong();
            long derivatives = head.getLong();
            long jacobians = head.getLong();
            double[][] states = new double[patients][valuesEach];
            for (double[] row : states) {
                fill(channel, 8 * valuesEach).asDoubleBuffer().get(row);
            }
            return new CvodeSolution(seconds, failed, steps, derivatives, jacobians, states);
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
