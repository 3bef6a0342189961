package org.immunarium.results;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// Numbers on their way to a file, through one block of fixed size: what is written may be larger than memory.
/// [BlockInput] reads them back in the same order.
public final class BlockOutput {

    static final int BLOCK_BYTES = 1 << 16;

    private final WritableByteChannel channel;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
    private final CRC32C checksum = new CRC32C();

    /// @param channel to write to; whoever opened it closes it, after [#flush]
    public BlockOutput(WritableByteChannel channel) {
        this.channel = channel;
    }

    public void put(boolean value) throws IOException {
        room(Byte.BYTES).put((byte) (value ? 1 : 0));
    }

    public void put(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    public void put(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    public void put(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
    }

    /// Text of any length.
    public void put(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(bytes.length);
        put(bytes);
    }

    /// All of the bytes, without their number.
    public void put(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            int count = Math.min(bytes.length - from, room(Byte.BYTES).remaining());
            block.put(bytes, from, count);
            from += count;
        }
    }

    /// The first of the values, without their number.
    public void put(double[] values, int count) throws IOException {
        for (int from = 0; from < count; ) {
            int some = Math.min(count - from, room(Double.BYTES).remaining() / Double.BYTES);
            block.asDoubleBuffer().put(values, from, some);
            from += passed(some, Double.BYTES);
        }
    }

    /// As [#put(double\[\], int)].
    public void put(int[] values, int count) throws IOException {
        for (int from = 0; from < count; ) {
            int some = Math.min(count - from, room(Integer.BYTES).remaining() / Integer.BYTES);
            block.asIntBuffer().put(values, from, some);
            from += passed(some, Integer.BYTES);
        }
    }

    /// As [#put(double\[\], int)].
    public void put(long[] values, int count) throws IOException {
        for (int from = 0; from < count; ) {
            int some = Math.min(count - from, room(Long.BYTES).remaining() / Long.BYTES);
            block.asLongBuffer().put(values, from, some);
            from += passed(some, Long.BYTES);
        }
    }

    private int passed(int numbers, int bytes) {
        block.position(block.position() + numbers * bytes);
        return numbers;
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (block.remaining() < bytes) {
            flush();
        }
        return block;
    }

    /// Passes on all that was put.
    public void flush() throws IOException {
        block.flip();
        checksum.update(block.array(), 0, block.limit());
        while (block.hasRemaining()) {
            channel.write(block);
        }
        block.clear();
    }

    /// The CRC-32C of all that was flushed.
    long checksum() {
        return checksum.getValue();
    }
}
