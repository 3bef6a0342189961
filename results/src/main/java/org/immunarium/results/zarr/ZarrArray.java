package org.immunarium.results.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.immunarium.results.Damage;
import org.immunarium.results.Json;
import org.immunarium.results.StorageException;

/// An array, to be read whole: one that [ZarrArrayWriter] wrote, or another of the same types
/// that is cut along its first axis and packed by zlib or not at all.
public final class ZarrArray {

    static final String FILE = ".zarray";

    /// What one array of Java can have.
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8;

    private final Path folder;
    private final ZarrType type;
    private final int[] shape;
    private final int rowValues;
    private final int chunkRows;
    private final boolean packed;

    private ZarrArray(Path folder, ZarrType type, int[] shape, int rowValues, int chunkRows, boolean packed) {
        this.folder = folder;
        this.type = type;
        this.shape = shape;
        this.rowValues = rowValues;
        this.chunkRows = chunkRows;
        this.packed = packed;
    }

    static ZarrArray open(Path folder) {
        Path file = folder.resolve(FILE);
        ObjectNode array = Json.read(file);
        ZarrType type = ZarrType.of(array.path("dtype").asText())
                .orElseThrow(() -> Damage.of(file, "\"dtype\": " + array.path("dtype") + " is not known"));
        expect(file, array, "zarr_format", "2");
        int[] shape = numbers(file, array, "shape", 0);
        int[] chunks = numbers(file, array, "chunks", 1);
        long row = 1;
        boolean cutAlongFirst = chunks.length == shape.length;
        for (int axis = 1; axis < shape.length && cutAlongFirst; axis++) {
            cutAlongFirst = chunks[axis] == Math.max(1, shape[axis]);
            row = Math.min(row * shape[axis], MOST_VALUES);
        }
        int rows = shape.length == 0 ? 1 : shape[0];
        int chunkRows = chunks.length == 0 ? 1 : chunks[0];
        if (!cutAlongFirst) {
            throw Damage.of(file, "chunks along the first axis only were expected");
        }
        if (row * rows > MOST_VALUES || row * chunkRows > MOST_VALUES / Math.max(1, type.bytes())) {
            throw Damage.of(file, "at most " + MOST_VALUES + " values, and bytes a chunk, were expected");
        }
        if (shape.length > 1) {
            // How rows follow each other, and what chunks are called; C and a point where nothing says it.
            expect(file, array, "order", "\"C\"");
            if (array.has("dimension_separator")) {
                expect(file, array, "dimension_separator", "\".\"");
            }
        }
        if (type == ZarrType.TEXT) {
            expect(file, array, "filters", "[{\"id\":\"vlen-utf8\"}]");
        } else if (!array.path("filters").isEmpty()) {
            expect(file, array, "filters", "null");
        }
        JsonNode compressor = array.path("compressor");
        boolean packed = compressor.path("id").asText().equals("zlib");
        if (!packed && !compressor.isNull()) {
            throw Damage.of(file, "\"compressor\": zlib or null was expected; found " + compressor);
        }
        return new ZarrArray(folder, type, shape, (int) row, chunkRows, packed);
    }

    private static void expect(Path file, ObjectNode array, String key, String expected) {
        JsonNode found = array.path(key);
        if (!found.toString().equals(expected)) {
            throw Damage.of(
                    file,
                    "\"" + key + "\": " + expected + " was expected; found "
                            + (found.isMissingNode() ? "nothing" : found));
        }
    }

    /// How far an array or a chunk goes along each axis.
    private static int[] numbers(Path file, ObjectNode array, String key, int least) {
        JsonNode list = array.path(key);
        int[] numbers = new int[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = list.path(i);
            if (!number.isIntegralNumber() || !number.canConvertToInt() || number.asInt() < least) {
                throw Damage.of(
                        file, "\"" + key + "\": whole numbers from " + least + " were expected; found " + number);
            }
            numbers[i] = number.asInt();
        }
        if (!list.isArray()) {
            throw Damage.of(file, "\"" + key + "\": whole numbers from " + least + " were expected; found " + list);
        }
        return numbers;
    }

    /// How many values there are along each axis.
    public int[] shape() {
        return shape.clone();
    }

