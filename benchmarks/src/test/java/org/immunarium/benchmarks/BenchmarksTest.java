package org.immunarium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing is measured that was not asked for: what a benchmark does not have is refused before it runs.
final class BenchmarksTest {

    /// What a command line comes to.
    private record Answer(int code, String out, String err) {}

    private static Answer to(String... words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Benchmarks.start(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                words);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Benchmark benchmark(String name) {
        return Objects.requireNonNull(Benchmarks.all().get(name), name);
    }

    static Iterable<String> names() {
        return Benchmarks.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anOptionThatABenchmarkDoesNotHaveIsRefusedWithThoseThatItHas(String name) throws Exception {
        Answer answer = to(name, "--cells", "5");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("bench " + name + ": \"--cells\" is no option; there are ");
        benchmark(name).options().forEach(each -> assertThat(answer.err()).contains(each.name()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void helpSaysWhatABenchmarkDoesAndWhichOptionsItHas(String name) throws Exception {
        Answer answer = to(name, "--help");
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .startsWith("./bench " + name)
                .contains(benchmark(name).about());
        benchmark(name)
                .options()
                .forEach(each -> assertThat(answer.out()).contains(each.name(), each.about(), each.usual()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theHandbookHasARowOfEach(String name) throws Exception {
        assertThat(Files.readString(Path.of("../docs/benchmarks.md"))).contains("| `" + name + "` |");
    }

    @Test
    void withoutANameAllAreListed() throws Exception {
        assertThat(to("--help").code()).isZero();
        assertThat(to("--help").out()).contains(Benchmarks.all().keySet());
        assertThat(to().code()).isEqualTo(2);
        assertThat(to().err()).contains(Benchmarks.all().keySet());
        assertThat(to("tisue").code()).isEqualTo(2);
        assertThat(to("tisue").err()).startsWith("bench: no benchmark is called \"tisue\"");
    }

    @ParameterizedTest
    @CsvSource({
        "organoid, --days, 0, '--days: a number above 0 was expected; found \"0\"'",
        "organoid, --days, NaN, '--days: a number above 0 was expected; found \"NaN\"'",
        "organoid, --doses, Infinity, '--doses: numbers from 0 were expected; found \"Infinity\"'",
        "organoid, --seeds, 0, '--seeds: a whole number from 1 was expected; found \"0\"'",
        "organoid, --threads, -1, '--threads: a whole number from 1 was expected; found \"-1\"'",
        "agreement, --seeds, 1, '--seeds: a whole number from 2 was expected; found \"1\"'",
        "soak, --runs, 19, '--runs: a whole number from 20 was expected; found \"19\"'",
        "tissue, 5, 6, '\"5\" is no option; there are none'",
        "population, 5, 6, 'PATIENTS is there twice: \"5\" and \"6\"'",
        "linear, solve, melt, '\"melt\" is in no name; there are factor, solve'"
    })
    void valuesThatMakeNoSenseAreRefused(String name, String one, String other, String told) throws Exception {
        Answer answer = to(name, one, other);
        assertThat(answer.err()).isEqualTo("bench " + name + ": " + told + System.lineSeparator());
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void modelsThatAreNotThereAreAskedFor() throws Exception {
        Answer answer = to("models", "no-such-folder");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("no-such-folder does not exist");
    }
}
