package org.immunarium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

/// Nothing is measured that was not asked for: what a benchmark does not have is refused before it runs.
final class BenchmarksTest {

    /// What a command line comes to.
    private record Answer(int code, String out, String err) {}

    private static Answer to(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Benchmarks.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Answer(code, out.toString(), err.toString());
    }

    static Set<String> names() {
        return Benchmarks.commandLine().getSubcommands().keySet();
    }

    private static CommandSpec benchmark(String name) {
        return Objects.requireNonNull(Benchmarks.commandLine().getSubcommands().get(name), name)
                .getCommandSpec();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anOptionThatABenchmarkDoesNotHaveIsRefusedWithThoseThatItHas(String name) {
        Answer answer = to(name, "--cells", "5");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("bench " + name + ": \"--cells\" is no option; there are ");
        Benchmarks.options(benchmark(name))
                .forEach(each -> assertThat(answer.err()).contains(Benchmarks.name(each)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void helpSaysWhatABenchmarkDoesAndWhichOptionsItHas(String name) {
        Answer answer = to(name, "--help");
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .startsWith("./bench " + name)
                .contains(benchmark(name).usageMessage().description())
                .doesNotContain("<arg");
        Benchmarks.options(benchmark(name)).forEach(each -> {
            assertThat(answer.out()).contains(Benchmarks.name(each)).contains(each.description());
            if (each.defaultValue() != null) {
                assertThat(answer.out()).contains("Default: " + each.defaultValue());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void theHandbookHasARowOfEach(String name) throws IOException {
        assertThat(Files.readString(Path.of("../docs/benchmarks.md"))).contains("| `" + name + "` |");
    }

    @Test
    void withoutANameAllAreListed() {
        assertThat(to("--help").code()).isZero();
        assertThat(to("--help").out()).contains(names());
        assertThat(to().code()).isEqualTo(2);
        assertThat(to().err()).contains(names());
        assertThat(to("tisue").code()).isEqualTo(2);
        assertThat(to("tisue").err()).startsWith("bench: no benchmark is called \"tisue\"");
    }

    @ParameterizedTest
    @CsvSource({
        "organoid, --days, 0, '--days: a number above 0 was expected; found \"0\"'",
        "organoid, --days, NaN, '--days: a number above 0 was expected; found \"NaN\"'",
        "organoid, --doses, Infinity, '--doses: numbers from 0 were expected; found \"Infinity\"'",
        "organoid, --doses, '0,,8', '--doses: numbers from 0 were expected; found \"\"'",
        "organoid, --seeds, 0, '--seeds: a whole number from 1 was expected; found \"0\"'",
        "organoid, --threads, -1, '--threads: a whole number from 1 was expected; found \"-1\"'",
        "agreement, --seeds, 1, '--seeds: a whole number from 2 was expected; found \"1\"'",
        "soak, --runs, 19, '--runs: a whole number from 20 was expected; found \"19\"'",
        "tissue, 5, 6, '\"5\" is no option; there are none'",
        "population, 5, 6, 'PATIENTS is there twice: \"5\" and \"6\"'",
        "linear, solve, melt, '\"melt\" is in no name; there are factor, solve'"
    })
    void valuesThatMakeNoSenseAreRefused(String name, String one, String other, String told) {
        Answer answer = to(name, one, other);
        assertThat(answer.err()).isEqualTo("bench " + name + ": " + told + System.lineSeparator());
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void modelsThatAreNotThereAreAskedFor() {
        Answer answer = to("models", "no-such-folder");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("no-such-folder does not exist");
    }
}