    /// Whether its values are whole numbers.
    public boolean isWhole() {
        return switch (type) {
            case INT8, INT32, INT64 -> true;
            case FLOAT32, FLOAT64, TEXT -> false;
        };
    }

    /// What is said about it.
    public ZarrAttributes attributes() {
        return ZarrGroup.attributes(folder);
    }

    /// All its numbers, the last axis fastest.
    ///
    /// @throws org.immunarium.units.InvalidInputException if they are not there as they were
    ///     written, or are text
    public double[] doubles() {
        double[] values = new double[size()];
        read((at, chunk) -> values[at] = switch (type) {
            case FLOAT64 -> chunk.getDouble();
            case FLOAT32 -> chunk.getFloat();
            default -> whole(chunk);
        });
        return values;
    }

    /// All its whole numbers, the last axis fastest.
    ///
    /// @throws org.immunarium.units.InvalidInputException if they are not there as they were
    ///     written, or are others
    public long[] longs() {
        long[] values = new long[size()];
        read((at, chunk) -> values[at] = whole(chunk));
        return values;
    }

    /// As [#longs].
    public int[] ints() {
        int[] values = new int[size()];
        read((at, chunk) -> values[at] = Math.toIntExact(whole(chunk)));
        return values;
    }

    /// All its text.
    ///
    /// @throws org.immunarium.units.InvalidInputException if it is not there as it was written,
    ///     or is numbers
    public List<String> texts() {
        if (type != ZarrType.TEXT) {
            throw Damage.of(folder, "text was expected; found numbers");
        }
        List<String> values = new ArrayList<>();
        read((_, chunk) -> {
            byte[] letters = new byte[Math.clamp(chunk.getInt(), 0, chunk.remaining())];
            chunk.get(letters);
            values.add(new String(letters, StandardCharsets.UTF_8));
        });
        return values;
    }

    private long whole(ByteBuffer chunk) {
        return switch (type) {
            case INT8 -> chunk.get();
            case INT32 -> chunk.getInt();
            case INT64 -> chunk.getLong();
            default -> throw Damage.of(folder, "whole numbers were expected; found " + type);
        };
    }

    private int size() {
        return (shape.length == 0 ? 1 : shape[0]) * rowValues;
    }

    /// Takes the next value out of a chunk.
    private interface Value {
        void take(int at, ByteBuffer chunk);
    }

    private void read(Value value) {
        int size = size();
        int perChunk = chunkRows * rowValues;
        for (int from = 0; from < size; from += perChunk) {
            ByteBuffer chunk = chunk(from / perChunk, perChunk);
            int to = (int) Math.min(size, (long) from + perChunk);
            for (int at = from; at < to; at++) {
                if (chunk.remaining() < Math.max(type.bytes(), 1)) {
                    throw Damage.of(folder, "it ends after " + at + " of " + size + " values");
                }
                value.take(at, chunk);
            }
        }
    }

    private ByteBuffer chunk(int number, int values) {
        Path file = folder.resolve(number + ".0".repeat(Math.max(0, shape.length - 1)));
        try {
            byte[] content = Files.readAllBytes(file);
            byte[] whole = packed ? unpacked(content, values * type.bytes()) : content;
            ByteBuffer chunk = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
            if (type == ZarrType.TEXT) {
                chunk.getInt();
            }
            return chunk;
        } catch (NoSuchFileException e) {
            throw Damage.of(file, "it is missing");
        } catch (DataFormatException e) {
            throw Damage.of(file, "it is not packed by zlib");
        } catch (IOException e) {
            throw StorageException.ofReading(file, e);
        }
    }

    /// @param expected how many bytes that gives; of text none is known
    private static byte[] unpacked(byte[] content, int expected) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content);
            byte[] whole = new byte[Math.max(expected, 1 << 10)];
            int length = 0;
            while (!inflater.finished()) {
                if (length == whole.length) {
                    whole = Arrays.copyOf(whole, 2 * length);
                }
                int more = inflater.inflate(whole, length, whole.length - length);
                if (more == 0 && !inflater.finished()) {
                    throw new DataFormatException("it ends too early");
                }
                length += more;
            }
            return Arrays.copyOf(whole, length);
        } finally {
            inflater.end();
        }
    }
}
