package org.immunarium.app;

/// How a command ended, for scripts.
public enum ExitCode {
    DONE(0, "done"),
    /// Something is wrong with Immunarium itself.
    FAULT(1, "fault"),
    /// The command line makes no sense.
    USAGE(2, "usage"),
    /// A file or folder given to us cannot be used; nothing has run.
    INVALID_INPUT(3, "invalid"),
    /// A quantity became NaN, or the step size vanished.
    NUMBERS_FAILED(4, "failed"),
    /// A signal or a full disk; `immunarium resume` goes on.
    STOPPED(5, "stopped"),
    /// What was checked is not as it should be.
    VERIFICATION_FAILED(6, "verification failed");

    private final int code;
    private final String status;

    ExitCode(int code, String status) {
        this.code = code;
        this.status = status;
    }

    public int code() {
        return code;
    }

    /// In a word, as `--json` has it.
    public String status() {
        return status;
    }
}
