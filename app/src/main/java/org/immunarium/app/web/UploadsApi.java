package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.immunarium.results.Json;

/// Files that a browser gives to the lab: a study, a model, or an archive of a project. What is in an archive stays
/// below a folder of its own, and in bounds.
final class UploadsApi {

    private static final int MOST_BYTES = 64 << 20;
    private static final long MOST_UNPACKED = 512L << 20;
    private static final int MOST_ENTRIES = 5000;

    /// What nobody packs so tightly but to fill a disk.
    private static final int MOST_TIMES_PACKED = 200;

    private static final long SMALL = 1 << 20;

    /// Letters of an entry's whole name, and bytes of each part of it.
    private static final int LONGEST_NAME = 1000;

    private static final int LONGEST_PART = 255;

    /// Bytes by which a file is known that cannot be used, and letters of it that are shown.
    private static final int SEEN = 512;

    private static final int SHOWN = 60;

    private static final int BUFFER = 1 << 16;
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._()+-]{0,120}";

    private final LabFolder folder;
    private final GivenFiles given;

    UploadsApi(LabFolder folder, GivenFiles given) {
        this.folder = folder;
        this.given = given;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/api/uploads/{name}", (request, parts) -> take(request, parts.getOrDefault("name", "")))
                .add("GET", "/api/uploads/{name…}", (_, parts) -> give(parts.getOrDefault("name", "")))
                .add("GET", "/api/uploads", (_, _) -> Answer.json(given.told()))
                .add("DELETE", "/api/uploads", (_, _) -> {
                    given.clear();
                    return Answer.json(given.told());
                });
    }

    /// A file that was given, as text: a browser shows it, and runs nothing of it.
    private Answer give(String name) throws IOException {
        return Answer.bytes("text/plain; charset=utf-8", Files.readAllBytes(LabFolder.within(folder.uploads(), name)));
    }

    private Answer take(Request request, String name) throws IOException {
        if (!name.matches(NAME)) {
            throw new Refusal(Refusal.BAD_REQUEST, "\"" + name + "\": the plain name of a file was expected");
        }
        byte[] bytes = request.bytes(MOST_BYTES);
        // One after the other, so that all find the room that they were told of.
        synchronized (given) {
            return keep(name, bytes, given.room(bytes.length));
        }
    }

    /// @param room bytes that all files together may have
    private Answer keep(String name, byte[] bytes, long room) throws IOException {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path place = folder.uploads().resolve(id);
        boolean packed = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
        Files.createDirectory(place);
        try {
            if (packed) {
                unpack(bytes, place, room);
            } else {
                Files.write(place.resolve(name), bytes);
            }
            return taken(id, place, name, packed ? "an archive without any of these" : found(bytes));
        } catch (IOException | RuntimeException refused) {
            GivenFiles.remove(place);
            throw refused;
        }
    }

    /// What a file is that is given where a study is expected.
    private static String found(byte[] bytes) {
        String begins = new String(bytes, 0, Math.min(bytes.length, SEEN), StandardCharsets.UTF_8);
        String line = begins.lines().findFirst().orElse("").strip();
        if (begins.isBlank()) {
            return "an empty file";
        }
        if (begins.startsWith("%PDF")) {
            return "a PDF";
        }
        return begins.codePoints().limit(SEEN / 4).anyMatch(each -> each == 0xFFFD || each < '\t')
                ? "a file that is no text"
                : "a text that begins with \"" + line.substring(0, Math.min(line.length(), SHOWN)) + "\"";
    }

    private static Answer taken(String id, Path place, String name, String found) throws IOException {
        ObjectNode root = Json.object();
        ArrayNode studies = root.putArray("studies");
        for (Path file : studies(place)) {
            studies.add("upload:" + id + "/" + place.relativize(file).toString().replace('\\', '/'));
        }
        if (studies.isEmpty()) {
            throw new Refusal(
                    Refusal.INVALID,
                    name + ": found " + found
                            + "; expected a study (.yaml), a model (SBML, .xml), a project of PhysiCell or a table (.csv),"
                            + " alone or in a ZIP archive");
        }
        return Answer.json(root).withStatus(Answer.CREATED);
    }

    /// What the command line can take, the likeliest first: settings of a project before its other files.
    private static List<Path> studies(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .matches(".*\\.(ya?ml|xml|sbml|csv)"))
                    .sorted((a, b) -> {
                        int first = Integer.compare(rank(a), rank(b));
                        return first != 0 ? first : a.compareTo(b);
                    })
                    .toList();
        }
    }

    private static int rank(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.equals("physicell_settings.xml")) {
            return 0;
        }
        return name.endsWith(".csv") ? 2 : 1;
    }

    /// @param room bytes that there is room for
    private static void unpack(byte[] bytes, Path place, long room) throws IOException {
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
                if (entry.get().isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
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
        if (name.length() > LONGEST_NAME) {
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

    /// @param full whether more would be taken if there were room
    private static long copy(Archive from, Path file, long most, boolean full) throws IOException {
        long left = most;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw full
                            ? new Refusal(
                                    Refusal.CONFLICT,
                                    "this archive unpacks to more than the lab has room for; to make room, press"
                                            + " \"Remove what no run needs\" on the page Runs")
                            : new Refusal(Refusal.TOO_LARGE, "this archive unpacks to more than is taken");
                }
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

        private static Refusal damaged(Exception e) {
            return new Refusal(Refusal.INVALID, "this archive is damaged: " + e.getMessage());
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
