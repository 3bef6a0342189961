package org.immunarium.app;

/// How a command ended, for scripts.
public enum ExitCode {
    DONE(0),
    /// Something is wrong with Immunarium itself.
    FAULT(1),
    /// The command line makes no sense.
    USAGE(2),
    /// A file or folder given to us cannot be used; nothing has run.
    INVALID_INPUT(3),
    /// A quantity became NaN, or the step size vanished.
    NUMBERS_FAILED(4),
    /// A signal or a full disk; `immunarium resume` goes on.
    STOPPED(5),
    /// What was checked is not as it should be.
    VERIFICATION_FAILED(6);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
