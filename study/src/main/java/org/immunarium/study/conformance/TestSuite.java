package org.immunarium.study.conformance;

import java.io.IOException;
import java.io.InputStream;
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
    /// Longer files are not part of any case.
    private static final long LONGEST_FILE = 64L << 20;

    private TestSuite() {}

    /// Reads all cases, in order of their numbers.
    ///
    /// @throws InvalidInputException if there is no such file or folder, or no case in it
    public static List<SuiteCase> read(Path path) {
        TreeMap<String, TreeMap<String, String>> files = new TreeMap<>();
        try {
            if (Files.isDirectory(path)) {
                readFolder(path, files);
            } else {
                readZip(path, files);
            }
        } catch (IOException e) {
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

    private static void readFolder(Path folder, TreeMap<String, TreeMap<String, String>> files) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.toAbsolutePath().toString().replace('\\', '/');
                Matcher matcher = FILE.matcher(name);
                if (matcher.matches() && isText(matcher.group(2))) {
                    put(files, matcher, Files.readString(file));
                }
            }
        }
    }

    private static void readZip(Path zip, TreeMap<String, TreeMap<String, String>> files) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Matcher matcher = FILE.matcher(entry.getName());
                if (matcher.matches() && isText(matcher.group(2))) {
                    byte[] bytes = entries.readNBytes((int) LONGEST_FILE);
                    put(files, matcher, new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static boolean isText(String name) {
        return name.endsWith(".xml") || name.endsWith(".m") || name.endsWith(".txt") || name.endsWith(".csv");
    }

    private static void put(TreeMap<String, TreeMap<String, String>> files, Matcher matcher, String text) {
        files.computeIfAbsent(matcher.group(1), id -> new TreeMap<>()).put(matcher.group(2), text);
    }
}
