package org.immunarium.study.patient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Damage;
import org.immunarium.results.Table;
import org.immunarium.units.InvalidInputException;

/// The tables of one time course, read back.
///
/// @param values       `timecourse.csv`: the time, then a column for each row of `descriptions`
/// @param deviations   `deviations.csv`, as `values`; empty where there is none
/// @param descriptions `columns.csv`
public record CourseTables(Table values, Optional<Table> deviations, Table descriptions) {

    static final String VALUES = "timecourse.csv";
    static final String DEVIATIONS = "deviations.csv";
    static final String DESCRIPTIONS = "columns.csv";

    /// Whether a folder has a time course.
    public static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(VALUES));
    }

    /// Reads them.
    ///
    /// @throws InvalidInputException if one is missing or damaged, or they are not of one time course
    public static CourseTables read(Path folder) {
        Table values = Table.read(folder.resolve(VALUES));
        Path spread = folder.resolve(DEVIATIONS);
        Optional<Table> deviations = Files.exists(spread) ? Optional.of(Table.read(spread)) : Optional.empty();
        Table descriptions = Table.read(folder.resolve(DESCRIPTIONS));
        int columns = values.header().size() - 1;
        if (descriptions.rows().size() != columns) {
            throw Damage.of(
                    descriptions.file(),
                    "a row for each of the " + columns + " columns of " + VALUES + " was expected; found "
                            + descriptions.rows().size());
        }
        deviations.ifPresent(table -> {
            boolean alike = table.header().equals(values.header())
                    && table.rows().size() == values.rows().size();
            if (!alike) {
                throw Damage.of(table.file(), "the columns and as many rows as in " + VALUES + " were expected");
            }
        });
        return new CourseTables(values, deviations, descriptions);
    }

    /// What is said of each column but the time, in their order.
    ///
    /// @param what `name`, `compartment`, `unit`, and so on
    public List<String> descriptions(String what) {
        int place = descriptions.column(what);
        return descriptions.rows().stream().map(row -> row.get(place)).toList();
    }
}
