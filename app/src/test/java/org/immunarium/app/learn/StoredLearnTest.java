package org.immunarium.app.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What the page Learn shows as stored are the runs of the studies that come along. Where this fails, `StoreLearn`
/// runs them anew. Of each a part is run again: of a tissue one variant of one run; of trials one, without its
/// tables.
/// `LearnClaimsTest` runs all again in `./check --long`.
final class StoredLearnTest {

    /// Which run is run again.
    private static final int ONE = 7;

    /// A measure of a trial that is one of many is added up in another order than those of its tables.
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @FieldSource("org.immunarium.app.learn.LearnRuns#STORED")
    void storedRunsAreThoseOfTheStudy(String id) throws IOException {
        JsonNode stored = LearnRuns.read(id);
        assertThat(stored.path("study").asText()).isEqualTo(LearnRuns.study(id));
        assertThat(stored.path("hash").asText()).as("study and model").isEqualTo(LearnRuns.hash(LearnRuns.study(id)));
        assertThat(stored.path("runs")).hasSize(LearnRuns.count(id));
        JsonNode run = stored.path("runs").get(ONE);
        Map<String, Map<String, Double>> again =
                LearnRuns.part(id, run.path("seed").asLong(), 2);
        again.forEach((variant, values) -> {
            int compared = 0;
            for (int i = 0; i < stored.path("columns").size(); i++) {
                String column = stored.path("columns").get(i).asText();
                Double value = values.get(column);
                if (value != null && !value.isNaN()) {
                    assertThat(run.path("variants").path(variant).path(i).asDouble(Double.NaN))
                            .as(id + ", seed " + run.path("seed") + ", " + variant + ": " + column)
                            .isCloseTo(value, within(ROUNDING * Math.abs(value)));
                    compared++;
                }
            }
            assertThat(compared).as(id + ", " + variant).isGreaterThan(2);
        });
        assertThat(again).isNotEmpty();
    }
}
