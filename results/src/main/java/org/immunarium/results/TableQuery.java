package org.immunarium.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Questions in SQL to the tables of runs, answered by DuckDB in memory.
///
/// Tables are read first; then access to files, the network and extensions is locked, and cannot be unlocked:
/// whatever a question says, it sees these tables and nothing else, and changes nothing on disk.
public final class TableQuery implements AutoCloseable {

    private static final String MEMORY = "512MB";

    private final Connection connection;
    private final List<String> names = new ArrayList<>();

    private TableQuery(Connection connection) {
        this.connection = connection;
    }

    /// What was asked for.
    ///
    /// @param header names of columns
    /// @param rows   numbers as [Double] or [Long], all else as text; an empty text where there is nothing
    /// @param more   whether there were more rows
    public record Answer(List<String> header, List<List<Object>> rows, boolean more) {}

    /// Opens the tables of runs, `tables/a/b.csv` as `a/b`, of several runs as `run.a/b` with the name that each
    /// has.
    ///
    /// @param runs each by the name that its tables have before theirs; an empty one for none
    /// @throws InvalidInputException if a table is damaged
    public static TableQuery of(Map<String, RunFolder> runs) {
        try {
            Properties settings = new Properties();
            settings.putAll(Map.of(
                    "autoinstall_known_extensions", "false",
                    "autoload_known_extensions", "false",
                    "threads", "1",
                    "memory_limit", MEMORY,
                    "temp_directory", ""));
            TableQuery query = new TableQuery(new DuckDBDriver().connect("jdbc:duckdb:", settings));
            try {
                query.read(runs);
                query.lock();
                return query;
            } catch (SQLException | RuntimeException e) {
                query.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new InvalidInputException(Problem.of("tables", String.valueOf(e.getMessage())));
        }
    }

    private void read(Map<String, RunFolder> runs) throws SQLException {
        for (Map.Entry<String, RunFolder> run : runs.entrySet()) {
            String before = run.getKey().isEmpty() ? "" : run.getKey() + ".";
            for (Map.Entry<String, Path> table : tables(run.getValue()).entrySet()) {
                read(before + table.getKey(), table.getValue());
            }
        }
    }

    private static Map<String, Path> tables(RunFolder run) {
        Path tables = run.path().resolve(RunFolder.TABLES);
        Map<String, Path> found = new LinkedHashMap<>();
        if (Files.isDirectory(tables)) {
            try (Stream<Path> files = Files.walk(tables)) {
                files.filter(file ->
                                Files.isRegularFile(file) && file.toString().endsWith(".csv"))
                        .sorted()
                        .forEach(file -> found.put(
                                tables.relativize(file)
                                        .toString()
                                        .replace('\\', '/')
                                        .replaceFirst("\\.csv$", ""),
                                file));
            } catch (IOException e) {
                throw StorageException.ofReading(tables, e);
            }
        }
        return found;
    }

    private void read(String name, Path csv) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE \"" + name.replace("\"", "\"\"") + "\" AS SELECT * FROM read_csv("
                    + Parquet.quoted(Parquet.exactly(csv))
                    + ", header = true, delim = ',', quote = '\"', nullstr = '', sample_size = -1)");
            names.add(name);
        }
    }

    private void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        }
    }

    /// Names of all tables.
    public List<String> names() {
        return List.copyOf(names);
    }

    /// Asks a question.
    ///
    /// @param sql     one statement
    /// @param most    rows
    /// @param seconds after which it is given up
    /// @throws InvalidInputException if it makes no sense, sees more than it may, or takes too long
    public Answer ask(String sql, int most, int seconds) {
        CountDownLatch answered = new CountDownLatch(1);
        try (Statement statement = connection.createStatement()) {
            Thread.ofVirtual().start(() -> cancelAfter(statement, seconds, answered));
            try (ResultSet found = statement.executeQuery(sql)) {
                return answer(found, most);
            }
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage());
            throw new InvalidInputException(
                    Problem.of("sql", message.contains("INTERRUPT") ? "took longer than " + seconds + " s" : message));
        } finally {
            answered.countDown();
        }
    }

    private static void cancelAfter(Statement statement, int seconds, CountDownLatch answered) {
        try {
            if (!answered.await(seconds, TimeUnit.SECONDS)) {
                statement.cancel();
            }
        } catch (SQLException e) {
            // It was answered meanwhile.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer answer(ResultSet found, int most) throws SQLException {
        int columns = found.getMetaData().getColumnCount();
        List<String> header = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            header.add(found.getMetaData().getColumnName(i));
        }
        List<List<Object>> rows = new ArrayList<>();
        boolean more = false;
        while (found.next()) {
            if (rows.size() == most) {
                more = true;
                break;
            }
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(cell(found, i));
            }
            rows.add(row);
        }
        return new Answer(header, rows, more);
    }

    private static Object cell(ResultSet found, int i) throws SQLException {
        Object value = switch (found.getMetaData().getColumnType(i)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> found.getLong(i);
            case Types.FLOAT, Types.DOUBLE, Types.REAL, Types.DECIMAL -> found.getDouble(i);
            default -> found.getString(i);
        };
        return found.wasNull() || value == null ? "" : value;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is in memory only.
        }
    }
}
