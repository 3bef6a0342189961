package org.immunarium.results.zarr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import org.immunarium.results.Json;
import org.immunarium.results.StorageException;

/// Writes an array value by value, the last axis fastest, and holds one chunk of it in memory.
/// Chunks are cut along the first axis only, each a stream of zlib. One that would hardly become shorter, such as
/// of places of cells, is kept as it is within its stream: that reads ten times as fast.
public final class ZarrArrayWriter implements AutoCloseable {

    /// About how many values a chunk has.
    private static final long CHUNK_VALUES = 1 << 16;

    /// The fastest: most of what it gains over none is in columns that hardly vary.
    private static final int LEVEL = 1;

    /// What packing has to save, as a share of a chunk.
    private static final double LEAST_SAVED = 0.3;

    private final Path folder;
    private final ZarrType type;
    private final long values;
    private final String keyEnd;
    private final int chunkValues;
    private final ByteBuffer chunk;
    private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(LEVEL);
    private final Deflater keeper = new Deflater(Deflater.NO_COMPRESSION);
    private final byte[] part = new byte[1 << 16];
    private int inChunk;
    private long added;

    private ZarrArrayWriter(Path folder, ZarrType type, long[] shape, long[] chunks) {
        this.folder = folder;
        this.type = type;
        values = product(shape);
        keyEnd = ".0".repeat(Math.max(0, shape.length - 1));
        chunkValues = Math.toIntExact(product(chunks));
        chunk = ByteBuffer.allocate(Math.multiplyExact(chunkValues, type.bytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    static ZarrArrayWriter create(Path folder, ZarrType type, ZarrAttributes about, long... shape) {
        long[] chunks = chunks(shape);
        try {
            Files.createDirectories(folder);
            ObjectNode array = describe(type.code(), shape, chunks, type == ZarrType.TEXT);
            switch (type) {
                case TEXT -> array.put("fill_value", "");
                case FLOAT32, FLOAT64 -> array.put("fill_value", 0.0);
                case INT8, INT32, INT64 -> array.put("fill_value", 0);
            }
            array.set("compressor", Json.object().put("id", "zlib").put("level", LEVEL));
            Files.writeString(folder.resolve(ZarrArray.FILE), Json.ascii(array));
            ZarrGroup.write(folder, about);
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
        return new ZarrArrayWriter(folder, type, shape, chunks);
    }

    static ObjectNode describe(String type, long[] shape, long[] chunks, boolean text) {
        ObjectNode array = Json.object();
        array.put("zarr_format", 2);
        put(array.putArray("shape"), shape);
        put(array.putArray("chunks"), chunks);
        array.put("dtype", type);
        array.put("order", "C");
        if (text) {
            array.putArray("filters").addObject().put("id", "vlen-utf8");
        } else {
            array.putNull("filters");
        }
        return array;
    }

    private static void put(ArrayNode array, long[] numbers) {
        for (long number : numbers) {
            array.add(number);
        }
    }

    private static long[] chunks(long[] shape) {
        long[] chunks = shape.clone();
        for (int axis = 0; axis < chunks.length; axis++) {
            chunks[axis] = Math.max(1, chunks[axis]);
        }
        if (chunks.length > 0) {
            long row = product(chunks) / chunks[0];
            chunks[0] = Math.min(chunks[0], Math.max(1, CHUNK_VALUES / row));
        }
        return chunks;
    }

    private static long product(long[] numbers) {
        long product = 1;
        for (long number : numbers) {
            product = Math.multiplyExact(product, number);
        }
        return product;
    }

    /// Adds a number, rounded where the type is narrower.
    ///
    /// @throws IllegalStateException if the array is full, or is of whole numbers or text
    public void add(double value) {
        switch (type) {
            case FLOAT64 -> chunk.putDouble(value);
            case FLOAT32 -> chunk.putFloat((float) value);
            default -> throw new IllegalStateException("a fraction in an array of " + type);
        }
        count();
    }

    /// Adds a whole number.
    ///
    /// @throws ArithmeticException if the type has no room for it
    /// @throws IllegalStateException if the array is full, or is of text
    public void add(long value) {
        switch (type) {
            case INT64 -> chunk.putLong(value);
            case INT32 -> chunk.putInt(Math.toIntExact(value));
            case INT8 -> {
                if (value != (byte) value) {
                    throw new ArithmeticException(value + " in an array of " + type);
                }
                chunk.put((byte) value);
            }
            case FLOAT32 -> chunk.putFloat(value);
            case FLOAT64 -> chunk.putDouble(value);
            case TEXT -> throw new IllegalStateException("a number in an array of text");
        }
        count();
    }

    /// Adds text.
    public void add(String value) {
        if (type != ZarrType.TEXT) {
            throw new IllegalStateException("text in an array of " + type);
        }
        byte[] letters = value.getBytes(StandardCharsets.UTF_8);
        texts.writeBytes(littleEndian(letters.length));
        texts.writeBytes(letters);
        count();
    }

    private static byte[] littleEndian(int number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    private void count() {
        added++;
        inChunk++;
        if (added > values) {
            throw new IllegalStateException(folder + " has room for " + values + " values");
        }
        if (inChunk == chunkValues) {
            flush();
        }
    }

    /// A chunk at the end is as large as the others; what lies outside of the array is 0.
    private void flush() {
        long number = (added - 1) / chunkValues;
        Path file = folder.resolve(number + keyEnd);
        byte[] whole;
        if (type == ZarrType.TEXT) {
            texts.writeBytes(new byte[Math.multiplyExact(chunkValues - inChunk, Integer.BYTES)]);
            byte[] count = littleEndian(chunkValues);
            byte[] content = texts.toByteArray();
            whole = new byte[count.length + content.length];
            System.arraycopy(count, 0, whole, 0, count.length);
            System.arraycopy(content, 0, whole, count.length, content.length);
            texts.reset();
        } else {
            while (chunk.hasRemaining()) {
                chunk.put((byte) 0);
            }
            whole = chunk.array();
            chunk.clear();
        }
        inChunk = 0;
        try {
            Files.write(file, packed(whole));
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    private byte[] packed(byte[] whole) {
        byte[] packed = stream(whole, deflater);
        return packed.length > (1 - LEAST_SAVED) * whole.length ? stream(whole, keeper) : packed;
    }

    private byte[] stream(byte[] whole, Deflater by) {
        by.reset();
        by.setInput(whole);
        by.finish();
        ByteArrayOutputStream stream = new ByteArrayOutputStream(whole.length / 2);
        while (!by.finished()) {
            stream.write(part, 0, by.deflate(part));
        }
        return stream.toByteArray();
    }

    /// @throws IllegalStateException if values are missing
    @Override
    public void close() {
        try {
            if (added < values) {
                throw new IllegalStateException(folder + " has " + added + " of its " + values + " values");
            }
            if (inChunk > 0) {
                flush();
            }
        } finally {
            deflater.end();
            keeper.end();
        }
    }
}
