package org.immunarium.benchmarks;

/// What follows a benchmark's name on the command line makes no sense; the message says what and what was expected.
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param message for who typed it
    public UsageException(String message) {
        super(message);
    }
}
