package org.immunarium.benchmarks.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Results that were published, beside which predictions are put.
final class PublishedMeasureTest {

    private final List<PublishedMeasure> published =
            PublishedMeasure.read(Path.of("..").resolve(PublishedMeasure.FILE));

    @Test
    void eachIsOfAnArmThatIsPredicted() {
        List<String> predicted = new ArrayList<>();
        for (PredictedArm arm : PredictedArm.shipped()) {
            for (String population : arm.populations()) {
                predicted.add(String.join(", ", arm.trial(), population, arm.arm()));
                predicted.add(String.join(", ", arm.trial(), population, arm.comparison()));
            }
        }
        assertThat(published).hasSizeGreaterThan(90).allSatisfy(each -> {
            assertThat(predicted).contains(String.join(", ", each.trial(), each.population(), each.arm()));
            assertThat(each.measure())
                    .isIn(
                            "ORR %",
                            "grade 3+ TRAE %",
                            "median OS months",
                            "median PFS months",
                            "median DFS months",
                            "HR OS",
                            "HR PFS",
                            "HR DFS");
            assertThat(each.source()).matches(".*\\d{4}.*; (looked up|from memory)");
        });
    }
}
