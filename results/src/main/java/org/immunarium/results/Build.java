package org.immunarium.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/// Which code makes results. Two builds of one version, and of one commit with changes, may differ; the
/// fingerprint of their code then does.
///
/// @param version of Immunarium, such as `0.1.0-SNAPSHOT`
/// @param commit  that the launcher built it from, with `-dirty` where its sources had changes; empty where
///                none is known, as in a source archive
/// @param code    SHA-256, in lower-case hexadecimal, of the classes and resources that numbers come from, those of
///                libraries too: the same with a command line or a cluster around them
public record Build(String version, String commit, String code) {

    private static final String RESOURCE = "/META-INF/immunarium/build.properties";

    /// What numbers come from: our own classes and resources, and the libraries that compute or read models.
    private static final List<String> COMPUTES =
            List.of("org/immunarium/", "evidence/", "studies/", "org/hipparchus/", "org/sbml/");

    /// Where they are carried out does not matter to them.
    private static final String PLACES = "org/immunarium/cluster/";

    private static final int SHORT = 12;
    private static final int BUFFER_BYTES = 1 << 16;

    /// The one that runs.
    public static Build here() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(
                properties.getProperty("version", ""),
                properties.getProperty("commit", ""),
                code(System.getProperty("java.class.path")));
    }

    /// For people: `0.1.0 (commit 0123456789ab, code 3f2a9c0d1e2f)`.
    public String inWords() {
        List<String> marks = new ArrayList<>();
        if (!commit.isEmpty()) {
            marks.add("commit " + commit);
        }
        marks.add(code.isEmpty() ? "code unknown" : "code " + shortCode());
        return version + " (" + String.join(", ", marks) + ")";
    }

    /// The first digits of [#code].
    public String shortCode() {
        return code.substring(0, Math.min(SHORT, code.length()));
    }

    /// The fingerprint of what a class path holds: of each file its name, length and CRC-32, which a jar knows
    /// without being read. It depends neither on where things lie nor on times, nor on whether they are packed.
    static String code(String classPath) {
        SortedMap<String, String> files = new TreeMap<>();
        try {
            for (String entry : classPath.split(java.io.File.pathSeparator, -1)) {
                Path path = Path.of(entry);
                if (Files.isDirectory(path)) {
                    addFolder(path, files);
                } else if (Files.isRegularFile(path)) {
                    addJar(path, files);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder list = new StringBuilder();
        files.forEach(
                (name, content) -> list.append(name).append(' ').append(content).append('\n'));
        return Fingerprint.of("", list.toString().getBytes(StandardCharsets.UTF_8))
                .sha256();
    }

    private static void addJar(Path jar, SortedMap<String, String> files) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(file -> !file.isDirectory())
                    .forEach(file -> add(file.getName(), file.getSize(), file.getCrc(), files));
        }
    }

    private static void addFolder(Path folder, SortedMap<String, String> files) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                add(folder.relativize(file).toString().replace('\\', '/'), Files.size(file), crc(file), files);
            }
        } catch (UncheckedIOException onTheWay) {
            throw Objects.requireNonNull(onTheWay.getCause());
        }
    }

    /// Of two files of one name the first on the class path is the one that runs.
    private static void add(String name, long bytes, long crc, SortedMap<String, String> files) {
        if (COMPUTES.stream().anyMatch(name::startsWith) && !name.startsWith(PLACES)) {
            files.putIfAbsent(name, bytes + " " + Long.toHexString(crc));
        }
    }

    private static long crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                crc.update(buffer, 0, count);
            }
        }
        return crc.getValue();
    }
}
