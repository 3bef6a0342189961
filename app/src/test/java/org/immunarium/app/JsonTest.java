package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a program that asks for `--json` gets: one object on standard output, however the command
/// ends.
final class JsonTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"run", "check"})
    void eachProblemOfAStudyHasItsFileLineAndMessage(String command) throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: depillis2006
                set: {a: 3 kg}
                therapy: [chemotherapy 3 mg q2]
                """);
        JsonNode told = told(3, command, study.toString());
        assertThat(told.get("status").asText()).isEqualTo("invalid");
        assertThat(told.get("problems")).hasSize(2);
        JsonNode second = told.get("problems").get(1);
        assertThat(second.get("file").asText()).isEqualTo(study.toString());
        assertThat(second.get("line").asInt()).isEqualTo(5);
        assertThat(second.get("message").asText()).contains("must follow \"q2\", as in q2w");
    }

    @Test
    void everyCommandThatKnowsItSaysWhatIsMissing() throws IOException {
        String none = folder.resolve("none").toString();
        for (List<String> command : List.of(
                List.of("run", none),
                List.of("check", none),
                List.of("sweep", none, "--replicates", "2"),
                List.of("sensitivity", none, "--vary", "a=1:2"),
                List.of("fit", none, "--data", none, "--vary", "a=1:2"),
                List.of("resume", none),
                List.of("conformance", "sbml", none))) {
            JsonNode told = told(3, command.toArray(String[]::new));
            assertThat(told.get("problems").get(0).get("file").asText()).isEqualTo(none);
        }
        assertThat(told(3, "demo", "--out", "/dev/null/run").get("problems")).hasSize(1);
    }

    @Test
    void anOptionIsNoFile() throws IOException {
        JsonNode malformed =
                told(3, "check", "kuznetsov1994", "--set", "x").get("problems").get(0);
        assertThat(malformed.get("option").asText()).isEqualTo("--set");
        assertThat(malformed.has("file")).isFalse();
        JsonNode unknown = told(3, "check", "kuznetsov1994", "--set", "x=1")
                .get("problems")
                .get(0);
        assertThat(unknown.get("option").asText()).isEqualTo("--set x");
        assertThat(told(2, "check", "kuznetsov1994", "--nonsense")
                        .get("problems")
                        .get(0)
                        .has("file"))
                .isFalse();
    }

    @Test
    void numbersThatFailNameTheRun() throws IOException {
        Path model = Files.writeString(
                folder.resolve("model.xml"),
                Sbml.model(Sbml.rateRule("S", "<apply><power/><ci>S</ci><cn>2</cn></apply>")));
        String out = folder.resolve("out").toString();
        JsonNode told = told(4, "run", model.toString(), "--duration", "10", "--out", out);
        assertThat(told.get("status").asText()).isEqualTo("failed");
        assertThat(told.get("run").asText()).isEqualTo(out);
        assertThat(told.get("problems").get(0).get("message").asText())
                .matches("at time [\\d.e-]+( [a-z]+)?: .*")
                .doesNotContain(".0:");
    }

    @Test
    void aCommandLineThatMakesNoSenseIsToldToo() throws IOException {
        JsonNode told = told(2, "run", "kuznetsov1994", "--seed=x");
        assertThat(told.get("status").asText()).isEqualTo("usage");
        assertThat(told.get("problems").get(0).get("message").asText()).contains("--seed", "'x' is not a whole number");
    }

    @Test
    void whatGoesWellHasItsStatusAndExitCode() throws IOException {
        assertThat(told(0, "check", "kuznetsov1994").get("status").asText()).isEqualTo("valid");
        String out = folder.resolve("out").toString();
        JsonNode told = told(0, "run", "kuznetsov1994", "--out", out);
        assertThat(told.get("status").asText()).isEqualTo("done");
        assertThat(told.get("run").asText()).isEqualTo(out);
    }

    private static JsonNode told(int code, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Said said = Said.by(all.toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        JsonNode told = new ObjectMapper().readTree(said.out());
        assertThat(told.get("exit code").asInt()).isEqualTo(code);
        return told;
    }
}
