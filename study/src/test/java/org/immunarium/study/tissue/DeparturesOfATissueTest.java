package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Stopping;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cells that leave a tissue alive are written down one by one.
final class DeparturesOfATissueTest {

    private static final String MODEL = """
            format: 1
            tissue: Small
            domain: {size: 200 x 200 µm}
            immunity:
              antigens: [CD19, CD20]
              vessels:
                - {at: [0 µm, 0 µm], radius: 40 µm}
            cells:
              tumour:
                cycle: live
                does: {cycle entry: 0 1/min, intravasation rate: 0.01 1/min, CD19 expression: 0.5, CD20 expression: 0}
              dendritic cell: {cycle: live, does: {cycle entry: 0 1/min, egress rate: 0.01 1/min}}
            start:
              - {cells: tumour, count: 60, in: disc of 40 µm}
              - {cells: dendritic cell, count: 20}
            """;

    @TempDir
    private Path folder = Path.of("");

    private StudyRun study(String model) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), model);
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: tissue\nmodel: model.yaml\nduration: 60 min\noutput: {every: 30 min, frames: 0}\n");
        return StudyRun.prepare(study.toString(), Overrides.NONE);
    }

    private RunFolder run(String model) throws IOException {
        return study(model)
                .run(Optional.of(folder.resolve("run")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE)
                .folder();
    }

    @Test
    void eachHasARowWithWhatTheImmuneSystemSeesOfIt() throws IOException {
        RunFolder run = run(MODEL);
        Table left = Table.read(run.table("departures.csv"));
        assertThat(left.header())
                .containsExactly("time [min]", "way", "cell", "cell_type", "clone", "MHC-I", "CD19", "CD20");
        assertThat(left.numbers(0)).isSorted();
        assertThat(left.rows()).extracting(row -> row.get(2)).doesNotHaveDuplicates();
        assertThat(left.rows())
                .allSatisfy(row -> assertThat(row.get(1) + " of " + row.get(3))
                        .isIn("intravasation of tumour", "egress of dendritic cell"));
        assertThat(left.rows())
                .filteredOn(row -> row.get(3).equals("tumour"))
                .hasSizeBetween(10, 45)
                .allSatisfy(row -> assertThat(row.subList(4, 8)).containsExactly("0", "1", "0.5", "0"));
        for (String way : List.of("intravasation", "egress")) {
            long count =
                    left.rows().stream().filter(row -> row.get(1).equals(way)).count();
            assertThat(Table.read(run.table("kills_by_cause.csv")).rows().reversed().stream()
                            .filter(row -> row.get(2).equals(way))
                            .findFirst()
                            .orElseThrow()
                            .get(4))
                    .isEqualTo(Long.toString(count));
        }
    }

    @Test
    void aModelWhoseCellsCannotLeaveHasNoRows() throws IOException {
        String none = MODEL.replaceAll("(intravasation|egress) rate: 0.01", "$1 rate: 0");
        assertThat(Table.read(run(none).table("departures.csv")).rows()).isEmpty();
    }

    @Test
    void aRunThatWasStoppedTellsTheSame() throws IOException {
        byte[] straight = Files.readAllBytes(run(MODEL).table("departures.csv"));
        RunFolder stopped = new RunFolder(folder.resolve("stopped"));
        assertThat(Stopping.run(study(MODEL), stopped.path(), 1, 31)).isNotNull();
        StudyRun.resume(stopped, 2, new StopSignal(), RunContext.Screen.NONE);
        assertThat(stopped.table("departures.csv")).hasBinaryContent(straight);
    }
}
