package org.immunarium.app.web;

import java.util.List;
import org.immunarium.units.Problem;

/// A request that is not answered with what it asks for.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int MISDIRECTED = 421;
    static final int INVALID = 422;
    static final int FAULT = 500;
    static final int BUSY = 503;

    private final int status;
    private final transient List<Problem> problems;

    Refusal(int status, String message) {
        this(status, List.of(Problem.of("", message)));
    }

    /// @param problems one at least
    Refusal(int status, List<Problem> problems) {
        super(problems.getFirst().message(), null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    /// Of HTTP.
    int status() {
        return status;
    }

    List<Problem> problems() {
        return problems;
    }
}
