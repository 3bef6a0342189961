package org.immunarium.results;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/// Reads what [BlockOutput] wrote, in the same order and as the same kinds of numbers.
///
/// Where less is there than is asked for, it throws [EOFException].
public final class BlockInput {

    private final ReadableByteChannel channel;
    private final ByteBuffer block =
            ByteBuffer.allocate(BlockOutput.BLOCK_BYTES).limit(0);

    /// @param channel to read from; whoever opened it closes it
    public BlockInput(ReadableByteChannel channel) {
        this.channel = channel;
    }

    public boolean takeBoolean() throws IOException {
        return there(Byte.BYTES).get() != 0;
    }

    public int takeInt() throws IOException {
        return there(Integer.BYTES).getInt();
    }

    public long takeLong() throws IOException {
        return there(Long.BYTES).getLong();
    }

    public double takeDouble() throws IOException {
        return there(Double.BYTES).getDouble();
    }

    public String takeText() throws IOException {
        return new String(takeBytes(takeInt()), StandardCharsets.UTF_8);
    }

    /// So many bytes.
    public byte[] takeBytes(int number) throws IOException {
        byte[] bytes = new byte[number];
        for (int from = 0; from < bytes.length; ) {
            int count = Math.min(bytes.length - from, there(Byte.BYTES).remaining());
            block.get(bytes, from, count);
            from += count;
        }
        return bytes;
    }

    /// Replaces the first of the values.
    public void take(double[] values, int count) throws IOException {
        for (int from = 0; from < count; ) {
            int some = Math.min(count - from, there(Double.BYTES).remaining() / Double.BYTES);
            block.asDoubleBuffer().get(values, from, some);
            from += passed(some, Double.BYTES);
        }
    }

    /// As [#take(double\[\], int)].
    public void take(int[] values, int count) throws IOException {
        for (int from = 0; from < count; ) {
            int some = Math.min(count - from, there(Integer.BYTES).remaining() / Integer.BYTES);
            block.asIntBuffer().get(values, from, some);
            from += passed(some, Integer.BYTES);
        }
    }

    /// As [#take(double\[\], int)].
    public void take(long[] values, int count) throws IOException {
        for (int from = 0; from < count; ) {
            int some = Math.min(count - from, there(Long.BYTES).remaining() / Long.BYTES);
            block.asLongBuffer().get(values, from, some);
            from += passed(some, Long.BYTES);
        }
    }

    private int passed(int numbers, int bytes) {
        block.position(block.position() + numbers * bytes);
        return numbers;
    }

    /// The block, once as many bytes are in it.
    private ByteBuffer there(int bytes) throws IOException {
        if (block.remaining() < bytes) {
            block.compact();
            boolean more = true;
            while (more && block.position() < bytes) {
                more = channel.read(block) >= 0;
            }
            block.flip();
            if (block.remaining() < bytes) {
                throw new EOFException("it ends too early");
            }
        }
        return block;
    }
}
