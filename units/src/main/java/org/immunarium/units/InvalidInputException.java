package org.immunarium.units;

import java.util.List;
import java.util.stream.Collectors;

/// Input that cannot be used, with every problem found in it. A command line answers with exit code 3.
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public InvalidInputException(Problem problem) {
        this(List.of(problem));
    }

    /// All that is wrong, in the order found; at least one.
    public List<Problem> problems() {
        return problems;
    }

    /// Whether the input asks for something that is not supported, whatever else is wrong with it.
    public boolean isUnsupported() {
        return problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.UNSUPPORTED);
    }
}
