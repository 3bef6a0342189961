package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every behaviour says what it is and where it is from, and has a test of its name.
final class BehavioursTest {

    private static final String PACKAGE = "java/org/immunarium/tissue/behaviour";

    /// What behaviours share, and is none.
    private static final Set<String> NONE = Set.of("Chance", "Choices", "ImmuneSystem", "InOrder", "package-info");

    private static List<String> classes() throws IOException {
        Path folder = Path.of("src/main", PACKAGE);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachSaysItsBiologyEquationParametersAndSource() throws IOException {
        for (String name : classes()) {
            if (!NONE.contains(name)) {
                String text = Files.readString(Path.of("src/main", PACKAGE, name + ".java"));
                String page = text.substring(text.indexOf("\n///"), text.indexOf("\npublic final class"));
                assertThat(page).as(name).contains("*Biology*", "*Equation*", "*Parameters*", "*Source*");
                assertThat(page).as(name).containsPattern("\\*(Reads|Writes)");
            }
        }
    }

    @Test
    void eachHasATestOfItsName() throws IOException {
        for (String name : classes()) {
            if (!name.equals("package-info")) {
                assertThat(Path.of("src/test", PACKAGE, name + "Test.java")).exists();
            }
        }
    }
}
