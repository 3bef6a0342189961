package org.immunarium.app.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// An archive that somebody gave to the lab. What is in it stays below a folder of its own, and in bounds.
final class GivenArchive {

    private static final long MOST_UNPACKED = 512L << 20;
    private static final int MOST_ENTRIES = 5000;

    /// What nobody packs so tightly but to fill a disk.
    private static final int MOST_TIMES_PACKED = 200;

    private static final long SMALL = 1 << 20;

    /// Letters of an entry's whole name, its parts, and bytes of each of them.
    private static final int LONGEST_NAME = 1000;

    private static final int MOST_PARTS = 20;
    private static final int LONGEST_PART = 255;

    private static final int BUFFER = 1 << 16;

    private GivenArchive() {}

    static boolean isOne(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /// Unpacks one.
    ///
    /// @param place an empty folder
    /// @param room  bytes that there is room for, as they lie on disk
    /// @throws Refusal if it is damaged, too large, or would lie elsewhere
    static void unpack(byte[] bytes, Path place, long room) throws IOException {
        long left = Math.max(SMALL, Math.min(MOST_UNPACKED, (long) MOST_TIMES_PACKED * bytes.length));
        boolean full = left > room;
        left = Math.min(left, room);
        int entries = 0;
        try (Archive archive = new Archive(bytes)) {
            for (Optional<ZipEntry> entry = archive.next(); entry.isPresent(); entry = archive.next()) {
                if (++entries > MOST_ENTRIES) {
                    throw new Refusal(Refusal.TOO_LARGE, "an archive may have " + MOST_ENTRIES + " entries");
                }
                Path file = within(place, entry.get());
                boolean isFolder = entry.get().isDirectory();
                left = folders(place, isFolder ? file : file.resolveSibling(""), left, full);
                if (isFolder) {
                    // Its bytes would be unpacked by the next entry, and count as nothing.
                    archive.checkEmpty(entry.get());
                } else {
                    left = copy(archive, file, left, full);
                }
            }
        }
        if (entries == 0) {
            throw new Refusal(Refusal.INVALID, "this archive has nothing in it, or is damaged");
        }
    }

    /// Where an entry goes.
    ///
    /// @throws Refusal if that is outside, or where another entry is, or a name that no disk takes
    private static Path within(Path place, ZipEntry entry) {
        String name = entry.getName();
        Path file = Optional.of(name.replace('\\', '/'))
                .filter(each -> !each.startsWith("/"))
                .flatMap(each -> LabFolder.below(place, each))
                .orElseThrow(() -> new Refusal(
                        Refusal.INVALID, "an entry of the archive would lie outside of it: \"" + name + "\""));
        for (Path part : place.relativize(file)) {
            if (part.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
                throw new Refusal(Refusal.INVALID, "an entry of the archive has too long a name: \"" + name + "\"");
            }
        }
        if (name.length() > LONGEST_NAME || place.relativize(file).getNameCount() > MOST_PARTS) {
            throw new Refusal(Refusal.INVALID, "an entry of the archive has too long a name: \"" + name + "\"");
        }
        boolean taken = Files.exists(file) && !(entry.isDirectory() && Files.isDirectory(file));
        Path above = place;
        for (Path part : place.relativize(file)) {
            taken |= Files.isRegularFile(above);
            above = above.resolve(part);
        }
        if (taken) {
            throw new Refusal(
                    Refusal.INVALID, "an entry of the archive would lie where another one is: \"" + name + "\"");
        }
        return file;
    }

    /// Makes a folder and those that it lies in. Each takes a block of the disk.
    ///
    /// @return bytes that are left of the most
    private static long folders(Path place, Path folder, long most, boolean full) throws IOException {
        long left = most;
        Path above = place;
        for (Path part : place.relativize(folder)) {
            above = above.resolve(part);
            if (!Files.isDirectory(above)) {
                left -= GivenFiles.BLOCK;
                check(left, full);
                Files.createDirectory(above);
            }
        }
        return left;
    }

    /// @param full whether more would be taken if there were room
    /// @throws Refusal if nothing is left
    private static void check(long left, boolean full) {
        if (left < 0) {
            throw full
                    ? new Refusal(
                            Refusal.CONFLICT,
                            "this archive unpacks to more than the lab has room for; to make room, press"
                                    + " \"Remove what no run needs\" on the page Runs")
                    : new Refusal(Refusal.TOO_LARGE, "this archive unpacks to more than is taken");
        }
    }

    private static long copy(Archive from, Path file, long most, boolean full) throws IOException {
        long left = most;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                left -= read;
                check(left, full);
                out.write(buffer, 0, read);
            }
        }
        return left;
    }

    /// An archive in memory: whatever cannot be read of it is its own fault, where what cannot be written is the
    /// disk's.
    private static final class Archive implements AutoCloseable {

        private final ZipInputStream zip;

        private Archive(byte[] bytes) {
            zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        }

        private Optional<ZipEntry> next() {
            try {
                return Optional.ofNullable(zip.getNextEntry());
            } catch (IOException | IllegalArgumentException e) {
                throw damaged(e);
            }
        }

        private int read(byte[] buffer) {
            try {
                return zip.read(buffer);
            } catch (IOException | IllegalArgumentException e) {
                throw damaged(e);
            }
        }

        private void checkEmpty(ZipEntry folder) {
            if (read(new byte[1]) >= 0) {
                throw new Refusal(
                        Refusal.INVALID, "a folder of the archive has bytes of its own: \"" + folder.getName() + "\"");
            }
        }

        private static Refusal damaged(Exception e) {
            return new Refusal(Refusal.INVALID, "this archive is damaged: " + e.getMessage());
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
