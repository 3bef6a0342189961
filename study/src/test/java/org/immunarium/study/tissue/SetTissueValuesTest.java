package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a study may set of a model, and what becomes of it.
final class SetTissueValuesTest {

    private static final String MODEL = """
            format: 1
            tissue: wanderers
            domain: {size: 200 x 200 µm, voxel: 20 µm}
            cells:
              wanderer:
                moves: {in the plane: yes}
                does: {migration speed: 1 µm/min, migration persistence time: 5 min}
                varies: {migration speed: {uniform: [0.5 µm/min, 1.5 µm/min]}}
            start:
              - {cells: wanderer, count: 10}
            """;

    @TempDir
    private Path folder = Path.of("");

    private StudyRun study(String model, String set) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), model);
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: tissue\nmodel: model.yaml\nduration: 30 min\noutput: {frames: 0}\n" + set);
        return StudyRun.prepare(study.toString(), Overrides.NONE);
    }

    private byte[] cells(StudyRun study, String out) throws IOException {
        return Files.readAllBytes(
                study.run(Optional.of(folder.resolve(out)), List.of(), 1, new StopSignal(), RunContext.Screen.NONE)
                        .folder()
                        .table("cells_by_type.csv"));
    }

    @Test
    void aValueThatTheModelVariesFromCellToCellIsNotWhatItsCellsHave() throws IOException {
        StudyRun set = study(MODEL, "set: {wanderer.migration speed: 0}\n");
        assertThat(set.prepared().notices())
                .singleElement()
                .asString()
                .contains("study.yaml:6: set.wanderer.migration speed:", "the model varies it from cell to cell");
        StudyRun plain = study(MODEL, "");
        assertThat(plain.prepared().notices()).isEmpty();
        assertThat(cells(set, "set")).isEqualTo(cells(plain, "plain"));
    }

    @Test
    void aValueThatARuleSetsIsWhatItsCellsHave() throws IOException {
        String ruled = MODEL + "rules:\n  - In wanderer cells, pressure decreases migration speed to 0 with"
                + " half-max 0.5 and Hill power 4.\n";
        StudyRun set = study(ruled, "set: {wanderer.migration speed: 0}\n");
        assertThat(set.prepared().notices()).noneMatch(each -> each.contains("from cell to cell"));
        assertThat(cells(set, "set")).isNotEqualTo(cells(study(ruled, ""), "plain"));
    }

    @Test
    void aValueThatIsSetByTwoOfItsNamesIsRefusedAtBoth() {
        assertThatThrownBy(() -> study(MODEL, """
                        set:
                          wanderer.phagocytosis of wanderer: 0.1 1/min
                          wanderer.necrosis: 0.1 1/min
                          wanderer.phagocytose wanderer: 0.2 1/min
                        """))
                .hasMessageContaining("study.yaml:7: set.wanderer.phagocytosis of wanderer: is the same value as")
                .hasMessageContaining("study.yaml:9: set.wanderer.phagocytose wanderer: is the same value as");
    }
}
