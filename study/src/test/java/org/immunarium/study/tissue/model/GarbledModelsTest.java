package org.immunarium.study.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models with several mistakes.
final class GarbledModelsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void allMistakesAreToldAtOnce() {
        SmallModel model = SmallModel.in(folder)
                .with("walls: yes", "walls: maybe")
                .with("springs: no", "springs: some")
                .with("decay: 0.1 1/min", "decay: -0.1 1/min")
                .with("lasts: 8 h\n", "lasts: 0 h\n")
                .with("count: 5", "count: 0");
        assertThat(model.problems()).hasSize(5);
    }

    /// A file with lines taken out, doubled or swapped is read or refused, never a fault.
    @Test
    void garbledModelsAreReadOrRefused() {
        Random random = new Random(1);
        for (int n = 0; n < 300; n++) {
            List<String> lines = new ArrayList<>(Arrays.asList(SmallModel.TEXT.split("\n", -1)));
            for (int k = 0; k < 3; k++) {
                int at = random.nextInt(lines.size() - 1);
                switch (random.nextInt(4)) {
                    case 0 -> lines.remove(at);
                    case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                    case 2 -> lines.set(at, lines.get(at).replaceAll("[0-9]", "-"));
                    default -> lines.set(at, lines.get(at).replaceFirst(":.*", ": [a, {b: c}]"));
                }
            }
            SmallModel model = SmallModel.in(folder).as(String.join("\n", lines));
            try {
                assertThat(model.problems()).isNotNull();
            } catch (InvalidInputException e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }
}
