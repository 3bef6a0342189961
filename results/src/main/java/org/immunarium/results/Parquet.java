package org.immunarium.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Tables as Parquet files, which R, Python and Spark read by the column: written and read by DuckDB, within this
/// process.
///
/// A column of which all cells are whole numbers is BIGINT, one of numbers DOUBLE, any other VARCHAR; an empty
/// cell is NULL. Names keep their units: `D [cm]`.
public final class Parquet {

    /// No extension is looked for on disk or in the network.
    private static final Map<String, String> SETTINGS = Map.of(
            "autoinstall_known_extensions", "false",
            "autoload_known_extensions", "false",
            "threads", "2");

    private static final Pattern WHOLE = Pattern.compile("[+-]?(0|[1-9]\\d{0,17})");

    /// What is no number to people but to Java: `001`, `1d`, `0x1p3`, a space.
    private static final Pattern OTHER = Pattern.compile("^[+-]?0\\d|[dDfFxX\\s]$|^[+-]?0[xX]|\\s");

    private enum Type {
        BIGINT,
        DOUBLE,
        VARCHAR;

        private Type and(Type other) {
            return ordinal() > other.ordinal() ? this : other;
        }

        private static Type of(String cell) {
            if (WHOLE.matcher(cell).matches()) {
                return BIGINT;
            }
            if (OTHER.matcher(cell).find()) {
                return VARCHAR;
            }
            try {
                Double.parseDouble(cell);
                return DOUBLE;
            } catch (NumberFormatException e) {
                return VARCHAR;
            }
        }
    }

    private Parquet() {}

    /// Writes a table of a run.
    ///
    /// @param csv      as [Table] reads it
    /// @param to       a file, written anew
    /// @param metadata of the file: where the table comes from
    /// @throws InvalidInputException as [Table#read(Path)]
    /// @throws IOException           if the file cannot be written
    public static void write(Path csv, Path to, Map<String, String> metadata) throws IOException {
        List<String> header = apart(Table.header(csv));
        Type[] types = types(csv, header.size());
        String columns = IntStream.range(0, header.size())
                .mapToObj(i -> quoted(header.get(i)) + ": " + quoted(types[i].name()))
                .collect(Collectors.joining(", "));
        String kept = metadata.entrySet().stream()
                .map(each -> quoted(each.getKey()) + ": " + quoted(each.getValue()))
                .collect(Collectors.joining(", "));
        String sql =
                "COPY (SELECT * FROM read_csv(" + quoted(exactly(csv)) + ", header = true, delim = ',', quote = '\"',"
                        + " nullstr = '', columns = {" + columns + "})) TO " + quoted(to.toString())
                        + " (FORMAT parquet, COMPRESSION zstd"
                        + (kept.isEmpty() ? "" : ", KV_METADATA {" + kept + "}") + ")";
        try (Connection connection = connected();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(to + ": " + e.getMessage(), e);
        }
    }

    /// Reads a file of at most so many rows.
    ///
    /// @throws InvalidInputException if it is no Parquet file, or has more rows
    public static Table read(Path file, int most) {
        return read(file, file.toString(), most);
    }

    private static Table read(Path file, String source, int most) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        try (Connection connection = connected();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT * FROM read_parquet(" + quoted(exactly(file)) + ") LIMIT " + (most + 1L))) {
            int columns = found.getMetaData().getColumnCount();
            for (int i = 1; i <= columns; i++) {
                header.add(found.getMetaData().getColumnName(i));
            }
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    String cell = found.getString(i);
                    row.add(cell == null ? "" : cell);
                }
                rows.add(List.copyOf(row));
            }
        } catch (SQLException e) {
            throw new InvalidInputException(Problem.of(
                    source, "a Parquet file was expected: " + reason(e).replace(file.toString(), source)));
        }
        if (rows.size() > most) {
            throw new InvalidInputException(
                    Problem.of(source, "at most " + most + " rows were expected; there are more"));
        }
        return new Table(Path.of(source), List.copyOf(header), List.copyOf(rows));
    }

    /// Reads what is in a file of at most so many rows.
    ///
    /// @param source the file as the user named it
    /// @throws InvalidInputException as [#read(Path, int)]
    /// @throws StorageException      if there is no room for a copy among temporary files
    public static Table read(byte[] content, String source, int most) {
        try {
            Path copy = Files.createTempFile("immunarium-", ".parquet");
            try {
                Files.write(copy, content);
                return read(copy, source, most);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new StorageException(Path.of(source), e);
        }
    }

    /// What DuckDB says, without the query that it says it of.
    private static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Type[] types(Path csv, int columns) {
        Type[] types = new Type[columns];
        boolean[] filled = new boolean[columns];
        Arrays.fill(types, Type.BIGINT);
        Table.forEachWhole(csv, row -> {
            for (int i = 0; i < columns; i++) {
                String cell = row.text(i);
                if (!cell.isEmpty() && types[i] != Type.VARCHAR) {
                    filled[i] = true;
                    types[i] = types[i].and(Type.of(cell));
                }
            }
        });
        for (int i = 0; i < columns; i++) {
            types[i] = filled[i] ? types[i] : Type.VARCHAR;
        }
        return types;
    }

    /// Of columns with the same name the second has a 2 behind it.
    private static List<String> apart(List<String> names) {
        List<String> apart = new ArrayList<>();
        for (String name : names) {
            int number = 1;
            String each = name;
            while (apart.contains(each)) {
                number++;
                each = name + " " + number;
            }
            apart.add(each);
        }
        return apart;
    }

    private static Connection connected() throws SQLException {
        Properties settings = new Properties();
        settings.putAll(SETTINGS);
        return DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    /// A path that stands for itself, whatever is in it: what is read may be a pattern.
    static String exactly(Path path) {
        return path.toString().replaceAll("[*?\\[]", "[$0]");
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
