package org.immunarium.results;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;

/// What parts of a safe point have in files, in memory: to be sent.
public final class Packed {

    private Packed() {}

    /// What a part writes.
    public static byte[] of(Checkpoint.Part part) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BlockOutput out = new BlockOutput(Channels.newChannel(bytes));
            part.write(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a reader makes of it.
    ///
    /// @throws IllegalArgumentException if it is not what the reader expects
    public static <T> T read(byte[] bytes, Checkpoint.PartReader<T> reader) {
        try {
            return reader.read(new BlockInput(Channels.newChannel(new ByteArrayInputStream(bytes))));
        } catch (EOFException | StreamCorruptedException e) {
            throw new IllegalArgumentException("bytes that are not what they should be: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
