package org.immunarium.tissue.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.Subject;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Word;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;

/// What `docs/tissue.md` says of rules is so.
class RulePageTest {

    private final TissueModel model = SmallTissue.model();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void itsSentencesAreRead() throws IOException {
        List<String> sentences =
                examples().filter(line -> line.startsWith("In ")).toList();
        assertThat(sentences).hasSizeGreaterThan(3);
        List<Rule> rules = RuleText.read("tissue.md", 1, String.join("\n", sentences), model, problems);
        assertThat(problems).isEmpty();
        assertThat(rules).hasSameSizeAs(sentences);
    }

    @Test
    void itsRowsAreReadAndSaidAsItSays() throws IOException {
        List<String> rows = examples().filter(line -> line.endsWith(",0")).toList();
        assertThat(rows).hasSizeGreaterThan(1);
        List<Rule> rules = RuleTable.read("tissue.md", String.join("\n", rows), RuleTable.Version.V3, model, problems);
        assertThat(problems).isEmpty();
        String quoted = section("## Rules")
                .lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining(" "));
        assertThat(RulesInWords.of(model.withRules(rules))).containsExactly(quoted);
    }

    @Test
    void itsTablesAreTheVocabulary() throws IOException {
        assertThat(rows("### Signals")).isEqualTo(rowsOf(Signal.values()));
        assertThat(rows("### Behaviours")).isEqualTo(rowsOf(Behaviour.values()));
    }

    private static List<String> rowsOf(Word[] words) {
        return Stream.of(words)
                .map(word -> "| `" + written(word.pattern(), word.subject()) + "` | "
                        + word.synonyms().stream()
                                .map(other -> "`" + written(other, word.subject()) + "`")
                                .collect(Collectors.joining(", "))
                        + " | "
                        + (word.unit().isEmpty() ? "–" : word.unit().replace("%", "its unit"))
                        + " |")
                .toList();
    }

    private static String written(String pattern, Subject subject) {
        return pattern.replace("%", subject.name()).replace("#", "NUMBER");
    }

    /// The first three cells of a table's rows.
    private static List<String> rows(String heading) throws IOException {
        return section(heading)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1))
                .toList();
    }

    private static Stream<String> examples() throws IOException {
        return section("## Rules")
                .lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip);
    }

    /// From a heading to the next one of the same depth or above.
    private static String section(String heading) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("docs")) ? here : here.resolve("..");
        String page = Files.readString(root.resolve("docs/tissue.md"));
        int start = page.indexOf("\n" + heading + "\n") + 1;
        assertThat(start).as(heading).isPositive();
        int depth = heading.indexOf(' ');
        return page.substring(start).split("\n#{1," + depth + "} ")[0];
    }
}
