package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immunarium.results.Json;

/// Files that a browser gives to the lab: a study, a model, or an archive of a project.
final class UploadsApi {

    private static final int MOST_BYTES = 64 << 20;
    private static final int MIB = 1 << 20;

    /// Names of files in small letters, the likeliest first; beyond them is none.
    private static final List<String> KINDS =
            List.of("physicell_settings\\.xml", ".*\\.ya?ml", ".*\\.(xml|sbml)", ".*\\.csv");

    private static final int NONE = Integer.MAX_VALUE;

    /// Bytes by which a file is known that cannot be used, and letters of it that are shown.
    private static final int SEEN = 512;

    private static final int SHOWN = 60;

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._()+-]{0,120}";

    /// MiB that are taken at one time: each file is in memory until it lies on disk.
    private final Semaphore places = new Semaphore(2 * MOST_BYTES / MIB);

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
        int wanted = Math.ceilDiv(Math.max(1, request.told(MOST_BYTES)), MIB);
        if (!places.tryAcquire(wanted)) {
            throw new Refusal(Refusal.BUSY, "other files are being given to the lab; give this one again in a moment");
        }
        try {
            return keep(name, request.bytes(MOST_BYTES));
        } finally {
            places.release(wanted);
        }
    }

    private Answer keep(String name, byte[] bytes) throws IOException {
        Path place = given.keep(name, bytes);
        try {
            String found = GivenArchive.isOne(bytes) ? "an archive without any of these" : found(bytes);
            return taken(place, name, found);
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

    private static Answer taken(Path place, String name, String found) throws IOException {
        ObjectNode root = Json.object();
        ArrayNode studies = root.putArray("studies");
        for (Path file : studies(place)) {
            studies.add("upload:" + place.getFileName() + "/"
                    + place.relativize(file).toString().replace('\\', '/'));
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

    /// What the command line can take, the likeliest first: settings of a project, studies, models, tables, and of
    /// each those that lie less deep. What a system adds to an archive is nobody's.
    private static List<Path> studies(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> rank(file) < NONE)
                    .filter(file -> !isAdded(place.relativize(file)))
                    .sorted(Comparator.comparingInt(UploadsApi::rank)
                            .thenComparingInt(Path::getNameCount)
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static boolean isAdded(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".") || part.toString().equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    private static int rank(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return IntStream.range(0, KINDS.size())
                .filter(i -> name.matches(KINDS.get(i)))
                .findFirst()
                .orElse(NONE);
    }
}
