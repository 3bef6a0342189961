package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immunarium.therapy.RegimenText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the documentation shows can be used as it is printed.
final class DocumentationTest {

    private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)`");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyWholeStudyCanRun() throws IOException {
        // What a calibration is told to find beside it.
        StringBuilder survival = new StringBuilder("time,event,arm\n");
        for (int month = 1; month <= 20; month++) {
            survival.append(month).append(",1,nivolumab\n");
        }
        for (String table : List.of("os.csv", "pfs.csv")) {
            Files.writeString(folder.resolve(table), survival);
        }
        List<String> studies = new ArrayList<>();
        for (Path page : pages()) {
            Matcher blocks = YAML.matcher(Files.readString(page));
            while (blocks.find()) {
                if (blocks.group(1).startsWith("format: 1\n")) {
                    Path study = Files.writeString(folder.resolve("study.yaml"), blocks.group(1));
                    Said said = Said.by("check", study.toString());
                    assertThat(said.code())
                            .as("%s:\n%s%s", page, blocks.group(1), said.err())
                            .isZero();
                    studies.add(blocks.group(1));
                }
            }
        }
        assertThat(studies).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void everyRegimenOfThePageOnTherapyIsRead() throws IOException {
        String page = Files.readString(root().resolve("docs/therapy.md"));
        List<String> regimens = page.substring(0, page.indexOf("## Grammar"))
                .lines()
                .filter(line -> line.startsWith("    "))
                .toList();
        assertThat(regimens).hasSizeGreaterThan(5).allSatisfy(RegimenText::parse);
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> tests = new HashSet<>();
        try (Stream<Path> files =
                Files.find(root(), 20, (file, _) -> file.toString().contains("/src/"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .forEach(name -> tests.add(name.substring(0, name.length() - ".java".length())));
        }
        List<String> unknown = new ArrayList<>();
        int named = 0;
        for (Path page : pages()) {
            Matcher names = TEST.matcher(Files.readString(page));
            while (names.find()) {
                named++;
                if (!tests.contains(names.group(1))) {
                    unknown.add(root().relativize(page) + ": " + names.group(1));
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(named).isGreaterThan(20);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(root().resolve("README.md")));
        try (Stream<Path> files = Files.walk(root().resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    /// The project's root, from it or from a module.
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.resolve("..").normalize();
    }
}
