package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {

    private static final String TABLE = """
            id,D [cm],what's there,empty,mixed,D [cm]
            1,0.1,"a, ""b""\",,1,5
            2,NaN,,,yes,6e-300
            3,-Infinity,yes,,2.5,7
            """;

    @TempDir
    private Path folder;

    private Path written(Map<String, String> metadata) throws IOException {
        Path csv = Files.writeString(folder.resolve("it's a [t]able.csv"), TABLE);
        Path to = folder.resolve("it's [1].parquet");
        Parquet.write(csv, to, metadata);
        return to;
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Table table = Parquet.read(written(Map.of()), 10);
        assertThat(table.header()).containsExactly("id", "D [cm]", "what's there", "empty", "mixed", "D [cm] 2");
        assertThat(table.rows().get(0)).containsExactly("1", "0.1", "a, \"b\"", "", "1", "5.0");
        assertThat(table.rows().get(1)).containsExactly("2", "NaN", "", "", "yes", "6.0E-300");
        assertThat(table.rows().get(2).get(1)).isEqualTo("-Infinity");
    }

    @Test
    void columnsHaveTypesAndTheFileSaysWhereItIsFrom() throws Exception {
        Path file = written(Map.of("title", "it's"));
        String name = file.toString().replace("'", "''").replace("[", "[[]");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            try (var types = statement.executeQuery(
                    "SELECT string_agg(column_type, ' ') FROM (DESCRIBE SELECT * FROM read_parquet('" + name + "'))")) {
                types.next();
                assertThat(types.getString(1)).isEqualTo("BIGINT DOUBLE VARCHAR VARCHAR VARCHAR DOUBLE");
            }
            try (var kept = statement.executeQuery(
                    "SELECT decode(value) FROM parquet_kv_metadata('" + name + "') WHERE decode(key) = 'title'")) {
                kept.next();
                assertThat(kept.getString(1)).isEqualTo("it's");
            }
        }
    }

    @Test
    void whatIsNoneOrTooLongIsTold() throws IOException {
        Path file = written(Map.of());
        assertThatThrownBy(() -> Parquet.read(file, 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at most 2 rows");
        Path other = Files.writeString(folder.resolve("other.parquet"), "no");
        assertThatThrownBy(() -> Parquet.read(other, 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a Parquet file was expected");
        assertThatThrownBy(() -> Parquet.read(Files.readAllBytes(file), "mine.parquet", 2))
                .hasMessageStartingWith("mine.parquet: at most 2 rows");
        assertThat(Parquet.read(Files.readAllBytes(file), "mine.parquet", 3).rows())
                .isEqualTo(Parquet.read(file, 3).rows());
        assertThat(List.of(file, other)).allMatch(Files::exists);
    }
}
