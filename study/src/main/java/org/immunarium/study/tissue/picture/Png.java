package org.immunarium.study.tissue.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Images as PNG: 8 bits of red, green and blue, no transparency.
///
/// Source: Portable Network Graphics specification, 2nd edition, ISO/IEC 15948:2003.
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte BITS = 8;
    private static final byte TRUE_COLOUR = 2;

    private static final int LEVEL = 6;

    private Png() {}

    /// @param image 0xRRGGBB, row by row from above
    static byte[] of(int[] image, int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(width).putInt(height).put(BITS).put(TRUE_COLOUR);
        chunk(png, "IHDR", header.array(), header.capacity());
        byte[] row = new byte[1 + 3 * width];
        // The first byte stays 0: rows as they are pack better than their differences, discs being alike.
        byte[] packed = new byte[1 << 16];
        Deflater deflater = new Deflater(LEVEL);
        try {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = image[y * width + x];
                    row[1 + 3 * x] = (byte) (pixel >> 16);
                    row[2 + 3 * x] = (byte) (pixel >> 8);
                    row[3 + 3 * x] = (byte) pixel;
                }
                deflater.setInput(row);
                if (y == height - 1) {
                    deflater.finish();
                }
                for (int count = deflater.deflate(packed); count > 0; count = deflater.deflate(packed)) {
                    chunk(png, "IDAT", packed, count);
                }
            }
        } finally {
            deflater.end();
        }
        chunk(png, "IEND", packed, 0);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content, 0, length);
        png.writeBytes(bytes(length));
        png.writeBytes(name);
        png.write(content, 0, length);
        png.writeBytes(bytes((int) checksum.getValue()));
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
