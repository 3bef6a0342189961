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
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.RunContent;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a report shows of tissues.
final class TissueContentTest {

    private static final String COMPARE = """
            compare:
              - {title: As it is}
              - {title: Slow, set: {killer.migration speed: 0.1 µm/min}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private RunFolder run(String lines) throws IOException {
        SmallTissue.in(folder.resolve("project"));
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: tissue\nmodel: project\nduration: 2 h\noutput: {every: 6 min, frames: 0}\n" + lines);
        return StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(folder.resolve("run")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE)
                .folder();
    }

    private static RunContent content(RunFolder run) {
        return TissueContent.read(run, Manifest.read(run));
    }

    private static String numbers(RunContent content) {
        Html page = new Html();
        content.numbers(page);
        return page.toString();
    }

    @Test
    void variantsThatWereNotRunAreNamed() throws IOException {
        RunFolder run = run(COMPARE);
        assertThat(content(run).unrun()).isEmpty();
        Files.delete(run.variant("slow").table("cells_by_type.csv"));
        RunContent half = content(run);
        assertThat(half.unrun()).containsExactly("Slow");
        // Still one of several, and said so.
        assertThat(half.figures().figures()).extracting(Figure::title).contains("Living cells: tumour");
        assertThat(numbers(half))
                .contains("As it is: cells at the start")
                .contains("tables/VARIANT/cells_by_type.csv has all times");
    }

    @Test
    void aTissueAloneHasItsTableInTheFolderItself() throws IOException {
        RunContent alone = content(run(""));
        assertThat(alone.unrun()).isEmpty();
        assertThat(numbers(alone)).contains("; tables/cells_by_type.csv has all times");
    }

    @Test
    void whatChangesIsDrawnHoweverManyVariantsThereAre() throws IOException {
        StringBuilder nine = new StringBuilder("compare:\n");
        for (int speed = 1; speed <= 9; speed++) {
            nine.append("  - {title: Speed %d, set: {killer.migration speed: %d µm/min}}%n".formatted(speed, speed));
        }
        FigureChoice choice = content(run(nine.toString())).figures();
        assertThat(choice.figures())
                .extracting(Figure::title)
                .contains("Living cells: tumour, 1 to 8 of 9", "Living cells: tumour, 9 of 9");
        assertThat(choice.still()).doesNotContain("living cells: tumour");
        assertThat(choice.omitted()).contains("dead cells", "substances, on average over the domain");
    }

    @Test
    void timesAreInTheUnitThatFitsTheRun() throws IOException {
        RunFolder run = run("");
        assertThat(content(run).figures().figures())
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.numbers().header()).startsWith("time [h]"))
                .allSatisfy(
                        figure -> assertThat(figure.numbers().rows().getLast()).startsWith("2"));
    }

    @Test
    void cellsThatAreLostAreCountedFromNone() throws IOException {
        RunFolder run = run("");
        assertThat(Table.read(run.table("kills_by_cause.csv")).numbers(0)[0])
                .as("the time of the first loss")
                .isPositive();
        Figure lost = content(run).figures().figures().stream()
                .filter(figure -> figure.title().equals("Cells lost, by cause"))
                .findFirst()
                .orElseThrow();
        assertThat(lost.inWords()).allSatisfy(words -> assertThat(words).contains("starts at 0, ends at "));
    }
}
