package org.immunarium.tissue.physicell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// What is found while a project is read: what is wrong, and what its author should know although it runs.
final class Findings {

    /// More of one file are one mistake made many times.
    private static final int MOST_OF_A_FILE = 50;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();

    /// What is wrong, as it was found; a reader of other files than settings adds to it.
    List<Problem> problems() {
        return problems;
    }

    /// What authors should know, as it was found; a reader of other files than settings adds to it.
    List<Problem> toKnow() {
        return notices;
    }

    void wrong(String source, int line, String element, String message) {
        problems.add(problem(source, line, element, message));
    }

    /// Something that may be right in PhysiCell but is not done here.
    void unsupported(String source, int line, String element, String message) {
        problems.add(problem(source, line, element, message).unsupported());
    }

    void notice(String source, int line, String element, String message) {
        notices.add(problem(source, line, element, message));
    }

    void notice(String source, String message) {
        notices.add(Problem.of(source, message));
    }

    private static Problem problem(String source, int line, String element, String message) {
        return new Problem(
                source,
                OptionalInt.of(line),
                element.isEmpty() ? Optional.empty() : Optional.of(element),
                message,
                Problem.Kind.WRONG);
    }

    /// Files in the order in which they are read: their problems are told in that order.
    void reads(String source) {
        sources.add(source);
    }

    /// What authors should know, in words, by file and line.
    List<String> notices() {
        return notices.stream()
                .sorted(byPlace())
                .map(Problem::toString)
                .distinct()
                .toList();
    }

    /// @throws InvalidInputException with all problems by file and line, where there are any
    void throwIfWrong() {
        List<Problem> told = told();
        if (!told.isEmpty()) {
            throw new InvalidInputException(told);
        }
    }

    /// All problems by file and line, but no more than enough of one file.
    private List<Problem> told() {
        List<Problem> told = new ArrayList<>();
        String source = "";
        int of = 0;
        for (Problem problem : problems.stream().sorted(byPlace()).distinct().toList()) {
            of = problem.source().equals(source) ? of + 1 : 1;
            source = problem.source();
            if (of <= MOST_OF_A_FILE) {
                told.add(problem);
            } else if (of == MOST_OF_A_FILE + 1) {
                told.add(new Problem(
                        source,
                        problem.line(),
                        Optional.empty(),
                        "there are more problems than these " + MOST_OF_A_FILE));
            }
        }
        return told;
    }

    private Comparator<Problem> byPlace() {
        return Comparator.<Problem>comparingInt(problem -> sources.indexOf(problem.source()))
                .thenComparingInt(problem -> problem.line().orElse(0));
    }
}
