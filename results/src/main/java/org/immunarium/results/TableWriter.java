package org.immunarium.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A table that grows row by row: CSV in UTF-8 after RFC 4180, with `\n` at the end of a line.
///
/// Rows go straight to the file through a fixed buffer, so the memory used does not depend on the number of rows. The
/// end of a row is a point to come back to: [#resume] cuts the file there and goes on, and the result is the same, byte
/// for byte, as if nothing had happened.
///
/// After a write that failed, rows are lost: from then on the table refuses everything, with that failure.
public final class TableWriter implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final int columns;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final CRC32C checksum;
    private int column;
    private long flushed;
    private Optional<IOException> failure = Optional.empty();

    private TableWriter(Path file, int columns, FileChannel channel, long flushed, CRC32C checksum) {
        this.file = file;
        this.columns = columns;
        this.channel = channel;
        this.flushed = flushed;
        this.checksum = checksum;
    }

    /// A table up to the end of a row.
    ///
    /// @param bytes  its length
    /// @param crc32c of these bytes, by which a change in any of them is seen (RFC 3720, 12.1)
    public record Point(long bytes, long crc32c) {}

    /// Starts a table with its header, in place of any file of that name.
    ///
    /// @param header column names, with units as in `time [d]`
    /// @throws StorageException if it cannot be written
    public static TableWriter create(Path file, List<String> header) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            TableWriter table = new TableWriter(file, header.size(), channel, 0, new CRC32C());
            header.forEach(table::cell);
            table.endRow();
            return table;
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    /// Goes on with a table after a point, once what lies before has been read and is as it was written.
    ///
    /// @throws org.immunarium.units.InvalidInputException if it is not
    /// @throws StorageException if it cannot be written
    public static TableWriter resume(Path file, int columns, Point point) {
        CRC32C checksum = checked(file, point);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            channel.truncate(point.bytes());
            channel.position(point.bytes());
            return new TableWriter(file, columns, channel, point.bytes(), checksum);
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    private static CRC32C checked(Path file, Point point) {
        CRC32C checksum = new CRC32C();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer block = ByteBuffer.allocate(BUFFER_BYTES);
            long left = point.bytes();
            while (left > 0 && channel.read(block.clear().limit((int) Math.min(left, BUFFER_BYTES))) > 0) {
                block.flip();
                left -= block.remaining();
                checksum.update(block);
            }
            if (left > 0) {
                throw Damage.of(
                        file,
                        "the last safe point is after " + point.bytes() + " bytes, and it has only "
                                + (point.bytes() - left));
            }
        } catch (NoSuchFileException e) {
            throw Damage.of(file, "it is missing");
        } catch (IOException e) {
            throw StorageException.ofReading(file, e);
        }
        if (checksum.getValue() != point.crc32c()) {
            throw Damage.of(
                    file,
                    "its first " + point.bytes() + " bytes, up to the last safe point, are not as they were written:"
                            + " their CRC-32C is " + Long.toHexString(checksum.getValue()) + ", and "
                            + Long.toHexString(point.crc32c()) + " was expected");
        }
        return checksum;
    }

    /// Adds a cell that holds a number, as [Numbers#text] writes it.
    public TableWriter cell(double value) {
        separate();
        ascii(Numbers.text(value));
        return this;
    }

    /// Adds a cell that holds a whole number.
    public TableWriter cell(long value) {
        separate();
        ascii(Long.toString(value));
        return this;
    }

    /// Adds a cell that holds text, in quotation marks where it needs them.
    public TableWriter cell(String text) {
        separate();
        if (needsQuotes(text)) {
            bytes(('"' + text.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8));
        } else {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /// Ends the row.
    ///
    /// @throws IllegalStateException if it does not have as many cells as the header
    public void endRow() {
        refuseAfterFailure();
        if (column != columns) {
            throw new IllegalStateException(file + ": a row of " + column + " cells in a table of " + columns);
        }
        column = 0;
        room(1);
        buffer.put((byte) '\n');
    }

    /// Adds a whole row of numbers.
    public void row(double... values) {
        for (double value : values) {
            cell(value);
        }
        endRow();
    }

    /// Makes everything so far durable and returns the point that was reached, which [#resume] accepts.
    public Point checkpoint() {
        flush();
        try {
            channel.force(false);
        } catch (IOException e) {
            throw failed(e);
        }
        return new Point(flushed, checksum.getValue());
    }

    @Override
    public void close() {
        try (channel) {
            flush();
        } catch (IOException e) {
            throw new StorageException(file, e);
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private void separate() {
        refuseAfterFailure();
        if (column++ > 0) {
            room(1);
            buffer.put((byte) ',');
        }
    }

    private void ascii(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            buffer.put((byte) text.charAt(i));
        }
    }

    private void bytes(byte[] content) {
        for (int from = 0; from < content.length; from += BUFFER_BYTES) {
            int count = Math.min(BUFFER_BYTES, content.length - from);
            room(count);
            buffer.put(content, from, count);
        }
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        refuseAfterFailure();
        buffer.flip();
        checksum.update(buffer.duplicate());
        try {
            while (buffer.hasRemaining()) {
                flushed += channel.write(buffer);
            }
        } catch (IOException e) {
            throw failed(e);
        } finally {
            buffer.clear();
        }
    }

    private StorageException failed(IOException first) {
        failure = Optional.of(first);
        return new StorageException(file, first);
    }

    private void refuseAfterFailure() {
        if (failure.isPresent()) {
            throw new StorageException(file, failure.get());
        }
    }
}
