package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.immunarium.study.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a study gives to a tissue.
final class TreatedTissueTest {

    private static final String MODEL = """
            format: 1
            tissue: Small
            domain: {size: 200 x 200 µm}
            immunity:
              antigens: [CD19]
              drugs:
                nivolumab: {unit: nM}
                poison: {unit: mg/L, in blood: {clearance: 0 L/d, volume: 5 L}, in tissue: 0.5}
              actions:
                - {of: poison, kills: dividing cells, half: 1 mg/L}
              vaccines:
                vaccine: {antigen: CD19, dendritic cells: 3, for: 1 mg}
              infusions:
                CAR-T cell: {in: disc of 50 µm, share: 0.5}
            cells:
              tumor: {cycle: live, does: {cycle entry: 0.01 1/min}}
              CAR-T cell: {cycle: live, does: {cycle entry: 0 1/min}}
            start:
              - {cells: tumor, count: 40}
            """;

    @TempDir
    Path folder;

    private Path study(String lines) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), MODEL);
        return Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: tissue\nmodel: model.yaml\nduration: 60 min\noutput: {every: 30 min, frames: 0}\n"
                        + lines);
    }

    private Path run(Path study) {
        Path out = folder.resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(out), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return out;
    }

    @Test
    void drugsKillAndGivenCellsCome() throws IOException {
        Path out = run(study("""
                compare:
                  - {title: alone}
                  - {title: treated, therapy: [poison 1000 mg IV + "CAR-T cell" 20 cells at 0 d]}
                """));
        RunFolder folder = RunFolder.open(out);
        Table alone = Table.read(folder.of("alone").table("cells_by_type.csv"));
        Table treated = Table.read(folder.of("treated").table("cells_by_type.csv"));
        assertThat(alone.rows().get(4).get(2))
                .satisfies(live -> assertThat(Integer.parseInt(live)).isGreaterThan(50));
        assertThat(Integer.parseInt(treated.rows().get(4).get(2))).isLessThan(40);
        // Half of those that are given come in.
        assertThat(treated.rows().get(1).get(2)).isEqualTo("10");
        assertThat(Table.read(folder.of("treated").table("kills_by_cause.csv")).rows())
                .anySatisfy(row -> assertThat(row.subList(1, 3)).containsExactly("tumor", "chemotherapy"));
        assertThat(Files.readString(out.resolve("report.html"))).contains("Living cells: tumor", "treated");
    }

    @Test
    void aVariantIsGivenOnlyWhatItSaysItself() throws IOException {
        Path study = study("""
                therapy: [poison 1000 mg IV]
                medium: {nivolumab: 1 nM}
                compare:
                  - {title: alone}
                  - {title: treated, therapy: [poison 1000 mg IV]}
                """);
        assertThat(StudyRun.prepare(study.toString(), Overrides.NONE).prepared().notices())
                .map(notice -> notice.replace(folder + "/", ""))
                .containsExactly(
                        "study.yaml:6: therapy: is given to nobody, since each variant under compare has a therapy of"
                                + " its own",
                        "study.yaml:7: medium: is given to nobody, since each variant under compare has a therapy of"
                                + " its own");
        RunFolder run = RunFolder.open(run(study));
        assertThat(Table.read(run.of("alone").table("kills_by_cause.csv")).rows())
                .isEmpty();
        assertThat(Table.read(run.of("treated").table("kills_by_cause.csv")).rows())
                .isNotEmpty();
    }

    @Test
    void whatCannotBeGivenIsToldAtItsLine() throws IOException {
        Path study = study("""
                therapy:
                  - nivolumap 240 mg IV
                  - vaccine 3 cells
                  - nivolumab 240 cells
                medium: {poisson: 3 mg/L}
                """);
        assertThatThrownBy(() -> StudyRun.prepare(study.toString(), Overrides.NONE))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems().stream()
                                        .map(each -> each.toString().replace(folder + "/", ""))
                                        .toList())
                                .hasSize(4)
                                .anySatisfy(
                                        line -> assertThat(line)
                                                .startsWith(
                                                        "study.yaml:7: therapy: \"nivolumap\" is no drug, vaccine or cell type"))
                                .anySatisfy(line -> assertThat(line).startsWith("study.yaml:8: therapy: "))
                                .anySatisfy(line -> assertThat(line).startsWith("study.yaml:9: therapy: "))
                                .anySatisfy(line -> assertThat(line)
                                        .startsWith("study.yaml:10: medium: \"poisson\" is no drug of the model")));
    }
}
