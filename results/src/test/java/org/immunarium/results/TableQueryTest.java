package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableQueryTest {

    @TempDir
    private Path folder = Path.of("");

    private RunFolder run = new RunFolder(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        run = new RunFolder(folder.resolve("a 'quoted' [run]"));
        Path tables = Files.createDirectories(run.path().resolve("tables/arm"));
        Files.writeString(tables.resolve("size.csv"), "time [d],D [cm],what\n0,1.5,\n7,2.25,\"a, b\"\n");
    }

    @Test
    void numbersStayNumbersAndWhatIsEmptyStaysEmpty() {
        try (TableQuery query = TableQuery.of(Map.of("", run))) {
            assertThat(query.names()).containsExactly("arm/size");
            TableQuery.Answer answer = query.ask("select * from \"arm/size\" order by 1", 10, 10);
            assertThat(answer.header()).containsExactly("time [d]", "D [cm]", "what");
            assertThat(answer.rows()).containsExactly(List.of(0L, 1.5, ""), List.of(7L, 2.25, "a, b"));
            assertThat(answer.more()).isFalse();
        }
    }

    @Test
    void tablesOfTwoRunsStandBesideEachOther() {
        try (TableQuery query = TableQuery.of(Map.of("a", run, "b", run))) {
            assertThat(query.names()).containsExactlyInAnyOrder("a.arm/size", "b.arm/size");
        }
    }

    @Test
    void longAnswersAreCutAndLongQuestionsGivenUp() {
        try (TableQuery query = TableQuery.of(Map.of("", run))) {
            TableQuery.Answer answer = query.ask("select * from range(1000)", 20, 10);
            assertThat(answer.rows()).hasSize(20);
            assertThat(answer.more()).isTrue();
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() ->
                            query.ask("select sum(a.range * b.range) from range(1000000) a, range(1000000) b", 20, 1))
                    .withMessageContaining("took longer than 1 s");
            assertThat(query.ask("select 1", 20, 10).rows()).containsExactly(List.of(1L));
        }
    }

    @Test
    void nothingElseIsSeen() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.csv"), "a\n1\n");
        try (TableQuery query = TableQuery.of(Map.of("", run))) {
            for (String sql : List.of(
                    "select * from '" + outside + "'",
                    "select * from read_text('" + outside + "')",
                    "copy \"arm/size\" to '" + folder.resolve("copy.csv") + "'",
                    "export database '" + folder.resolve("all") + "'",
                    "set enable_external_access = true",
                    "reset enable_external_access",
                    "load httpfs")) {
                assertThatExceptionOfType(InvalidInputException.class).as(sql).isThrownBy(() -> query.ask(sql, 10, 10));
            }
        }
        assertThat(folder).isDirectoryNotContaining("glob:**copy.csv").isDirectoryNotContaining("glob:**all");
    }
}
