package org.immunarium.study.patient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.results.Damage;
import org.immunarium.results.Table;
import org.immunarium.units.InvalidInputException;

/// The tables of one time course, read back. Their columns are read as many at once as fit into memory.
///
/// @param folder       where they are
/// @param header       of `timecourse.csv`: the time, then a column for each row of `descriptions`
/// @param times        ascending
/// @param spread       whether there is a `deviations.csv`, like `timecourse.csv`
/// @param descriptions `columns.csv`
public record CourseTables(Path folder, List<String> header, double[] times, boolean spread, Table descriptions) {

    /// The file of values.
    public static final String VALUES = "timecourse.csv";

    static final String DEVIATIONS = "deviations.csv";
    static final String DESCRIPTIONS = "columns.csv";

    private static final int FIRST_ROOM = 1024;

    /// Whether a folder has a time course.
    public static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(VALUES));
    }

    /// Reads them.
    ///
    /// @throws InvalidInputException if one is missing or damaged, or they are not of one time course
    public static CourseTables read(Path folder) {
        Path file = folder.resolve(VALUES);
        double[] times = times(file, FIRST_ROOM);
        List<String> header = Table.header(file);
        Path deviations = folder.resolve(DEVIATIONS);
        boolean spread = Files.exists(deviations);
        Table descriptions = Table.read(folder.resolve(DESCRIPTIONS));
        int columns = header.size() - 1;
        if (descriptions.rows().size() != columns) {
            throw Damage.of(
                    descriptions.file(),
                    "a row for each of the " + columns + " columns of " + VALUES + " was expected; found "
                            + descriptions.rows().size());
        }
        if (spread
                && !(Table.header(deviations).equals(header)
                        && times(deviations, times.length).length == times.length)) {
            throw Damage.of(deviations, "the columns and as many rows as in " + VALUES + " were expected");
        }
        return new CourseTables(folder, header, times, spread, descriptions);
    }

    private static double[] times(Path file, int rows) {
        return Table.numbers(file, List.of(0), rows)[0];
    }

    /// Takes a column, with a value for each time.
    @FunctionalInterface
    public interface ColumnReader {

        /// @param column     its place among the descriptions
        /// @param deviations empty where there are none
        void take(int column, double[] values, double[] deviations);
    }

    /// Reads the columns in their order.
    ///
    /// @throws InvalidInputException if a cell is no number
    public void forEach(ColumnReader reader) {
        List<Integer> places =
                IntStream.rangeClosed(1, header.size() - 1).boxed().toList();
        for (List<Integer> group : Table.inGroups(places, spread ? 2L * times.length : times.length)) {
            double[][] values = Table.numbers(folder.resolve(VALUES), group, times.length);
            double[][] deviations = spread
                    ? Table.numbers(folder.resolve(DEVIATIONS), group, times.length)
                    : new double[values.length][0];
            for (int i = 0; i < values.length; i++) {
                reader.take(group.get(i) - 1, values[i], deviations[i]);
            }
        }
    }

    /// What is said of each column but the time, in their order.
    ///
    /// @param what `name`, `compartment`, `unit`, and so on
    public List<String> descriptions(String what) {
        int place = descriptions.column(what);
        return descriptions.rows().stream().map(row -> row.get(place)).toList();
    }
}
