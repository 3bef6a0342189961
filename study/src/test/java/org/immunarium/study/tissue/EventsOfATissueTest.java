package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Stopping;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of a tissue tells what was given and who came when, how much of each drug there was, and what it did.
final class EventsOfATissueTest {

    private static final String MODEL = """
            format: 1
            tissue: Small
            domain: {size: 200 x 200 µm}
            immunity:
              antigens: [CD19]
              drugs:
                antibody: {unit: mg/L, in blood: {clearance: 0 L/d, volume: 5 L}, in tissue: 0.5}
                poison: {unit: mg/L}
              actions:
                - {of: antibody, blocks: PD-1, dissociation: 25 mg/L}
                - {of: antibody, opsonises: CD19, dissociation: 75 mg/L}
              vessels:
                - {at: [0 µm, 0 µm], radius: 10 µm}
              recruitment:
                - {cells: T cell, rate: 60 1/h}
              priming:
                - {cells: CAR-T cell, antigen: CD19, primes: 10, half cargo: 1, delay: 12 min}
              vaccines:
                vaccine: {antigen: CD19, dendritic cells: 2, for: 1 mg}
            cells:
              T cell: {cycle: live, does: {cycle entry: 0 1/min}}
              CAR-T cell: {cycle: live, does: {cycle entry: 0 1/min}}
            """;

    private static final String GIVEN = """
            therapy:
              - antibody 250 mg IV over 45 min
              - CAR-T cell 7 cells at 13 min
              - vaccine 1 mg at 24 min
              - antibody 250 mg IV over 1 h from 50 min
            """;

    @TempDir
    private Path folder = Path.of("");

    private StudyRun study(String lines) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), MODEL);
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: tissue\nmodel: model.yaml\nduration: 60 min\noutput: {every: 30 min, frames: 0}\n"
                        + lines);
        return StudyRun.prepare(study.toString(), Overrides.NONE);
    }

    private RunFolder run(String lines) throws IOException {
        return study(lines)
                .run(Optional.of(folder.resolve("run")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE)
                .folder();
    }

    @Test
    void whatIsGivenAndWhoComesIsInOneTableByTime() throws IOException {
        Table events = Table.read(run(GIVEN).table("events.csv"));
        assertThat(events.header()).containsExactly("time [min]", "event", "what");
        assertThat(events.numbers(0)).isSorted();
        assertThat(events.rows())
                .filteredOn(row -> !row.get(1).equals("recruited"))
                .containsExactly(
                        List.of("0", "infusion start", "antibody: 250 mg IV"),
                        List.of("13", "dose", "CAR-T cell: 7 cells"),
                        List.of("18", "given", "CAR-T cell: 7"),
                        List.of("24", "dose", "vaccine: 1 mg"),
                        List.of("36", "primed", "CAR-T cell: 10"),
                        List.of("45", "infusion end", "antibody: 250 mg IV"),
                        List.of("50", "infusion start", "antibody: 250 mg IV"));
        assertThat(events.rows())
                .filteredOn(row -> row.get(1).equals("recruited"))
                .hasSizeBetween(5, 10)
                .allSatisfy(row -> assertThat(row.get(2)).startsWith("T cell: "));
    }

    @Test
    void drugsAreToldInBloodAndTissueWithWhatTheyCover() throws IOException {
        RunFolder run = run(GIVEN);
        Table drugs = Table.read(run.table("drugs.csv"));
        assertThat(drugs.header()).containsExactly("time [min]", "drug", "unit", "blood", "tissue", "target", "share");
        assertThat(drugs.rows()).hasSize(9);
        assertThat(drugs.rows().get(0)).containsExactly("0", "antibody", "mg/L", "0", "0", "PD-1", "0");
        assertThat(drugs.rows().get(2)).containsExactly("0", "poison", "mg/L", "0", "0", "", "");
        // 250 mg in 5 L, and a sixth of the second dose; none is cleared.
        assertThat(Double.parseDouble(drugs.rows().get(6).get(3))).isBetween(58.33, 58.34);
        assertThat(Double.parseDouble(drugs.rows().get(6).get(4))).isBetween(29.16, 29.17);
        double share = 29.1667 / (29.1667 + 25);
        assertThat(Double.parseDouble(drugs.rows().get(6).get(6))).isBetween(share - 1e-5, share + 1e-5);
        assertThat(drugs.rows().get(7).subList(5, 6)).containsExactly("CD19");
        Figure covered = figure(run, "What drugs cover or do");
        assertThat(covered.legend())
                .contains("antibody: PD-1", "antibody: CD19")
                .doesNotContain("poison");
        Figure concentrations = figure(run, "Drugs, unbound");
        assertThat(concentrations.legend()).contains("antibody in blood", "antibody in the tissue");
    }

    private static Figure figure(RunFolder run, String title) {
        return TissueContent.read(run, Manifest.read(run)).figures().figures().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void dosesAreMarkedInFiguresAndThoseOfVariantsWithTheirTitles() throws IOException {
        assertThat(figure(run(GIVEN), "Living cells").legend()).contains("CAR-T cell", "vaccine", "antibody");
        Path other = Files.createDirectory(folder.resolve("other"));
        RunFolder compared = study("compare:\n  - {title: nothing}\n  - title: some\n"
                        + GIVEN.replaceAll("(?m)^", "    ").stripTrailing())
                .run(Optional.of(other.resolve("run")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE)
                .folder();
        assertThat(figure(compared, "Living cells: T cell").legend()).contains("antibody (some)", "vaccine (some)");
        assertThat(Table.read(compared.variant("nothing").table("events.csv")).rows())
                .allMatch(row -> row.get(1).equals("recruited"));
        assertThat(figure(compared, "What drugs cover or do: some").legend()).contains("antibody: PD-1");
    }

    @Test
    void whatIsHeldAroundTheCellsIsToldAsSuch() throws IOException {
        RunFolder run = run("medium: {poison: 3 mg/L}\n");
        assertThat(Table.read(run.table("events.csv")).rows()).contains(List.of("0", "held", "poison: 3 mg/L"));
        assertThat(Table.read(run.table("drugs.csv")).rows())
                .contains(List.of("60", "poison", "mg/L", "3", "3", "", ""));
    }

    @Test
    void aRunThatWasStoppedTellsTheSameEvents() throws IOException {
        byte[] straight = Files.readAllBytes(run(GIVEN).table("events.csv"));
        for (double at : new double[] {0.05, 12.95, 17.95, 44.95}) {
            RunFolder stopped = new RunFolder(folder.resolve("stopped-" + at));
            assertThat(Stopping.run(study(GIVEN), stopped.path(), 1, at)).isNotNull();
            StudyRun.resume(stopped, 2, new StopSignal(), RunContext.Screen.NONE);
            assertThat(stopped.table("events.csv")).hasBinaryContent(straight);
        }
    }
}
