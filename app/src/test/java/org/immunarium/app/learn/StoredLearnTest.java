package org.immunarium.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.immunarium.results.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the page Learn shows as stored are the runs of the studies that come along. Where this fails, `StoreLearn`
/// runs
/// them anew.
final class StoredLearnTest {

    private static final long ONE = 7;

    @ParameterizedTest
    @ValueSource(strings = {"patrol", "disguise", "wake", "handshake", "soldiers"})
    void storedRunsAreThoseOfTheStudy(String id) throws IOException {
        JsonNode stored = LearnRuns.read(id);
        assertThat(stored.path("study").asText()).isEqualTo("learn/" + id);
        assertThat(stored.path("hash").asText()).as("study and model").isEqualTo(LearnRuns.hash("learn/" + id));
        assertThat(stored.path("runs")).hasSize(LearnRuns.ALL);
        LearnRuns anew = LearnRuns.of("learn/" + id, ONE, ONE + 1, List.of());
        for (JsonNode run : stored.path("runs")) {
            Map<String, Map<String, Double>> again =
                    anew.runs().get(run.path("seed").asLong());
            if (again != null) {
                assertThat(run.path("variants").toString())
                        .as(id + ", seed " + run.path("seed"))
                        .isEqualTo(numbers(stored.path("columns"), again).toString());
            }
        }
    }

    private static JsonNode numbers(JsonNode columns, Map<String, Map<String, Double>> run) {
        var node = Json.object();
        run.forEach((variant, values) -> {
            var numbers = node.putArray(variant);
            columns.forEach(column -> LearnRuns.put(numbers, values.getOrDefault(column.asText(), Double.NaN)));
        });
        return node;
    }
}
