package org.immunarium.study.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// The cases of an SBML Test Suite, from a folder or a zip that holds `NNNNN/NNNNN-model.m` and its
/// companions at any depth.
public final class TestSuite {

    private static final Pattern FILE = Pattern.compile("(?:.*/)?(\\d{5})/(?:\\1-)?([^/]+)");

    /// The longest file that is read, in bytes; the suite's own have less than one of these 64 MiB.
    private static final int LONGEST_FILE = 64 << 20;
    /// How many bytes are read of all cases together; the suite has 20 MB for each level of SBML.
    private static final long LONGEST_SUITE = 512L << 20;

    private final Path path;
    private final int longestFile;
    private final long longestSuite;
    private final TreeMap<String, TreeMap<String, String>> files = new TreeMap<>();
    private long total;

    private TestSuite(Path path, int longestFile, long longestSuite) {
        this.path = path;
        this.longestFile = longestFile;
        this.longestSuite = longestSuite;
    }

    /// Reads all cases, in order of their numbers.
    ///
    /// @throws InvalidInputException if there is no such file or folder, or no case in it, or a file
    ///                               that is too long or no text
    public static List<SuiteCase> read(Path path) {
        return read(path, LONGEST_FILE, LONGEST_SUITE);
    }

    /// As [#read(Path)], with limits in bytes for a file and for all of them.
    static List<SuiteCase> read(Path path, int longestFile, long longestSuite) {
        return new TestSuite(path, longestFile, longestSuite).cases();
    }

    private List<SuiteCase> cases() {
        if (!Files.exists(path)) {
            throw new InvalidInputException(Problem.of(
                    path.toString(), "there is no such file; a folder or zip of SBML Test Suite cases was expected"));
        }
        try {
            if (Files.isDirectory(path)) {
                readFolder();
            } else if (!Files.isRegularFile(path)) {
                throw refused("is not a regular file; a folder or zip of SBML Test Suite cases was expected");
            } else {
                readZip();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException(Problem.of(
                    path.toString(), "cannot be read as a folder or zip of SBML Test Suite cases: " + e.getMessage()));
        }
        List<SuiteCase> cases = new ArrayList<>();
        for (Map.Entry<String, TreeMap<String, String>> entry : files.entrySet()) {
            if (entry.getValue().containsKey("model.m")) {
                cases.add(SuiteCase.of(entry.getKey(), entry.getValue()));
            }
        }
        if (cases.isEmpty()) {
            throw new InvalidInputException(
                    Problem.of(path.toString(), "holds no case; NNNNN/NNNNN-model.m and its companions were expected"));
        }
        return cases;
    }

    private void readFolder() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.toAbsolutePath().toString().replace('\\', '/');
                Matcher matcher = FILE.matcher(name);
                if (matcher.matches() && isText(matcher.group(2))) {
                    try (InputStream in = Files.newInputStream(file)) {
                        put(matcher, text(path.relativize(file).toString(), in));
                    }
                }
            }
        }
    }

    private void readZip() throws IOException {
        try (InputStream in = Files.newInputStream(path);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Matcher matcher = FILE.matcher(entry.getName());
                if (matcher.matches() && isText(matcher.group(2))) {
                    put(matcher, text(entry.getName(), entries));
                }
            }
        }
    }

    private String text(String name, InputStream in) throws IOException {
        long most = Math.min(longestFile, longestSuite - total);
        byte[] bytes = in.readNBytes((int) most + 1);
        if (bytes.length > longestFile) {
            throw refused("holds " + name + ", which is longer than the " + longestFile
                    + " bytes that a file of a case may have");
        }
        if (bytes.length > most) {
            throw refused("holds more than the " + longestSuite + " bytes that all cases may have; with " + name
                    + " it is too much");
        }
        total += bytes.length;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused("holds " + name + ", which is not text in UTF-8");
        }
    }

    private InvalidInputException refused(String what) {
        return new InvalidInputException(Problem.of(path.toString(), what));
    }

    private static boolean isText(String name) {
        return name.endsWith(".xml") || name.endsWith(".m") || name.endsWith(".txt") || name.endsWith(".csv");
    }

    private void put(Matcher matcher, String text) {
        files.computeIfAbsent(matcher.group(1), id -> new TreeMap<>()).put(matcher.group(2), text);
    }
}
