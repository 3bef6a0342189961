package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever the project cites is in `docs/references.bib`.
final class ReferencesTest {

    private static final Pattern DOI = Pattern.compile("\\b10\\.[0-9]{4,9}/[-._;()/:A-Za-z0-9]+");
    private static final Pattern ENTRY = Pattern.compile("(?ms)^@\\w+\\{([^,]+),\\n(.*?)^\\}");
    private static final Pattern FIELD = Pattern.compile("(?ms)^ *(\\w+) *= *\\{(.*?)\\},?$");

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.resolve("..").normalize();
    }

    /// The fields of each entry, in the order of the file.
    private static List<Map<String, String>> entries() throws IOException {
        return ENTRY.matcher(Files.readString(root().resolve("docs/references.bib")))
                .results()
                .map(entry -> FIELD.matcher(entry.group(2))
                        .results()
                        .collect(Collectors.toMap(
                                field -> field.group(1), field -> field.group(2), (one, _) -> one, TreeMap::new)))
                .<Map<String, String>>map(fields -> fields)
                .toList();
    }

    /// All DOIs of sources, studies, evidence and pages, with the file that cites each first.
    private static Map<String, String> cited() throws IOException {
        Map<String, String> cited = new TreeMap<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().matches(".*\\.(?:java|md|yaml|csv)"))
                        .sorted()
                        .forEach(file -> DOI.matcher(text(file))
                                .results()
                                .map(MatchResult::group)
                                .map(ReferencesTest::trimmed)
                                .forEach(doi -> cited.putIfAbsent(
                                        doi, root().relativize(file).toString())));
            }
        }
        return cited;
    }

    /// Where the pages are, and the sources of each module.
    private static List<Path> folders() throws IOException {
        try (Stream<Path> modules = Files.list(root())) {
            return Stream.concat(
                            Stream.of(root().resolve("README.md"), root().resolve("docs")),
                            modules.map(module -> module.resolve("src")).filter(Files::isDirectory))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without what follows it in a sentence.
    private static String trimmed(String found) {
        String doi = found.toLowerCase(Locale.ROOT);
        while (doi.matches(".*[.,;:]") || doi.endsWith(")") && count(doi, ')') > count(doi, '(')) {
            doi = doi.substring(0, doi.length() - 1);
        }
        return doi;
    }

    private static long count(String text, char of) {
        return text.chars().filter(c -> c == of).count();
    }

    @Test
    void everyDoiThatIsCitedIsInTheList() throws IOException {
        List<String> known = entries().stream()
                .map(entry -> entry.getOrDefault("doi", "").toLowerCase(Locale.ROOT))
                .toList();
        Map<String, String> cited = cited();
        assertThat(cited).hasSizeGreaterThan(60);
        cited.keySet().removeAll(known);
        assertThat(cited).isEmpty();
    }

    @Test
    void theListSaysWhoWroteWhatAndWhenInOrderOfYear() throws IOException {
        List<Map<String, String>> entries = entries();
        assertThat(entries)
                .hasSizeGreaterThan(60)
                .allSatisfy(entry -> assertThat(entry).containsKeys("author", "title", "year"));
        assertThat(entries)
                .isSortedAccordingTo(
                        Comparator.comparingInt(entry -> Integer.parseInt(entry.getOrDefault("year", ""))));
        List<String> keys = ENTRY.matcher(Files.readString(root().resolve("docs/references.bib")))
                .results()
                .map(entry -> entry.group(1))
                .toList();
        assertThat(keys).hasSameSizeAs(entries).doesNotHaveDuplicates();
        assertThat(entries.stream().map(entry -> entry.getOrDefault("doi", "")).filter(doi -> !doi.isEmpty()))
                .doesNotHaveDuplicates();
    }
}
