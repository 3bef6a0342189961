package org.immunarium.tissue.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.units.Problem;

/// What is wrong with one table, as its lines come.
final class TableProblems {

    /// More of one table are one mistake made many times.
    private static final int MOST = 50;

    private final String source;
    private final List<Problem> problems;
    private int count;

    /// @param problems gets them, beside what it has
    TableProblems(String source, List<Problem> problems) {
        this.source = source;
        this.problems = problems;
    }

    /// @param column empty for what is of the whole line
    void wrong(int line, String column, String message) {
        count++;
        if (count <= MOST) {
            problems.add(at(line, column, message));
        } else if (count == MOST + 1) {
            problems.add(Problem.at(source, line, "there are more problems than these " + MOST));
        }
    }

    /// The problem of a line, which is not told by that.
    Problem at(int line, String column, String message) {
        return new Problem(
                source, OptionalInt.of(line), column.isEmpty() ? Optional.empty() : Optional.of(column), message);
    }
}
