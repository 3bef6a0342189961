package org.immunarium.results.zarr;

import java.util.Arrays;
import java.util.Optional;

/// What the values of an array are; numbers are little-endian.
public enum ZarrType {
    INT8("|i1", Byte.BYTES),
    INT32("<i4", Integer.BYTES),
    INT64("<i8", Long.BYTES),
    FLOAT32("<f4", Float.BYTES),
    FLOAT64("<f8", Double.BYTES),
    /// Text of any length, packed by the codec `vlen-utf8` of numcodecs.
    TEXT("|O", 0);

    private final String code;
    private final int bytes;

    ZarrType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /// As `.zarray` has it, which is how NumPy writes it.
    public String code() {
        return code;
    }

    /// Of a value; 0 where that varies.
    public int bytes() {
        return bytes;
    }

    static Optional<ZarrType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
